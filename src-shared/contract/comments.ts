import * as v from 'valibot';
import { CommentTextSchema, CommentThreadSchema } from '../model/comment';
import { IdSchema } from '../model/common';

const thread = { articleId: IdSchema, threadId: IdSchema };

export const commentMethods = {
  /** The comments on an article, in the order in which they were begun. */
  'comments.list': {
    input: v.object({ articleId: IdSchema }),
    output: v.array(CommentThreadSchema),
  },
  /**
   * Begins a thread. Its id is the one that the document's text has; one that was removed is there
   * again, as it was.
   */
  'comments.start': {
    input: v.object({ ...thread, quote: v.string(), text: CommentTextSchema }),
    output: v.object({}),
  },
  'comments.reply': {
    input: v.object({ ...thread, commentId: IdSchema, text: CommentTextSchema }),
    output: v.object({}),
  },
  /** Changes what a comment says; answers what it said, for undo. */
  'comments.edit': {
    input: v.object({ ...thread, commentId: IdSchema, text: CommentTextSchema }),
    output: v.object({ previous: v.string() }),
  },
  'comments.setResolved': {
    input: v.object({ ...thread, resolved: v.boolean() }),
    output: v.object({}),
  },
  /** Takes one comment away, or the whole thread where no comment is named; or puts it back. */
  'comments.setRemoved': {
    input: v.object({ ...thread, commentId: v.nullable(IdSchema), removed: v.boolean() }),
    output: v.object({}),
  },
} as const;
