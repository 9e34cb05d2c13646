import { CSL_TYPES, type CslType, fieldsOfType } from '../../src-shared/bibliography/fields';
import {
  dateOf,
  namesOf,
  otherFields,
  textOf,
  withField,
} from '../../src-shared/bibliography/values';
import { Choose, TextArea, TextField } from '../ui/fields';
import {
  bibliographyWords,
  CSL_TYPE_LABELS,
  DATE_FIELD_LABELS,
  NAME_FIELD_LABELS,
  TEXT_FIELD_LABELS,
} from '../words/bibliography';
import { words } from '../words/words';
import { NamesField } from './names-field';
import { type BibliographyDraft, isDateText } from './source-draft';

const NO_TYPE = 'none';
const TYPES = [
  { id: NO_TYPE, label: bibliographyWords.noType },
  ...CSL_TYPES.map((id) => ({ id, label: CSL_TYPE_LABELS[id] })).sort((a, b) =>
    a.label.localeCompare(b.label),
  ),
];

/** What a bibliography says of a source: the fields that its kind of publication usually has. */
export function BibliographyTab({
  draft,
  part,
  onChange,
}: {
  draft: BibliographyDraft;
  /** Which of the sources in its file it is. */
  part: string | null;
  onChange(draft: BibliographyDraft): void;
}) {
  const { metadata, dates } = draft;
  const type = textOf(metadata.type);
  const fields = fieldsOfType(type);
  const set = (field: string, value: unknown) =>
    onChange({ ...draft, metadata: withField(metadata, field, value) });
  // What a date says beyond a day, a month or a year is kept as it is.
  const plainDates = fields.dates.filter(
    (field) => metadata[field] === undefined || dateOf(metadata[field]) !== null,
  );
  const shown = new Set<string>([...fields.names, ...plainDates, ...fields.texts, 'note']);
  const others = otherFields(metadata, shown);
  const isKnown = (CSL_TYPES as readonly string[]).includes(type);

  return (
    <div className="form">
      {part ? <p className="hint">{bibliographyWords.part(part)}</p> : null}
      <Choose
        label={bibliographyWords.type}
        choices={isKnown || type === '' ? TYPES : [...TYPES, { id: type as CslType, label: type }]}
        value={type === '' ? NO_TYPE : (type as CslType)}
        onChange={(next) => set('type', next === NO_TYPE ? null : next)}
      />
      {fields.names.map((field) => (
        <NamesField
          key={field}
          label={NAME_FIELD_LABELS[field]}
          names={namesOf(metadata[field])}
          onChange={(names) => set(field, names)}
        />
      ))}
      <div className="form-columns">
        {plainDates.map((field) => {
          const text = dates[field] ?? dateOf(metadata[field]) ?? '';
          return (
            <TextField
              key={field}
              label={DATE_FIELD_LABELS[field]}
              placeholder="2017-04-13"
              value={text}
              onChange={(next) => onChange({ ...draft, dates: { ...dates, [field]: next } })}
              isInvalid={!isDateText(text)}
              error={words.sources.dateWrong}
            />
          );
        })}
        {fields.texts.map((field) => (
          <TextField
            key={field}
            label={TEXT_FIELD_LABELS[field]}
            value={textOf(metadata[field])}
            onChange={(value) => set(field, value)}
          />
        ))}
      </div>
      <TextArea
        label={bibliographyWords.note}
        rows={2}
        value={textOf(metadata.note)}
        onChange={(note) => set('note', note)}
      />
      {others.length > 0 ? <OtherFields fields={others} /> : null}
    </div>
  );
}

function OtherFields({ fields }: { fields: { field: string; words: string }[] }) {
  return (
    <details className="other-fields">
      <summary>
        {bibliographyWords.otherFields}
        <span className="hint">{bibliographyWords.otherHint}</span>
      </summary>
      <dl>
        {fields.map(({ field, words: said }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
