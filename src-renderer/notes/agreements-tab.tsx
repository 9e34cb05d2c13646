import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Group,
  Input,
  Label,
} from 'react-aria-components';
import { v7 as newId } from 'uuid';
import type { Agreement, Consent } from '../../src-shared/model/note';
import { usePeople } from '../queries/people';
import { isDateText } from '../sources/source-draft';
import { Button, IconButton } from '../ui/button';
import { Choose, Suggestions, TextArea, TextField } from '../ui/fields';
import { ChevronIcon, CloseIcon } from '../ui/icons';
import { fold } from '../ui/palette-search';
import { CONSENT_LABELS, noteWords } from '../words/notes';
import { words } from '../words/words';

const consents = (Object.keys(CONSENT_LABELS) as Consent[]).map((id) => ({
  id,
  label: CONSENT_LABELS[id],
}));

/** What was agreed with each speaker of a source. */
export function AgreementsTab({
  agreements,
  labels,
  onChange,
}: {
  agreements: readonly Agreement[];
  /** Who speaks in the source, as it calls them: offered first. */
  labels: readonly string[];
  onChange(agreements: Agreement[]): void;
}) {
  const { data: people = [] } = usePeople();
  // "MAREN ALDOUS" of a transcript is the Maren Aldous of the library.
  const known = new Map(people.map(({ name }) => [fold(name), name]));
  const speakers = [...new Set(labels.map((label) => known.get(fold(label)) ?? label))];
  const names = [...new Set([...speakers, ...people.map(({ name }) => name)])];
  const add = () => {
    const named = new Set(agreements.map(({ speaker }) => speaker));
    const next = speakers.find((speaker) => !named.has(speaker));
    // Somebody who is alone in speaking is meant.
    const speaker = speakers.length === 1 ? (next ?? '') : '';
    onChange([
      ...agreements,
      {
        id: newId(),
        speaker,
        consent: 'given',
        terms: null,
        agreedOn: null,
        withdrawnOn: null,
        withdrawalReason: null,
      },
    ]);
  };
  return (
    <div className="form">
      {agreements.length === 0 ? <p className="hint">{noteWords.agreementsEmpty}</p> : null}
      {agreements.map((agreement, index) => (
        <AgreementFields
          key={agreement.id}
          agreement={agreement}
          number={index + 1}
          names={names}
          onChange={(next) => onChange(agreements.with(index, next))}
          onRemove={() => onChange(agreements.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button onPress={add}>{noteWords.addAgreement}</Button>
      </div>
    </div>
  );
}

const orNull = (text: string) => (text === '' ? null : text);

function AgreementFields({
  agreement,
  number,
  names,
  onChange,
  onRemove,
}: {
  agreement: Agreement;
  number: number;
  names: readonly string[];
  onChange(agreement: Agreement): void;
  onRemove(): void;
}) {
  const set = (patch: Partial<Agreement>) => onChange({ ...agreement, ...patch });
  const dateField = (label: string, key: 'agreedOn' | 'withdrawnOn') => (
    <TextField
      label={label}
      placeholder="2026-03-03"
      value={agreement[key] ?? ''}
      onChange={(text) => set({ [key]: orNull(text) })}
      isInvalid={!isDateText(agreement[key] ?? '')}
      error={words.sources.dateWrong}
    />
  );
  return (
    <Group
      className="agreement"
      aria-label={noteWords.agreementWith(number, agreement.speaker.trim())}
    >
      <div className="form-row">
        <SpeakerField
          value={agreement.speaker}
          names={names}
          onChange={(speaker) => set({ speaker })}
        />
        <div className="field-with-button">
          <Choose
            label={noteWords.consent}
            choices={consents}
            value={agreement.consent}
            onChange={(consent) => set({ consent })}
          />
          <IconButton label={noteWords.removeAgreement(agreement.speaker)} onPress={onRemove}>
            <CloseIcon />
          </IconButton>
        </div>
      </div>
      <TextArea
        label={noteWords.agreed}
        rows={2}
        placeholder={noteWords.agreedPlaceholder}
        value={agreement.terms ?? ''}
        onChange={(terms) => set({ terms: orNull(terms) })}
        maxLength={20_000}
      />
      {agreement.consent === 'withdrawn' ? (
        <>
          <div className="form-row">
            {dateField(noteWords.agreedOn, 'agreedOn')}
            {dateField(noteWords.withdrawnOn, 'withdrawnOn')}
          </div>
          <TextField
            label={noteWords.withdrawalReason}
            value={agreement.withdrawalReason ?? ''}
            onChange={(reason) => set({ withdrawalReason: orNull(reason) })}
            maxLength={500}
          />
        </>
      ) : (
        <div className="form-row">{dateField(noteWords.agreedOn, 'agreedOn')}</div>
      )}
    </Group>
  );
}

const MOST = 12;

/** A name, with those that the source and the library know. */
function SpeakerField({
  value,
  names,
  onChange,
}: {
  value: string;
  names: readonly string[];
  onChange(name: string): void;
}) {
  const wanted = fold(value.trim());
  const isWhole = names.includes(value);
  const fitting = names.filter((name) => isWhole || fold(name).includes(wanted)).slice(0, MOST);
  return (
    <ComboBox
      className="field"
      menuTrigger="input"
      items={fitting.map((id) => ({ id }))}
      inputValue={value}
      onInputChange={onChange}
      // Were it none, the list would open again once a name is chosen.
      selectedKey={isWhole ? value : null}
      allowsCustomValue
      onSelectionChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isInvalid={value.trim() === ''}
      autoFocus={value === ''}
    >
      <Label>{noteWords.speaker}</Label>
      <div className="picker-row">
        <Input className="input" />
        <AriaButton className="picker-button" aria-label={noteWords.showSpeakers}>
          <ChevronIcon />
        </AriaButton>
      </div>
      <FieldError className="field-error">{noteWords.speakerMissing}</FieldError>
      <Suggestions />
    </ComboBox>
  );
}
