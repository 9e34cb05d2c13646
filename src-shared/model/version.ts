import * as v from 'valibot';
import { IdSchema, OffsetSchema, TimeSchema } from './common';
import { DiffSegmentSchema, VerdictSchema } from './verdict';

/**
 * What a version of a source is: as it came in, a machine's transcript, corrected, anonymised or
 * translated. The first three say what the source says, and the newest of them is the current one; the
 * others are beside it and never in its place (docs/decisions/0015-versions.md).
 */
export const VERSION_KINDS = [
  'extraction',
  'machine',
  'corrected',
  'anonymised',
  'translated',
] as const;
export const VersionKindSchema = v.picklist(VERSION_KINDS);
export type VersionKind = (typeof VERSION_KINDS)[number];

/** What the first version of a source can be. */
export const FirstVersionKindSchema = v.picklist(['extraction', 'machine']);
export type FirstVersionKind = v.InferOutput<typeof FirstVersionKindSchema>;

/** True where a version of this kind takes the place of the ones before. */
export function isOfRecord(kind: VersionKind): boolean {
  return kind !== 'anonymised' && kind !== 'translated';
}

/** A version of a source that was not taken back, without its words. */
export const VersionSummarySchema = v.object({
  id: IdSchema,
  /** Counts from 1 among those that were not taken back. */
  number: v.number(),
  kind: VersionKindSchema,
  /** Why it was added, in the editor's words. */
  reason: v.nullable(v.string()),
  /** Of a translation: BCP 47. */
  language: v.nullable(v.string()),
  isCurrent: v.boolean(),
  /** The file that it came in with; null where it was typed or pasted. */
  fileName: v.nullable(v.string()),
  editorName: v.string(),
  at: TimeSchema,
});
export type VersionSummary = v.InferOutput<typeof VersionSummarySchema>;

/** Why a link was not carried over to a new version of its source. */
export const NotCarriedSchema = v.picklist([
  /** The words are not there any more. */
  'changed',
  /** They are at several places, and none fits better than the others. */
  'several-places',
  /** They are at another place, and nothing tells that it is the same. */
  'lookalike',
  /** They are there, more than 5 seconds from where they were. */
  'other-time',
]);
export type NotCarried = v.InferOutput<typeof NotCarriedSchema>;

/**
 * What became of a passage whose source was corrected since: what is at its place in the current
 * version. The link stays with the version that it was made to until an editor decides.
 */
export const CorrectionSchema = v.object({
  /** The current version. */
  versionId: IdSchema,
  kind: VersionKindSchema,
  reason: v.nullable(v.string()),
  at: TimeSchema,
  because: NotCarriedSchema,
  /** The nearest wording; null where nothing there resembles it. Offsets into the current version. */
  wording: v.nullable(
    v.object({
      start: OffsetSchema,
      end: OffsetSchema,
      text: v.string(),
      /** From the passage's words to these. */
      changes: v.array(DiffSegmentSchema),
      /** What linking the quotation there would give, and the diff from these words to its own. */
      verdict: VerdictSchema,
      diff: v.array(DiffSegmentSchema),
    }),
  ),
});
export type Correction = v.InferOutput<typeof CorrectionSchema>;

/**
 * What a source's versions mean for a quotation or a claim: `review`: the link stayed with a version that was
 * corrected, and nobody has decided; `kept`: an editor signed for that since; `carried`: the link
 * followed a correction; `open`: linked to the current version, and not settled; `settled`: linked to
 * it, and settled; `unlinked`: it has the words of an older version that the current one does not
 * have, and is linked to nothing.
 */
export const ImpactStatusSchema = v.picklist([
  'review',
  'unlinked',
  'open',
  'carried',
  'kept',
  'settled',
]);
export type ImpactStatus = v.InferOutput<typeof ImpactStatusSchema>;

/** What of an article is linked to a passage: words in quotation marks, or words marked as a claim. */
export const SourceUseKindSchema = v.picklist(['quotation', 'claim']);
export type SourceUseKind = v.InferOutput<typeof SourceUseKindSchema>;

export const ImpactArticleSchema = v.object({
  articleId: IdSchema,
  headline: v.string(),
  /** It is out: where something needs a look, a correction may be due. */
  isFinished: v.boolean(),
  /** Quotations in the order of the text, then claims. */
  quotations: v.array(
    v.object({
      kind: SourceUseKindSchema,
      /** Of the quotation, or of the claim. */
      quotationId: IdSchema,
      ordinal: v.number(),
      text: v.string(),
      status: ImpactStatusSchema,
      /** Null of a claim. */
      verdict: v.nullable(VerdictSchema),
      isSettled: v.boolean(),
      sourceId: IdSchema,
      sourceTitle: v.string(),
      /** Of the version that it is linked to; null where it is linked to nothing. */
      versionNumber: v.nullable(v.number()),
    }),
  ),
});
export type ImpactArticle = v.InferOutput<typeof ImpactArticleSchema>;

/** Articles with those first that need a look. */
export const ImpactSchema = v.object({
  articles: v.array(ImpactArticleSchema),
  carried: v.number(),
  review: v.number(),
  unlinked: v.number(),
});
export type Impact = v.InferOutput<typeof ImpactSchema>;

/** A paragraph of a comparison: what only the first version has is removed, what only the second has added. */
export const ComparedParagraphSchema = v.object({
  type: v.picklist(['same', 'changed']),
  segments: v.array(DiffSegmentSchema),
});
export type ComparedParagraph = v.InferOutput<typeof ComparedParagraphSchema>;
