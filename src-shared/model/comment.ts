import * as v from 'valibot';
import { IdSchema, TimeSchema } from './common';

/** What somebody writes in a comment: several lines, at most 10,000 characters. */
export const CommentTextSchema = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  v.minLength(1),
  v.maxLength(10_000),
);

export const CommentSchema = v.object({
  id: IdSchema,
  text: v.string(),
  /** As at the time of writing; empty where nobody had said their name. */
  editorName: v.string(),
  at: TimeSchema,
  editedAt: v.nullable(TimeSchema),
});
export type Comment = v.InferOutput<typeof CommentSchema>;

/**
 * Comments on a stretch of an article: the first, and the replies to it. Where the stretch is, the
 * document says: the NodeState `comment` of its text nodes has the thread's id.
 */
export const CommentThreadSchema = v.object({
  id: IdSchema,
  /** The words that it was begun on. */
  quote: v.string(),
  comments: v.array(CommentSchema),
  resolved: v.nullable(v.object({ editorName: v.string(), at: TimeSchema })),
});
export type CommentThread = v.InferOutput<typeof CommentThreadSchema>;
