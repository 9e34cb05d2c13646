import * as v from 'valibot';
import { type CslName, cslDate } from '../import/csl';
import { DateSchema } from '../model/common';
import type { Metadata, SourceChanges } from '../model/source';

/** A field of one line as it is shown; a list of texts on one line. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join(', ') : '';
}

/** The names of a list; what is none is left out. */
export function namesOf(value: unknown): CslName[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (name): name is CslName =>
      typeof name === 'object' &&
      name !== null &&
      ['family', 'given', 'literal'].some((part) => typeof name[part] === 'string'),
  );
}

/** The day, month or year of a date; null where it says more than that (a range, a season, words). */
export function dateOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { 'date-parts': parts, ...more } = value as { 'date-parts'?: unknown };
  if (Object.keys(more).length > 0 || !Array.isArray(parts) || parts.length !== 1) return null;
  const [first] = parts as unknown[];
  if (!Array.isArray(first)) return null;
  const [year, ...rest] = first.map(String);
  const date = [year?.padStart(4, '0'), ...rest.map((one) => one.padStart(2, '0'))].join('-');
  return v.is(DateSchema, date) ? date : null;
}

/** A date in words, whatever it says. */
export function dateWords(value: unknown): string {
  const simple = dateOf(value);
  if (simple !== null) return simple;
  if (typeof value !== 'object' || value === null) return textOf(value);
  const { 'date-parts': parts, literal, raw, season } = value as Record<string, unknown>;
  const said = textOf(literal) || textOf(raw);
  if (said) return said;
  const dates = Array.isArray(parts)
    ? parts.map((part) => (Array.isArray(part) ? part.map(String).join('-') : ''))
    : [];
  return [textOf(season), dates.filter(Boolean).join(' – ')].filter(Boolean).join(' ');
}

/** Metadata with a field set to a value; a value that says nothing takes the field away. */
export function withField(metadata: Metadata, field: string, value: unknown): Metadata {
  const { [field]: _, ...others } = metadata;
  const isEmpty =
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0);
  return isEmpty ? others : { ...metadata, [field]: value };
}

/** A date as CSL has it; null for an empty text. */
export function dateValue(text: string): ReturnType<typeof cslDate> | null {
  return text.trim() === '' ? null : cslDate(text.trim());
}

/** The fields of Stet's own, and the names that only machines read. */
const OWN_FIELDS = ['type', 'title', 'URL', 'id', 'citation-key'];

/**
 * What else is known, in words, field by field: all that is not among `shown`. Own fields of Stet
 * and the key of the record are left out; what cannot be said on a line is said as JSON.
 */
export function otherFields(
  metadata: Metadata,
  shown: ReadonlySet<string>,
): { field: string; words: string }[] {
  return Object.entries(metadata)
    .filter(([field]) => !shown.has(field) && !OWN_FIELDS.includes(field))
    .map(([field, value]) => ({ field, words: wordsOf(value) }));
}

function wordsOf(value: unknown): string {
  const names = namesOf(value);
  if (names.length > 0) return names.map(nameWords).join('; ');
  const date = typeof value === 'object' && value !== null && !Array.isArray(value);
  return (date ? dateWords(value) : textOf(value)) || JSON.stringify(value);
}

/** A name as people write it. */
export function nameWords(name: CslName): string {
  if (name.literal) return name.literal;
  return [name.given, name['non-dropping-particle'], name.family, name.suffix]
    .filter(Boolean)
    .join(' ');
}

interface Followed {
  title: string;
  url: string | null;
  date: string | null;
  metadata: Metadata;
}

/**
 * Details that are changed, with the same said in the metadata: where that gave the title, the
 * address or the date as it was, it gives them as they are.
 */
export function followDetails<C extends SourceChanges>(before: Followed, changes: C): C {
  const given = changes.metadata ?? before.metadata;
  let metadata = given;
  if (changes.title !== undefined && given.title === before.title) {
    metadata = withField(metadata, 'title', changes.title);
  }
  if (changes.url !== undefined && before.url !== null && given.URL === before.url) {
    metadata = withField(metadata, 'URL', changes.url);
  }
  if (changes.date !== undefined && before.date !== null && dateOf(given.issued) === before.date) {
    metadata = withField(metadata, 'issued', changes.date === null ? null : cslDate(changes.date));
  }
  return metadata === before.metadata ? changes : { ...changes, metadata };
}
