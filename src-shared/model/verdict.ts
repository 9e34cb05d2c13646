import * as v from 'valibot';

/**
 * What the comparison of a quotation with its passage says. Always computed, never typed in.
 * The meaning of each is in STANDARDS section 5.2; `unlinked` means that no passage was chosen yet.
 */
export const VERDICTS = [
  'verbatim',
  'permitted',
  'review',
  'altered',
  'missing',
  'not-checkable',
  'unlinked',
] as const;
export const VerdictSchema = v.picklist(VERDICTS);
export type Verdict = (typeof VERDICTS)[number];

/** One machine-readable reason of a verdict; `draft` and `source` are the words it is about. */
export const ReasonSchema = v.object({
  code: v.string(),
  draft: v.exactOptional(v.string()),
  source: v.exactOptional(v.string()),
});
export type Reason = v.InferOutput<typeof ReasonSchema>;

/**
 * The reason that the interface gives, and the engine never: the words changed, and the library has not
 * answered on the new ones.
 */
export const NOT_COMPARED = 'not-compared';

/**
 * The reason that the library gives, and the engine never: the source was corrected after the link was
 * made, and the passage is not there in the same words.
 */
export const SOURCE_CORRECTED = 'source-corrected';

/** A piece of a word diff from the source's wording to the draft's, in reading order. */
export const DiffSegmentSchema = v.object({
  type: v.picklist(['same', 'added', 'removed']),
  text: v.string(),
});
export type DiffSegment = v.InferOutput<typeof DiffSegmentSchema>;
