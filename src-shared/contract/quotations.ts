import * as v from 'valibot';
import { IdSchema, LineSchema } from '../model/common';
import {
  PassageTargetSchema,
  ProposalSchema,
  QuotationReadingSchema,
  QuotationViewSchema,
  QuotedElsewhereSchema,
} from '../model/quotation';
import { VerdictSchema } from '../model/verdict';

/** A passage of the library that fits words; offsets count in the text of the source's newest version. */
export const MatchSchema = v.object({
  ...PassageTargetSchema.entries,
  sourceId: IdSchema,
  sourceTitle: v.string(),
  fileName: v.string(),
  /** Compares passages of the same verdict; comparable between sources. */
  score: v.number(),
  verdict: VerdictSchema,
});

/** One quotation's part in a step of linking. */
export const LinkChangeSchema = v.object({
  quotationId: IdSchema,
  target: v.nullable(PassageTargetSchema),
  /** The speaker to set with the link; left out, the library looks at the passage. */
  speakerId: v.exactOptional(v.nullable(IdSchema)),
  /** A person that the link had added: removed again, unless something else names them by now. */
  addedPersonId: v.exactOptional(IdSchema),
});
export type LinkChange = v.InferOutput<typeof LinkChangeSchema>;

const article = v.object({ articleId: IdSchema });

export const quotationMethods = {
  /** What is known of the quotations of an article's text, in its order. */
  'quotations.list': { input: article, output: v.array(QuotationViewSchema) },
  /**
   * What a save would say of these quotations if the article's text were this: for words that are not
   * saved yet. Changes nothing. Answers in the order of the input; a quotation that the library does
   * not know is unlinked.
   */
  'quotations.judge': {
    input: v.object({ articleId: IdSchema, quotations: v.array(QuotationReadingSchema) }),
    output: v.array(QuotationViewSchema),
  },
  /** The passages of the whole library that fit a quotation, best first. */
  'quotations.propose': {
    input: v.object({
      articleId: IdSchema,
      quotationId: IdSchema,
      limit: v.exactOptional(v.number()),
    }),
    output: v.array(ProposalSchema),
  },
  /** How many passages fit each open quotation of an article (for "2 passages found"). */
  'quotations.countProposals': {
    input: article,
    output: v.array(v.object({ quotationId: IdSchema, count: v.number() })),
  },
  /**
   * Links quotations to passages, or unlinks them (`target: null`). A quotation without a speaker
   * gets the one whose turn the passage is. One call is one step of undo: `previous` given back as
   * `links` restores what was, the speaker included.
   */
  'quotations.setLinks': {
    input: v.object({ articleId: IdSchema, links: v.array(LinkChangeSchema) }),
    output: v.object({
      previous: v.array(LinkChangeSchema),
      quotations: v.array(QuotationViewSchema),
    }),
  },
  /** The links that "link all exact matches" would make: each quotation with one verbatim passage and no other. */
  'quotations.findVerbatim': {
    input: article,
    output: v.array(v.object({ quotationId: IdSchema, target: PassageTargetSchema })),
  },
  /** The passages of the whole library that fit words which are in no article, best first. */
  'quotations.match': {
    input: v.object({
      /** Several where an attribution splits the quotation. */
      parts: v.pipe(v.array(v.string()), v.minLength(1)),
      limit: v.exactOptional(v.number()),
    }),
    output: v.array(MatchSchema),
  },
  'quotations.setSpeaker': {
    input: v.object({
      articleId: IdSchema,
      quotationId: IdSchema,
      personId: v.nullable(IdSchema),
    }),
    output: v.object({
      previous: v.nullable(IdSchema),
      quotations: v.array(QuotationViewSchema),
    }),
  },
  /** "Not a quotation", or that it is one after all. */
  'quotations.setDismissed': {
    input: v.object({ articleId: IdSchema, quotationId: IdSchema, dismissed: v.boolean() }),
    output: v.object({ previous: v.boolean(), quotations: v.array(QuotationViewSchema) }),
  },
  /**
   * The same passage, or the same words, as quotations of other articles: those that are worded
   * differently first. Articles in the bin are left out.
   */
  'quotations.elsewhere': {
    input: v.object({ articleId: IdSchema, quotationId: IdSchema }),
    output: v.array(QuotedElsewhereSchema),
  },
  /** Signs a quotation (`confirmed`, or `accepted` with a reason), or takes the word back (`null`). */
  'quotations.setCheck': {
    input: v.object({
      articleId: IdSchema,
      quotationIds: v.array(IdSchema),
      check: v.nullable(
        v.object({
          kind: v.picklist(['confirmed', 'accepted']),
          reason: v.nullable(LineSchema),
        }),
      ),
    }),
    output: v.object({ quotations: v.array(QuotationViewSchema) }),
  },
} as const;
