import * as v from 'valibot';
import { IdSchema, LineSchema, TimeSchema } from './common';

/**
 * Why a revision was kept: the article was new or brought in, a pause in the work, another article was
 * turned to, an export, an older revision was put back, many words were replaced, an editor asked for
 * it, or the article was finished or reopened.
 */
export const REVISION_REASONS = [
  'new',
  'import',
  'pause',
  'switch',
  'export',
  'restore',
  'replace',
  'named',
  'finish',
  'reopen',
] as const;
export const RevisionReasonSchema = v.picklist(REVISION_REASONS);
export type RevisionReason = (typeof REVISION_REASONS)[number];

/** A state of an article that was kept, without its words. */
export const RevisionSchema = v.object({
  id: IdSchema,
  reason: RevisionReasonSchema,
  /** What an editor called it; of a finished article that was reopened, why it was. */
  name: v.nullable(LineSchema),
  /** Who worked on the article then; empty where nobody had said their name. */
  editorName: v.string(),
  at: TimeSchema,
  wordCount: v.number(),
});
export type Revision = v.InferOutput<typeof RevisionSchema>;
