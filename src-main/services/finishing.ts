import { sameExceptComments } from '../../src-shared/document/same-except-comments';
import type { Document } from '../../src-shared/document/schema';
import { StetError } from '../../src-shared/errors';
import { readArticle, updateArticle } from '../library/articles';
import { openDocument, readWorkingCopy } from '../library/documents';
import { keepRevision, readLastFinish } from '../library/revisions';
import { type Write, write } from '../library/write';
import type { Context, Handlers } from './context';
import { freezeByline, unfreezeByline } from './freeze-byline';

/*
 * A finished article is locked: its words, its details, its byline and what its quotations and claims
 * are linked to stay as they were printed. Comments, read-backs and checks are no part of what was
 * printed: they go on.
 */

export const finishing = {
  'finish.state': ({ library }, { articleId }) => {
    const { status, language, section, dateline, tags } = readArticle(library.db, articleId);
    const details = { status, language, section, dateline, tags };
    const last = readLastFinish(library.db, articleId);
    const finished = status === 'finished' ? last : null;
    return { details, finished, wasFinished: status === 'finished' || last !== null };
  },

  'finish.reopen': ({ library }, { articleIds, status, reason }) => {
    write(library, (transaction) => {
      for (const articleId of articleIds) {
        if (readArticle(library.db, articleId).status !== 'finished') continue;
        keepRevision(transaction, articleId, 'reopen', reason);
        unfreezeByline(transaction, articleId);
        updateArticle(transaction, articleId, { status, finishedByline: null });
      }
    });
    return {};
  },
} satisfies Partial<Handlers>;

/** Throws `article-finished` where nothing of an article may be changed. Throws `not-found`. */
export function requireUnfinished({ library }: Context, articleId: string): void {
  if (readArticle(library.db, articleId).status === 'finished') {
    throw new StetError('article-finished', { articleId });
  }
}

/** Throws `article-finished` where a document would change more than what comments are about. */
export function requireSameText({ library }: Context, articleId: string, document: Document): void {
  const stored = openDocument(readWorkingCopy(library.db, articleId));
  if (!sameExceptComments(stored, document)) throw new StetError('article-finished', { articleId });
}

/** Makes an article finished: its words are kept, and its byline as printed. The gate was asked before. */
export function finishArticle(context: Context, transaction: Write, articleId: string): void {
  keepRevision(transaction, articleId, 'finish');
  const finishedByline = freezeByline(context, transaction, articleId);
  updateArticle(transaction, articleId, { status: 'finished', finishedByline });
}
