import { Checkbox } from 'react-aria-components';
import { Choose, TextField } from '../ui/fields';
import {
  DISCLOSURE_LABELS,
  MEDIUM_LABELS,
  SOURCE_KIND_LABELS,
  TERMS_LABELS,
} from '../words/sources';
import { words } from '../words/words';
import { type DetailsDraft, detailProblems } from './source-draft';

function choicesOf<K extends string>(
  labels: Record<K, string>,
  hints?: Partial<Record<K, string>>,
) {
  return (Object.keys(labels) as K[]).map((id) => {
    const hint = hints?.[id];
    return { id, label: labels[id], ...(hint ? { hint } : {}) };
  });
}

/** What a source is and how it may be used. */
export function DetailsTab({
  draft,
  onChange,
}: {
  draft: DetailsDraft;
  onChange(draft: DetailsDraft): void;
}) {
  const set = (patch: Partial<DetailsDraft>) => onChange({ ...draft, ...patch });
  const problems = detailProblems(draft);
  // What is given on background is only ever described, whatever else may be said of it.
  const isDescribed =
    draft.disclosure === 'described' ||
    (draft.disclosure === 'public' && draft.terms === 'background');
  return (
    <div className="form">
      <TextField
        label={words.sources.title}
        value={draft.title}
        onChange={(title) => set({ title })}
        isInvalid={problems.title}
        error={words.sources.titleMissing}
        autoFocus
      />
      <div className="form-row">
        <Choose
          label={words.sources.kind}
          choices={choicesOf(SOURCE_KIND_LABELS)}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
        />
        <Choose
          label={words.sources.medium}
          choices={choicesOf(MEDIUM_LABELS, words.sources.mediumHints)}
          value={draft.medium}
          onChange={(medium) => set({ medium })}
        />
      </div>
      {draft.medium === 'spoken' ? (
        <Checkbox
          className="checkbox"
          isSelected={draft.isByMachine}
          onChange={(isByMachine) => set({ isByMachine })}
        >
          <span className="checkbox-box" aria-hidden="true" />
          {words.sources.byMachine}
        </Checkbox>
      ) : null}
      <div className="form-row">
        <Choose
          label={words.sources.terms}
          choices={choicesOf(TERMS_LABELS, words.sources.termsHints)}
          value={draft.terms}
          onChange={(terms) => set({ terms })}
        />
        <Choose
          label={words.sources.disclosure}
          choices={choicesOf(DISCLOSURE_LABELS, words.sources.disclosureHints)}
          value={draft.disclosure}
          onChange={(disclosure) => set({ disclosure })}
        />
      </div>
      {draft.terms === 'embargoed' ? (
        <TextField
          label={words.sources.embargoUntil}
          placeholder="2027-03-14"
          value={draft.embargoUntil}
          onChange={(embargoUntil) => set({ embargoUntil })}
          isInvalid={problems.embargoUntil}
          error={words.sources.embargoWrong}
        />
      ) : null}
      {isDescribed ? (
        <TextField
          label={words.sources.description}
          hint={words.sources.descriptionHint}
          value={draft.description}
          onChange={(description) => set({ description })}
        />
      ) : null}
      <div className="form-row">
        <TextField
          label={words.sources.date}
          placeholder="2017-04-13"
          value={draft.date}
          onChange={(date) => set({ date })}
          isInvalid={problems.date}
          error={words.sources.dateWrong}
        />
        <TextField
          label={words.sources.creator}
          value={draft.creator}
          onChange={(creator) => set({ creator })}
        />
      </div>
      <TextField
        label={words.sources.url}
        placeholder="https://"
        value={draft.url}
        onChange={(url) => set({ url })}
        isInvalid={problems.url}
        error={words.sources.urlWrong}
      />
    </div>
  );
}
