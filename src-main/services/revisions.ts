import { readArticle } from '../library/articles';
import { openDocument } from '../library/documents';
import { keepRevision, listRevisions, readRevision } from '../library/revisions';
import { write } from '../library/write';
import type { Handlers } from './context';

export const revisions = {
  'revisions.list': ({ library }, { articleId }) => {
    readArticle(library.db, articleId);
    return listRevisions(library.db, articleId);
  },

  'revisions.read': ({ library }, { articleId, revisionId }) => ({
    document: openDocument(readRevision(library.db, articleId, revisionId)),
  }),

  'revisions.keep': ({ library }, { articleId, reason, name }) => ({
    revisionId: write(library, (transaction) => keepRevision(transaction, articleId, reason, name)),
  }),
} satisfies Partial<Handlers>;
