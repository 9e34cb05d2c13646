import { type FormEvent, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { CREDIT_TIERS, type Credit, type CreditInput } from '../../src-shared/model/byline';
import { Button } from '../ui/button';
import { Choose, TextField } from '../ui/fields';
import { TIER_LABELS } from '../words/byline-paste';
import { ownLineWords } from '../words/bylines';
import { words } from '../words/words';

type Details = Pick<
  CreditInput,
  'location' | 'jobTitle' | 'affiliation' | 'staff' | 'tier' | 'note'
>;

const tierChoices = (['role', ...CREDIT_TIERS] as const).map((id) => ({
  id,
  label: TIER_LABELS[id],
}));

/** A contributor's name; it opens place, title and affiliation as of this article. */
export function CreditDetails({
  credit,
  onChange,
}: {
  credit: Credit;
  onChange(details: Details): void;
}) {
  const line =
    [
      credit.jobTitle,
      credit.affiliation,
      credit.location,
      credit.note && `(${credit.note})`,
      credit.tier && TIER_LABELS[credit.tier].toLowerCase(),
    ]
      .filter(Boolean)
      .join(', ') || words.byline.noDetails;
  return (
    <DialogTrigger>
      <AriaButton
        className="credit-name"
        aria-label={words.byline.changeDetails(credit.name, line)}
      >
        <span>{credit.name}</span> <small>{line}</small>
      </AriaButton>
      <Popover className="popover popover-form" placement="bottom start">
        <Dialog className="dialog" aria-label={words.byline.change(credit.name)}>
          {({ close }) => (
            <CreditForm
              credit={credit}
              onSave={(details) => {
                close();
                onChange(details);
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function CreditForm({ credit, onSave }: { credit: Credit; onSave(details: Details): void }) {
  const [location, setLocation] = useState(credit.location ?? '');
  const [jobTitle, setJobTitle] = useState(credit.jobTitle ?? '');
  const [affiliation, setAffiliation] = useState(credit.affiliation ?? '');
  const [staff, setStaff] = useState(credit.staff);
  const [tier, setTier] = useState(credit.tier);
  const [note, setNote] = useState(credit.note ?? '');
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({
      location: location.trim() || null,
      jobTitle: jobTitle.trim() || null,
      affiliation: affiliation.trim() || null,
      staff,
      tier,
      note: note.trim() || null,
    });
  };
  return (
    <form className="form" onSubmit={save}>
      <TextField
        label={words.byline.location}
        placeholder={words.byline.locationPlaceholder}
        value={location}
        onChange={setLocation}
        autoFocus
      />
      <TextField
        label={words.byline.jobTitle}
        placeholder={words.byline.jobTitlePlaceholder}
        value={jobTitle}
        onChange={setJobTitle}
      />
      <TextField label={words.byline.affiliation} value={affiliation} onChange={setAffiliation} />
      <Choose
        label={words.byline.staff}
        choices={words.byline.staffChoices}
        value={staff}
        onChange={(next) => setStaff(next)}
      />
      <TextField label={ownLineWords.note} value={note} onChange={setNote} />
      <Choose
        label={ownLineWords.tier}
        choices={tierChoices}
        value={tier ?? 'role'}
        onChange={(next) => setTier(next === 'role' ? null : next)}
      />
      <Button tone="primary" type="submit">
        {words.save}
      </Button>
    </form>
  );
}
