import * as v from 'valibot';
import { IdSchema, OffsetSchema } from './common';
import { CheckSchema, LinkedPassageSchema } from './quotation';
import { CorrectionSchema } from './version';

/**
 * Where a claim stands: nothing chosen yet, a passage there that nobody has signed, signed, or linked to
 * words of a source that says something else now. A claim is in the article's own words, so it has no
 * word diff and no verdict.
 */
export const CLAIM_STATES = ['open', 'linked', 'checked', 'passage-changed'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** What an article's text says of a claim that is marked in it: read anew with every save. */
export interface ClaimReading {
  id: string;
  /** Counts from 1 in the order of the text. */
  ordinal: number;
  text: string;
  /** Offsets into the article's plain text; several where something stands in between. */
  parts: { start: number; end: number }[];
}

export const ClaimViewSchema = v.object({
  id: IdSchema,
  articleId: IdSchema,
  ordinal: v.number(),
  text: v.string(),
  parts: v.array(v.object({ start: OffsetSchema, end: OffsetSchema })),
  link: v.nullable(LinkedPassageSchema),
  state: v.picklist(CLAIM_STATES),
  check: v.nullable(CheckSchema),
  /** The newest word that holds no longer, because the claim or its passage has changed since. */
  lapsed: v.nullable(CheckSchema),
  /** What became of the passage, where the source was corrected and the link could not follow. */
  correction: v.exactOptional(CorrectionSchema),
});
export type ClaimView = v.InferOutput<typeof ClaimViewSchema>;

/** A passage of the library that may say what a claim says. */
export const ClaimProposalSchema = v.object({
  ...LinkedPassageSchema.entries,
  /** The words that both have in common, as offsets into `exact`. */
  shared: v.array(v.object({ start: OffsetSchema, end: OffsetSchema })),
  /** Figures of the claim that the passage has not, as the claim writes them. */
  missingFigures: v.array(v.string()),
  /** Words around the passage, for reading. */
  before: v.string(),
  after: v.string(),
});
export type ClaimProposal = v.InferOutput<typeof ClaimProposalSchema>;

/** True for a claim that somebody has signed, and whose words and passage are those of then. */
export function isClaimSettled({ state }: Pick<ClaimView, 'state'>): boolean {
  return state === 'checked';
}
