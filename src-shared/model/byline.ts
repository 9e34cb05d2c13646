import * as v from 'valibot';
import { IdSchema, LineSchema } from './common';
import { NameOrderSchema, PersonKindSchema } from './person';

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

/** The house styles that come with Stet: in the manner of those houses, as their paid guides were not at hand. */
export const BUILT_IN_STYLES = [
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
] as const;
export const BuiltInStyleSchema = v.picklist(BUILT_IN_STYLES);
export type BuiltInStyle = (typeof BUILT_IN_STYLES)[number];
/** Those that are named after a house whose bylines they follow. */
export const STYLES_OF_HOUSES: readonly BuiltInStyle[] = [
  'ap',
  'guardian',
  'reuters',
  'bbc',
  'nyt',
];

/** A house style that comes with Stet, or the id of one of the newsroom's own (model/house-style.ts). */
export const BylineStyleSchema = v.union([BuiltInStyleSchema, IdSchema]);
export type BylineStyle = v.InferOutput<typeof BylineStyleSchema>;

/** Where a contributor is named: above the article, below it, or nowhere. */
export const CREDIT_TIERS = ['byline', 'tagline', 'hidden'] as const;
export const CreditTierSchema = v.picklist(CREDIT_TIERS);
export type CreditTier = (typeof CREDIT_TIERS)[number];

/** Where a credit is printed: as it says, or as its role has it. */
export function tierOf({ role, tier }: { role: CreditRole; tier?: CreditTier | null }): CreditTier {
  return tier ?? (role === 'author' || role === 'with' ? 'byline' : 'tagline');
}

const creditFields = {
  personId: IdSchema,
  role: CreditRoleSchema,
  /** Place, title and affiliation as of this article. */
  location: v.nullable(LineSchema),
  jobTitle: v.nullable(LineSchema),
  affiliation: v.nullable(LineSchema),
  staff: v.picklist(['staff', 'freelance', 'agency', 'guest']),
  /** Null: where its role is printed. */
  tier: v.optional(v.nullable(CreditTierSchema), null),
  /** Said of the contributor in brackets: "now", "the match". */
  note: v.optional(v.nullable(LineSchema), null),
};
export const CreditInputSchema = v.object(creditFields);
export type CreditInput = v.InferOutput<typeof CreditInputSchema>;

export const CreditSchema = v.object({
  id: IdSchema,
  ...creditFields,
  /** As the person is called now; in a finished article as the person was called then. */
  name: v.string(),
  kind: PersonKindSchema,
  nameOrder: v.nullable(NameOrderSchema),
});
export type Credit = v.InferOutput<typeof CreditSchema>;

/** What of a credit is set when a byline is. */
export function creditInput({
  personId,
  role,
  location,
  jobTitle,
  affiliation,
  staff,
  tier,
  note,
}: CreditInput): CreditInput {
  return { personId, role, location, jobTitle, affiliation, staff, tier, note };
}

/** The credit of somebody who wrote the article, with nothing said of it yet. */
export function authorCredit(personId: string): CreditInput {
  return {
    personId,
    role: 'author',
    location: null,
    jobTitle: null,
    affiliation: null,
    staff: 'staff',
    tier: null,
    note: null,
  };
}

/** The longest line that an editor may write in place of the generated one. */
export const LONGEST_LINE = 2_000;
const OwnLineSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_LINE));

/** What of a byline an editor sets beside its credits. */
const bylineFields = {
  style: BylineStyleSchema,
  /** Printed in place of the generated line; it has to name everyone whom that names. */
  override: v.nullable(OwnLineSchema),
  /** The byline as it was pasted or imported, for looking up alone. */
  raw: v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_LINE))),
};
export const BylineInputSchema = v.object({
  ...bylineFields,
  /** What is left out stays as it is. */
  override: v.exactOptional(bylineFields.override),
  raw: v.exactOptional(bylineFields.raw),
  credits: v.array(CreditInputSchema),
});
export type BylineInput = v.InferOutput<typeof BylineInputSchema>;

/** The credits in order and the lines generated from them in the house style; lines are separated by `\n`. */
export const BylineSchema = v.object({
  ...bylineFields,
  credits: v.array(CreditSchema),
  line: v.string(),
  tail: v.string(),
  /** The names of the byline that an override leaves out. */
  unnamed: v.array(v.string()),
  /** True where the house style was deleted: the lines are in the manner of AP. */
  isStyleMissing: v.boolean(),
});
export type Byline = v.InferOutput<typeof BylineSchema>;
