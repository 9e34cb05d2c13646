import { StetError } from '../../src-shared/errors';
import {
  addArticleCorrection,
  listArticleCorrections,
  readArticleCorrection,
  setArticleCorrectionWithdrawn,
  setArticleCorrectionWords,
} from '../library/article-corrections';
import { readArticle } from '../library/articles';
import { readLastFinish } from '../library/revisions';
import { write } from '../library/write';
import type { Handlers } from './context';

/*
 * What is said below an article after it was published. The words are the editor's own: whatever
 * happens to sources, they stay, and they go out with every export of the article.
 */

export const articleCorrections = {
  'corrections.list': ({ library }, { articleId }) => {
    readArticle(library.db, articleId);
    return listArticleCorrections(library.db, articleId);
  },

  'corrections.add': ({ library }, { articleId, ...words }) => {
    const { status } = readArticle(library.db, articleId);
    // While it is reopened, the correction may be written before the text is changed, or after.
    if (status !== 'finished' && readLastFinish(library.db, articleId) === null) {
      throw new StetError('article-not-finished', { articleId });
    }
    return write(library, (transaction) => ({
      correctionId: addArticleCorrection(transaction, articleId, words),
    }));
  },

  'corrections.edit': ({ library }, { articleId, correctionId, ...words }) => {
    const correction = readArticleCorrection(library.db, articleId, correctionId);
    if (correction.exportedAt !== null) throw new StetError('correction-exported', { articleId });
    write(library, (transaction) =>
      setArticleCorrectionWords(transaction, articleId, correctionId, words),
    );
    return {};
  },

  'corrections.setWithdrawn': ({ library }, { articleId, correctionId, withdrawn }) => {
    readArticleCorrection(library.db, articleId, correctionId);
    write(library, (transaction) =>
      setArticleCorrectionWithdrawn(transaction, articleId, correctionId, withdrawn),
    );
    return {};
  },
} satisfies Partial<Handlers>;
