import * as v from 'valibot';
import { IdSchema, OffsetSchema, TimeSchema } from './common';
import { DiffSegmentSchema, ReasonSchema, VerdictSchema } from './verdict';
import { CorrectionSchema } from './version';

/** W3C text-quote selector plus position, into the text of one source version. */
export const PassageSchema = v.object({
  sourceId: IdSchema,
  sourceVersionId: IdSchema,
  start: OffsetSchema,
  end: OffsetSchema,
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
});
export type Passage = v.InferOutput<typeof PassageSchema>;

/** What a client names to link a quotation: the selector is made by the library. */
export const PassageTargetSchema = v.object({
  sourceVersionId: IdSchema,
  start: OffsetSchema,
  end: OffsetSchema,
});
export type PassageTarget = v.InferOutput<typeof PassageTargetSchema>;

/** Where a passage stands, in the words of its source: shown as "07:52", "p. 6", "¶ 4". */
export const PlaceSchema = v.object({
  page: v.nullable(v.number()),
  time: v.nullable(v.number()),
  paragraph: v.nullable(v.number()),
  speaker: v.nullable(v.string()),
});
export type Place = v.InferOutput<typeof PlaceSchema>;

export const LinkedPassageSchema = v.object({
  ...PassageSchema.entries,
  sourceTitle: v.string(),
  place: PlaceSchema,
});

/** An editor's signed word; gone from the view as soon as either text has changed since. */
export const CheckSchema = v.object({
  kind: v.picklist(['confirmed', 'accepted']),
  reason: v.nullable(v.string()),
  editorName: v.string(),
  at: TimeSchema,
});
export type Check = v.InferOutput<typeof CheckSchema>;

/** Who the article itself says is speaking; `name` is null where the text leaves it open. */
export const AttributionSchema = v.object({
  phrase: v.string(),
  name: v.nullable(v.string()),
  confidence: v.number(),
  /** Second-hand attribution: who reported it, e.g. "Xinhua news agency". */
  channel: v.nullable(v.string()),
});

const KindSchema = v.picklist(['direct', 'fragment', 'block']);
const SuggestionSchema = v.object({
  kind: v.picklist(['title', 'scare', 'nickname', 'word']),
  reason: v.string(),
});

/** What an article's text says of a quotation that is marked in it: read anew with every change. */
export const QuotationReadingSchema = v.object({
  id: IdSchema,
  /** Counts from 1 in the order of the text. */
  ordinal: v.number(),
  kind: KindSchema,
  /** The words of its parts, quotation marks included. */
  text: v.string(),
  /** Several where an attribution splits the quotation; offsets into the article's plain text. */
  parts: v.array(v.object({ start: OffsetSchema, end: OffsetSchema, text: v.string() })),
  attribution: v.nullable(AttributionSchema),
  /** Why Stet thinks that nobody said this, or null. */
  suggestion: v.nullable(SuggestionSchema),
});
export type QuotationReading = v.InferOutput<typeof QuotationReadingSchema>;

export const QuotationViewSchema = v.object({
  id: IdSchema,
  articleId: IdSchema,
  /** Counts from 1 in the order of the text. */
  ordinal: v.number(),
  kind: KindSchema,
  /** The stretch of the article's plain text, quotation marks included. */
  start: OffsetSchema,
  end: OffsetSchema,
  /** Several where an attribution splits the quotation. */
  parts: v.array(v.object({ start: OffsetSchema, end: OffsetSchema })),
  text: v.string(),
  attribution: v.nullable(AttributionSchema),
  /** The person an editor, or an accepted link, named as the speaker. */
  speaker: v.nullable(v.object({ personId: IdSchema, name: v.string() })),
  /** True once the editor has said that this is not a quotation. */
  dismissed: v.boolean(),
  /** Why Stet thinks that nobody said this, or null. */
  suggestion: v.nullable(SuggestionSchema),
  link: v.nullable(LinkedPassageSchema),
  verdict: VerdictSchema,
  reasons: v.array(ReasonSchema),
  diff: v.array(DiffSegmentSchema),
  /** Where the source was corrected after the link was made, and the link could not follow. */
  correction: v.exactOptional(CorrectionSchema),
  check: v.nullable(CheckSchema),
});
export type QuotationView = v.InferOutput<typeof QuotationViewSchema>;

/** A passage of the library that fits a quotation. */
export const ProposalSchema = v.object({
  ...LinkedPassageSchema.entries,
  verdict: VerdictSchema,
  reasons: v.array(ReasonSchema),
  diff: v.array(DiffSegmentSchema),
  /** Words around the passage, for reading. */
  before: v.string(),
  after: v.string(),
});
export type Proposal = v.InferOutput<typeof ProposalSchema>;

/** The same passage, or the same words, as a quotation of another article. */
export const QuotedElsewhereSchema = v.object({
  articleId: IdSchema,
  headline: v.string(),
  quotationId: IdSchema,
  text: v.string(),
  verdict: VerdictSchema,
  /** True where it stands: by its verdict, or signed. */
  settled: v.boolean(),
  /** Who speaks there, as far as anybody knows; empty where nobody is named. */
  speaker: v.string(),
  /** False where the words are the same, but for marks, case and spaces. */
  isDifferent: v.boolean(),
});
export type QuotedElsewhere = v.InferOutput<typeof QuotedElsewhereSchema>;

/** A quotation stands when its words are the source's, or an editor has signed for it. */
export function isSettled(
  quotation: Pick<QuotationView, 'verdict' | 'check' | 'dismissed'>,
): boolean {
  return (
    quotation.dismissed ||
    quotation.check !== null ||
    quotation.verdict === 'verbatim' ||
    quotation.verdict === 'permitted'
  );
}

/** Counts of the Quotes panel and the article list; dismissed quotations do not count. */
export interface QuotationCounts {
  total: number;
  settled: number;
  open: number;
  noSpeaker: number;
}

/** Counts quotations the way the Quotes panel shows them. */
export function countQuotations(quotations: readonly QuotationView[]): QuotationCounts {
  const live = quotations.filter((quotation) => !quotation.dismissed);
  const settled = live.filter(isSettled).length;
  const noSpeaker = live.filter(
    (quotation) => quotation.speaker === null && !quotation.attribution?.name,
  ).length;
  return { total: live.length, settled, open: live.length - settled, noSpeaker };
}
