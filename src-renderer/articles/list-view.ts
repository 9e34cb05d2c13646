import type { ArticleShelf, ArticleStatus, ArticleSummary } from '../../src-shared/model/article';
import { fold } from '../ui/palette-search';

/** Which articles the library lists, and in what order. */
export interface ArticleListView {
  shelf: ArticleShelf;
  /** Null lists every one. */
  status: ArticleStatus | null;
  tag: string | null;
  sort: ArticleSort;
  /** What was typed to find some of them. */
  query: string;
}

export type ArticleSort = 'changed' | 'title' | 'status';

export const USUAL_LIST: ArticleListView = {
  shelf: 'desk',
  status: null,
  tag: null,
  sort: 'changed',
  query: '',
};

export const STATUSES: readonly ArticleStatus[] = ['draft', 'in-check', 'finished'];

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** What is searched of an article, folded once: lists are filtered at every key. */
const searched = new WeakMap<ArticleSummary, string>();

function searchedWords(article: ArticleSummary): string {
  const known = searched.get(article);
  if (known !== undefined) return known;
  const { headline, section, tags } = article;
  const words = fold([headline, section ?? '', ...tags].join('\n'));
  searched.set(article, words);
  return words;
}

/**
 * The articles that a view lists, in its order. `articles` are those of its shelf's list, the one that
 * changed last first; those that tie stay in that order.
 */
export function articlesIn(
  view: ArticleListView,
  articles: readonly ArticleSummary[],
): ArticleSummary[] {
  const parts = fold(view.query.trim()).split(/\s+/).filter(Boolean);
  const listed = articles.filter(
    (article) =>
      article.shelf === view.shelf &&
      (view.status === null || article.status === view.status) &&
      (view.tag === null || article.tags.includes(view.tag)) &&
      parts.every((part) => searchedWords(article).includes(part)),
  );
  if (view.sort === 'title') {
    // Those without a headline are not what is looked for by its name: they come last.
    listed.sort(
      (a, b) =>
        Number(a.headline === '') - Number(b.headline === '') ||
        collator.compare(a.headline, b.headline),
    );
  }
  if (view.sort === 'status') {
    listed.sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
  }
  return listed;
}

/** How many articles of a shelf have each status. */
export function countStatuses(
  articles: readonly ArticleSummary[],
  shelf: ArticleShelf,
): Map<ArticleStatus, number> {
  const counts = new Map<ArticleStatus, number>();
  for (const article of articles) {
    if (article.shelf === shelf) counts.set(article.status, (counts.get(article.status) ?? 0) + 1);
  }
  return counts;
}
