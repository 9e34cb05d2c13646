import * as v from 'valibot';
import {
  BylineInputSchema,
  BylineSchema,
  CreditInputSchema,
  CreditRoleSchema,
} from '../model/byline';
import { IdSchema, LineSchema } from '../model/common';
import { HouseStyleSchema, StoredHouseStyleSchema } from '../model/house-style';
import { NameOrderSchema, PersonKindSchema } from '../model/person';

const text = v.exactOptional(v.string());

/** A contributor as a pasted byline gives it (byline/parse.ts), and whom of the library it may be. */
export const ReadContributorSchema = v.object({
  name: v.string(),
  kind: v.picklist([...PersonKindSchema.options, 'unknown']),
  role: CreditRoleSchema,
  roles: v.exactOptional(v.array(CreditRoleSchema)),
  location: text,
  jobTitle: text,
  affiliation: text,
  staff: v.exactOptional(v.literal('freelance')),
  honorificPrefix: text,
  honorificSuffix: text,
  nameOrder: v.exactOptional(v.literal('family-first')),
  pseudonym: v.exactOptional(v.boolean()),
  email: text,
  handle: text,
  note: text,
  flags: v.exactOptional(v.array(v.string())),
  /** Words of the byline that stand in no credit; of the last contributor only. */
  unread: v.exactOptional(v.array(v.string())),
  /** People of the library by one of whose names the contributor goes, those credited by it first. */
  candidates: v.array(IdSchema),
});
export type ReadContributor = v.InferOutput<typeof ReadContributorSchema>;

/** Somebody who is not in the library yet. */
const NewPersonSchema = v.object({
  name: v.pipe(LineSchema, v.minLength(1)),
  kind: PersonKindSchema,
  isPseudonym: v.boolean(),
  nameOrder: v.nullable(NameOrderSchema),
  /** Kept in the private file. */
  email: v.nullable(v.pipe(v.string(), v.trim(), v.email())),
});

/** A credit of a person of the library, or of a new one: those of the same `key` are one person. */
export const TakenCreditSchema = v.object({
  ...v.omit(CreditInputSchema, ['personId']).entries,
  person: v.union([
    v.object({ personId: IdSchema }),
    v.object({ key: v.string(), details: NewPersonSchema }),
  ]),
});
export type TakenCredit = v.InferOutput<typeof TakenCreditSchema>;

const { style, override, raw } = BylineSchema.entries;
const whole = v.object({ style, override, raw, credits: v.array(CreditInputSchema) });
const article = { articleId: IdSchema };
const one = v.object({ styleId: IdSchema });
const nothing = v.object({});

export const bylineMethods = {
  'bylines.read': { input: v.object(article), output: BylineSchema },
  /**
   * Replaces an article's credits, in order; answers what was there before, for undo. `removePeople`
   * names people who go to the bin where nothing else names them. Throws `article-finished`.
   */
  'bylines.set': {
    input: v.object({
      ...article,
      ...BylineInputSchema.entries,
      removePeople: v.exactOptional(v.array(IdSchema)),
    }),
    output: v.object({ byline: BylineSchema, previous: whole }),
  },
  /** Reads a byline with the people whom the library knows; changes nothing. */
  'bylines.parse': {
    input: v.object({ ...article, text: v.pipe(v.string(), v.maxLength(20_000)) }),
    output: v.array(ReadContributorSchema),
  },
  /** Takes a byline over: people who are not there yet are made. Throws `article-finished`. */
  'bylines.take': {
    input: v.object({
      ...article,
      raw: v.string(),
      /** After the credits that are there, or in their place. */
      mode: v.picklist(['replace', 'append']),
      credits: v.array(TakenCreditSchema),
    }),
    output: v.object({
      byline: BylineSchema,
      previous: whole,
      /** What it is now, to have it again after an undo. */
      taken: whole,
      madePeople: v.array(IdSchema),
    }),
  },
  /** The newsroom's own house styles, by name. */
  'bylineStyles.list': { input: nothing, output: v.array(StoredHouseStyleSchema) },
  /** Adds a style where `styleId` is null, else changes that one; `previous` is null for a new one. */
  'bylineStyles.save': {
    input: v.object({ styleId: v.nullable(IdSchema), style: HouseStyleSchema }),
    output: v.object({ styleId: IdSchema, previous: v.nullable(HouseStyleSchema) }),
  },
  /** Deletes a style; answers in how many bylines it was. They are in the manner of AP then. */
  'bylineStyles.remove': { input: one, output: v.object({ articleCount: v.number() }) },
  /** Writes a style as JSON into a granted folder; a file of the same name stays. Throws `folder-unwritable`. */
  'bylineStyles.export': {
    input: v.object({ style: HouseStyleSchema, folder: IdSchema }),
    output: v.object({ fileName: v.string() }),
  },
  'bylineStyles.restore': { input: one, output: nothing },
} as const;
