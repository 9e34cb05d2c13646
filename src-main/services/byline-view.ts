import { formatByline } from '../../src-shared/byline/format';
import type { Byline } from '../../src-shared/model/byline';
import type { StoredArticle } from '../library/articles';
import { listCredits } from '../library/credits';
import type { Library } from '../library/open';

/** The credits of an article and their lines: generated, or as printed where it is finished. */
export function viewByline(
  { db }: Pick<Library, 'db'>,
  article: Pick<StoredArticle, 'id' | 'bylineStyle' | 'language' | 'finishedByline'>,
): Byline {
  const credits = listCredits(db, article.id);
  const { line, tail } =
    article.finishedByline ?? formatByline(credits, article.bylineStyle, article.language);
  return { style: article.bylineStyle, credits, line, tail };
}
