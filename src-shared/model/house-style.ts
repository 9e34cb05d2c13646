import * as v from 'valibot';
import { CREDIT_ROLES, type CreditRole } from './byline';
import { IdSchema, LanguageSchema, LineSchema } from './common';

const SHORT = 80;
/** Words around a name, a place or a list of names, which `{}` stands for: ` in {}`. Spaces count. */
const TemplateSchema = v.pipe(
  v.string(),
  v.maxLength(SHORT),
  v.regex(/^[^{}\r\n]*\{\}[^{}\r\n]*$/u),
);
/** Words between two things. Spaces count. */
const JoinSchema = v.pipe(v.string(), v.maxLength(SHORT), v.regex(/^[^{}\r\n]*$/u));

const roles = Object.fromEntries(
  CREDIT_ROLES.map((role) => [role, v.exactOptional(TemplateSchema)]),
) as Record<CreditRole, v.ExactOptionalSchema<typeof TemplateSchema, undefined>>;

export const TITLE_FORMS = ['second-line', 'commas', 'beside', 'brackets', 'none'] as const;
export const CAPITALS = ['none', 'names', 'line'] as const;
export const FAMILY_FIRST = ['as-written', 'family-capitals'] as const;

/**
 * How a newsroom prints bylines. What is null is as the language of the words has it
 * (byline/words.ts), so a style is no more than what it does otherwise.
 */
export const HouseStyleSchema = v.object({
  name: v.pipe(LineSchema, v.minLength(1)),
  /** Whose words are printed; null: those of the article's language. */
  language: v.nullable(LanguageSchema),
  /** Around the whole list of names: `By {}`; `{}` for no word at all. */
  opening: v.nullable(TemplateSchema),
  /** Between names, before the last of several, and between two. */
  separators: v.nullable(v.object({ between: JoinSchema, last: JoinSchema, two: JoinSchema })),
  /** A comma before the "and" of an English list (Oxford comma). */
  serialComma: v.boolean(),
  /** Before those whom the authors wrote with: ` with {}`. */
  with: v.nullable(TemplateSchema),
  /** After a name: ` in {}`. */
  place: v.nullable(TemplateSchema),
  /** A place that all share is said once, after the last. */
  sharedPlace: v.boolean(),
  /** Around the house that a freelance wrote for: `For {}`. */
  freelance: v.nullable(TemplateSchema),
  /** Title and house: on a line of their own, between commas, right after the name, in brackets, or nowhere. */
  titles: v.picklist(TITLE_FORMS),
  /** The place goes onto that line too where there is one. */
  placeWithTitle: v.boolean(),
  /** Notes such as "(now)" are printed. */
  notes: v.boolean(),
  capitals: v.picklist(CAPITALS),
  /** Names that begin with the family's are never turned round; they may have it in capitals. */
  familyFirst: v.picklist(FAMILY_FIRST),
  /** Below the article: around all of it, and between what each role did. */
  tail: v.object({
    around: v.nullable(TemplateSchema),
    between: v.nullable(JoinSchema),
  }),
  /** Words for a role, by language: `{"en": {"editing": "Editing by {}"}}`. */
  roles: v.record(LanguageSchema, v.object(roles)),
});
export type HouseStyle = v.InferOutput<typeof HouseStyleSchema>;

/** One of the newsroom's own. */
export const StoredHouseStyleSchema = v.object({ id: IdSchema, style: HouseStyleSchema });
export type StoredHouseStyle = v.InferOutput<typeof StoredHouseStyleSchema>;
