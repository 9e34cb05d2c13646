import * as v from 'valibot';
import { IdSchema, LanguageSchema, LineSchema } from './common';

export const PersonKindSchema = v.picklist(['person', 'organization', 'collective', 'anonymous']);

const NameSchema = v.pipe(LineSchema, v.minLength(1));
const WebAddressSchema = v.pipe(v.string(), v.url(), v.regex(/^https?:/i));

/** One record serves speakers and contributors. `name` is printed as it stands: never re-cased or re-ordered. */
export const PersonDetailsSchema = v.object({
  name: NameSchema,
  kind: PersonKindSchema,
  role: v.nullable(LineSchema),
  affiliation: v.nullable(LineSchema),
  url: v.nullable(WebAddressSchema),
});
export type PersonDetails = v.InferOutput<typeof PersonDetailsSchema>;

/** Another name of the same person: an alias, a former name, the name in another script. */
export const OtherNameSchema = v.object({
  name: NameSchema,
  /** BCP 47, as in `ja`; null for an alias of no language in particular. */
  language: v.nullable(LanguageSchema),
});
export type OtherName = v.InferOutput<typeof OtherNameSchema>;

export const NameOrderSchema = v.picklist(['given-first', 'family-first']);
export type NameOrder = v.InferOutput<typeof NameOrderSchema>;

/** What else is known of a person and may be printed. */
export const PersonNamesSchema = v.object({
  otherNames: v.array(OtherNameSchema),
  /** What lists are sorted by; null where it is to be worked out from the name. */
  sortName: v.nullable(LineSchema),
  /** How `name` is put together; null where its script says it. */
  nameOrder: v.nullable(NameOrderSchema),
  isPseudonym: v.boolean(),
  /** Other pages about the person, beside `url`. */
  links: v.array(WebAddressSchema),
});
export type PersonNames = v.InferOutput<typeof PersonNamesSchema>;

/**
 * What nobody outside of the person's own record is told, and no list or search holds. It lives in
 * `private.sqlite`, whoever the person is. Exports have `email` and what of `contact` is an address, of
 * people in the byline alone, and only where an editor asks for it (people/contact.ts).
 */
export const PrivateDetailsSchema = v.object({
  /** Who is behind a pseudonym. */
  realName: v.nullable(LineSchema),
  email: v.nullable(v.pipe(v.string(), v.trim(), v.email())),
  /** Telephone, messenger, postal address. */
  contact: v.nullable(v.pipe(v.string(), v.maxLength(5000))),
  notes: v.nullable(v.pipe(v.string(), v.maxLength(50_000))),
});
export type PrivateDetails = v.InferOutput<typeof PrivateDetailsSchema>;

export const PersonSummarySchema = v.object({
  id: IdSchema,
  ...PersonDetailsSchema.entries,
  ...PersonNamesSchema.entries,
  /** The names of the records that were merged into this one. */
  mergedNames: v.array(v.string()),
  quotationCount: v.number(),
  creditCount: v.number(),
});
export type PersonSummary = v.InferOutput<typeof PersonSummarySchema>;

/** Everything about a person that an editor may change. */
export const EditablePersonSchema = v.object({
  ...PersonDetailsSchema.entries,
  ...PersonNamesSchema.entries,
  ...PrivateDetailsSchema.entries,
});
export type EditablePerson = v.InferOutput<typeof EditablePersonSchema>;

/** A record that was merged into another one, and can be taken out of it again as it was. */
export const MergedPersonSchema = v.object({
  mergeId: IdSchema,
  personId: IdSchema,
  name: v.string(),
  mergedAt: v.string(),
  private: PrivateDetailsSchema,
});
export type MergedPerson = v.InferOutput<typeof MergedPersonSchema>;

export const SAME_PERSON_REASONS = ['same-name', 'order', 'script', 'initials'] as const;

/** Somebody who may be the same person; nothing is merged by it. */
export const LikelySameSchema = v.object({
  personId: IdSchema,
  name: v.string(),
  reason: v.picklist(SAME_PERSON_REASONS),
});
export type LikelySame = v.InferOutput<typeof LikelySameSchema>;

/** A person's own record. */
export const PersonRecordSchema = v.object({
  id: IdSchema,
  ...EditablePersonSchema.entries,
  merged: v.array(MergedPersonSchema),
  likelySame: v.array(LikelySameSchema),
});
export type PersonRecord = v.InferOutput<typeof PersonRecordSchema>;
