import { StetError } from '../../src-shared/errors';
import { readArticle } from '../library/articles';
import {
  addComment,
  addThread,
  hasThread,
  listThreads,
  readCommentText,
  setCommentRemoved,
  setCommentText,
  setThreadRemoved,
  setThreadResolved,
} from '../library/comments';
import { type Write, write } from '../library/write';
import type { Context, Handlers } from './context';

interface Thread {
  articleId: string;
  threadId: string;
}

export const comments = {
  'comments.list': ({ library }, { articleId }) => {
    readArticle(library.db, articleId);
    return listThreads(library.db, articleId);
  },

  'comments.start': (context, { articleId, threadId, quote, text }) => {
    const { db } = context.library;
    readArticle(db, articleId);
    return change(context, articleId, (transaction) => {
      if (hasThread(db, articleId, threadId)) {
        setThreadRemoved(transaction, threadId, false);
        return;
      }
      addThread(transaction, articleId, threadId, quote);
      addComment(transaction, threadId, text);
    });
  },

  'comments.reply': (context, { text, commentId, ...thread }) =>
    onThread(context, thread, (transaction) =>
      addComment(transaction, thread.threadId, text, commentId),
    ),

  'comments.edit': (context, { text, commentId, ...thread }) => {
    const previous = readCommentText(context.library.db, thread.threadId, commentId);
    onThread(context, thread, (transaction) => setCommentText(transaction, commentId, text));
    return { previous };
  },

  'comments.setResolved': (context, { resolved, ...thread }) =>
    onThread(context, thread, (transaction) =>
      setThreadResolved(transaction, thread.threadId, resolved),
    ),

  'comments.setRemoved': (context, { commentId, removed, ...thread }) =>
    onThread(context, thread, (transaction) => {
      if (commentId === null) {
        setThreadRemoved(transaction, thread.threadId, removed);
        return;
      }
      readCommentText(transaction.db, thread.threadId, commentId);
      setCommentRemoved(transaction, commentId, removed);
    }),
} satisfies Partial<Handlers>;

/** Changes a thread that is one of the article's; throws `not-found`. */
function onThread(context: Context, thread: Thread, work: (transaction: Write) => void) {
  if (!hasThread(context.library.db, thread.articleId, thread.threadId)) {
    throw new StetError('not-found', { threadId: thread.threadId });
  }
  return change(context, thread.articleId, work);
}

function change(context: Context, articleId: string, work: (transaction: Write) => void) {
  write(context.library, work);
  context.announce('comments.changed', { articleId });
  return {};
}
