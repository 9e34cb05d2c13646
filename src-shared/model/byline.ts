import * as v from 'valibot';
import { IdSchema, LineSchema } from './common';
import { PersonKindSchema } from './person';

/** Roles of a credit (STANDARDS section 4.2). */
export const CREDIT_ROLES = [
  'author',
  'with',
  'reporting',
  'additional-reporting',
  'writing',
  'editing',
  'photo',
  'video',
  'illustration',
  'graphics',
  'data',
  'translation',
  'interview',
  'as-told-to',
  'narration',
  'production',
  'executive-producer',
  'compiled',
  'fact-check',
] as const;
export const CreditRoleSchema = v.picklist(CREDIT_ROLES);
export type CreditRole = (typeof CREDIT_ROLES)[number];

export const BylineStyleSchema = v.picklist([
  'ap',
  'oxford',
  'guardian',
  'reuters',
  'bbc',
  'nyt',
  'de',
  'fr',
  'es',
  'ja',
]);
export type BylineStyle = v.InferOutput<typeof BylineStyleSchema>;

const creditFields = {
  personId: IdSchema,
  role: CreditRoleSchema,
  /** Place, title and affiliation as of this article. */
  location: v.nullable(LineSchema),
  jobTitle: v.nullable(LineSchema),
  affiliation: v.nullable(LineSchema),
  staff: v.picklist(['staff', 'freelance', 'agency', 'guest']),
};
export const CreditInputSchema = v.object(creditFields);
export type CreditInput = v.InferOutput<typeof CreditInputSchema>;

export const CreditSchema = v.object({
  id: IdSchema,
  ...creditFields,
  name: v.string(),
  kind: PersonKindSchema,
});
export type Credit = v.InferOutput<typeof CreditSchema>;

/** The credits in order and the lines generated from them in the house style; `⏎` is never used, lines are separated by `\n`. */
export const BylineSchema = v.object({
  style: BylineStyleSchema,
  credits: v.array(CreditSchema),
  line: v.string(),
  tail: v.string(),
});
export type Byline = v.InferOutput<typeof BylineSchema>;
