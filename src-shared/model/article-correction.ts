import * as v from 'valibot';
import { IdSchema, TimeSchema } from './common';

/**
 * What an editor says below an article that was published: it was wrong (correction), it could be
 * misread (clarification), or something has happened since (update).
 */
export const CORRECTION_KINDS = ['correction', 'clarification', 'update'] as const;
export const CorrectionKindSchema = v.picklist(CORRECTION_KINDS);
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** The words of a correction: paragraphs of plain text. */
export const CorrectionTextSchema = v.pipe(
  v.string(),
  v.maxLength(5_000),
  v.transform((text) => text.replace(/\r\n?/g, '\n').replace(/\n{3,}/g, '\n\n')),
  v.trim(),
  v.minLength(1),
);

/** A correction of an article, in the editor's own words. A source's corrections are its versions. */
export const ArticleCorrectionSchema = v.object({
  id: IdSchema,
  kind: CorrectionKindSchema,
  text: v.string(),
  /** Whoever wrote it, as they were called then; '' where nobody had said their name. */
  editorName: v.string(),
  /** When it was made: the date that it is printed with. */
  at: TimeSchema,
  /** When it first went out with an export; it is not changed from then on. */
  exportedAt: v.nullable(TimeSchema),
});
export type ArticleCorrection = v.InferOutput<typeof ArticleCorrectionSchema>;

/** When an article that is exported was changed last: its words, or what is said below them. */
export function modifiedAt(
  updatedAt: string,
  corrections: readonly Pick<ArticleCorrection, 'at'>[],
): string {
  return [updatedAt, ...corrections.map(({ at }) => at)].sort().at(-1)!;
}
