import type { Article } from '../../src-shared/model/article';
import { readArticle } from '../library/articles';
import { openDocument, readWorkingCopy } from '../library/documents';
import { readDesk, readPlace } from '../library/session';
import { viewByline } from './byline-view';
import type { Context } from './context';
import { viewQuotations } from './quotation-views';

/** An article as it is shown and exported. Throws `not-found`. */
export function viewArticle(
  context: Context,
  articleId: string,
  quotations = viewQuotations(context, articleId),
): Article {
  const { db } = context.library;
  const article = readArticle(db, articleId);
  const copy = readWorkingCopy(db, articleId);
  return {
    id: articleId,
    status: article.status,
    language: article.language,
    section: article.section,
    dateline: article.dateline,
    tags: article.tags,
    version: copy.version,
    document: openDocument(copy),
    byline: viewByline(context.library, article),
    quotations,
    place: readPlace(db, articleId),
    desk: readDesk(db, articleId),
    updatedAt: article.updatedAt,
  };
}
