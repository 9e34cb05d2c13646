import { formatByline } from '../../src-shared/byline/format';
import { unnamedIn } from '../../src-shared/byline/override';
import { BuiltInStyleSchema, type Byline } from '../../src-shared/model/byline';
import type { StoredArticle } from '../library/articles';
import { listCredits } from '../library/credits';
import { findHouseStyle } from '../library/house-styles';
import type { Library } from '../library/open';

/** The manner in which a byline is printed whose house style was deleted. */
const FALLBACK = 'ap';

type Bylined = Pick<
  StoredArticle,
  'id' | 'bylineStyle' | 'bylineOverride' | 'bylineRaw' | 'language' | 'finishedByline'
>;

/** The credits of an article and their lines: generated, as an editor wrote them, or as printed where it is finished. */
export function viewByline({ db }: Pick<Library, 'db'>, article: Bylined): Byline {
  const { bylineStyle: style, bylineOverride: override, finishedByline } = article;
  const credits = listCredits(db, article.id);
  const builtIn = BuiltInStyleSchema.options.find((one) => one === style) ?? null;
  const found = builtIn ?? findHouseStyle(db, style);
  const generated = formatByline(credits, found ?? FALLBACK, article.language);
  const { line, tail } = finishedByline ?? { ...generated, line: override ?? generated.line };
  return {
    style,
    override,
    raw: article.bylineRaw,
    credits,
    line,
    tail,
    unnamed: override === null ? [] : unnamedIn(override, credits),
    isStyleMissing: found === null,
  };
}
