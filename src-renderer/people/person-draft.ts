import * as v from 'valibot';
import {
  type EditablePerson,
  EditablePersonSchema,
  OtherNameSchema,
  type PersonRecord,
} from '../../src-shared/model/person';
import { nameOnly } from './person-actions';

/** A record as it stands in the fields of the dialog: what is empty is an empty string. */
export interface PersonDraft {
  name: string;
  kind: EditablePerson['kind'];
  role: string;
  affiliation: string;
  url: string;
  otherNames: { name: string; language: string }[];
  sortName: string;
  nameOrder: NonNullable<EditablePerson['nameOrder']> | 'script';
  isPseudonym: boolean;
  /** One a line. */
  links: string;
  realName: string;
  email: string;
  contact: string;
  notes: string;
}

const NOTHING = {
  otherNames: [],
  sortName: null,
  nameOrder: null,
  isPseudonym: false,
  links: [],
  realName: null,
  email: null,
  contact: null,
  notes: null,
};

/** The fields of a record; those of somebody new of a name. */
export function draftOf(person: PersonRecord | null, name: string): PersonDraft {
  const known: EditablePerson = person ?? { ...nameOnly(name), ...NOTHING };
  return {
    name: known.name,
    kind: known.kind,
    role: known.role ?? '',
    affiliation: known.affiliation ?? '',
    url: known.url ?? '',
    otherNames: known.otherNames.map((one) => ({ name: one.name, language: one.language ?? '' })),
    sortName: known.sortName ?? '',
    nameOrder: known.nameOrder ?? 'script',
    isPseudonym: known.isPseudonym,
    links: known.links.join('\n'),
    realName: known.realName ?? '',
    email: known.email ?? '',
    contact: known.contact ?? '',
    notes: known.notes ?? '',
  };
}

/** What the fields say; names that were left empty are none. */
export function detailsOf(draft: PersonDraft): EditablePerson {
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    role: draft.role.trim() || null,
    affiliation: draft.affiliation.trim() || null,
    url: draft.url.trim() || null,
    otherNames: draft.otherNames
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, language }) => ({ name: name.trim(), language: language.trim() || null })),
    sortName: draft.sortName.trim() || null,
    nameOrder: draft.nameOrder === 'script' ? null : draft.nameOrder,
    isPseudonym: draft.isPseudonym,
    links: draft.links
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    realName: draft.realName.trim() || null,
    email: draft.email.trim() || null,
    contact: draft.contact.trim() || null,
    notes: draft.notes.trim() || null,
  };
}

/** What was changed in the fields: what others changed in the meantime stays. */
export function changesBetween(before: PersonDraft, draft: PersonDraft): Partial<EditablePerson> {
  const known: Record<string, unknown> = detailsOf(before);
  const changed = Object.entries(detailsOf(draft)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field]),
  );
  return Object.fromEntries(changed);
}

export type ProblemField = 'name' | 'url' | 'links' | 'email' | 'language';

/** The fields that have to be put right before the record can be kept. */
export function problemsOf(draft: PersonDraft): ReadonlySet<ProblemField> {
  const details = detailsOf(draft);
  const { url, links, email } = EditablePersonSchema.entries;
  const problems = new Set<ProblemField>();
  if (details.name === '') problems.add('name');
  if (!v.is(url, details.url)) problems.add('url');
  if (!v.is(links, details.links)) problems.add('links');
  if (!v.is(email, details.email)) problems.add('email');
  if (details.otherNames.some((one) => isLanguageWrong(one.language))) problems.add('language');
  return problems;
}

export function isLanguageWrong(language: string | null): boolean {
  return !v.is(OtherNameSchema.entries.language, language || null);
}
