import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import { type ArticleDetails, ArticleDetailsSchema } from '../../src-shared/model/article';
import type { BylineStyle } from '../../src-shared/model/byline';
import { readJson } from './json';
import { prepare } from './sqlite';
import { insertRow, timeOf, updateRow, type Write } from './write';

export interface StoredArticle extends ArticleDetails {
  id: string;
  headline: string;
  bylineStyle: BylineStyle;
  /** The byline as printed, while the article is finished. */
  finishedByline: { line: string; tail: string } | null;
  isDeleted: boolean;
  updatedAt: string;
}

export interface ListedArticle extends StoredArticle {
  quotationCount: number;
  openCount: number;
}

interface ArticleRow {
  id: string;
  status: ArticleDetails['status'];
  language: string;
  section: string | null;
  dateline: string | null;
  tags: string;
  byline_style: BylineStyle;
  finished_byline: string | null;
  finished_tail: string | null;
  headline: string;
  deleted_at: string | null;
  written_at: string;
}

/** Articles that are not in the bin, the one changed last first. */
export function listArticles(db: Database): ListedArticle[] {
  const rows = prepare<ArticleRow & { total: number; open: number }>(
    db,
    `SELECT article.*, count(quotation.id) AS total, coalesce(sum(quotation.settled = 0), 0) AS open
     FROM article LEFT JOIN quotation ON quotation.article_id = article.id
       AND quotation.deleted_at IS NULL AND quotation.dismissed = 0
     WHERE article.deleted_at IS NULL GROUP BY article.id ORDER BY article.clock DESC`,
  ).all();
  return rows.map((row) => ({
    ...fromRow(row),
    quotationCount: row.total,
    openCount: row.open,
  }));
}

export function countArticles(db: Database): number {
  return prepare(db, 'SELECT count(*) FROM article WHERE deleted_at IS NULL')
    .pluck()
    .get() as number;
}

/** An article, also one in the bin; throws `not-found` where there is none. */
export function readArticle(db: Database, id: string): StoredArticle {
  const row = prepare<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?').get(id);
  if (!row) throw new StetError('not-found', { articleId: id });
  return fromRow(row);
}

export function addArticle(
  write: Write,
  article: ArticleDetails & { id: string; headline: string; bylineStyle: BylineStyle },
): void {
  insertRow(write, 'article', {
    id: article.id,
    status: article.status,
    language: article.language,
    section: article.section,
    dateline: article.dateline,
    tags: JSON.stringify(article.tags),
    byline_style: article.bylineStyle,
    headline: article.headline,
    created_at: timeOf(write),
  });
}

/** Changes what is given; `headline` is derived from the document and comes with every save. */
export function updateArticle(
  write: Write,
  id: string,
  changes: Partial<ArticleDetails> & {
    headline?: string;
    bylineStyle?: BylineStyle;
    finishedByline?: { line: string; tail: string } | null;
    isDeleted?: boolean;
  },
): void {
  const { tags, bylineStyle, finishedByline, isDeleted, ...plain } = changes;
  updateRow(
    write,
    'article',
    { id },
    {
      ...plain,
      ...(tags ? { tags: JSON.stringify(tags) } : {}),
      ...(bylineStyle ? { byline_style: bylineStyle } : {}),
      ...(finishedByline === undefined
        ? {}
        : {
            finished_byline: finishedByline?.line ?? null,
            finished_tail: finishedByline?.tail ?? null,
          }),
      ...(isDeleted === undefined ? {} : { deleted_at: isDeleted ? timeOf(write) : null }),
    },
    { articleId: id },
  );
}

function fromRow(row: ArticleRow): StoredArticle {
  return {
    id: row.id,
    status: row.status,
    language: row.language,
    section: row.section,
    dateline: row.dateline,
    tags: readJson(ArticleDetailsSchema.entries.tags, row.tags),
    headline: row.headline,
    bylineStyle: row.byline_style,
    finishedByline:
      row.finished_byline === null
        ? null
        : { line: row.finished_byline, tail: row.finished_tail ?? '' },
    isDeleted: row.deleted_at !== null,
    updatedAt: row.written_at,
  };
}
