import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import {
  type ArticleDetails,
  ArticleDetailsSchema,
  type ArticleShelf,
} from '../../src-shared/model/article';
import type { BylineStyle } from '../../src-shared/model/byline';
import { readJson } from './json';
import { prepare } from './sqlite';
import { insertRow, timeOf, updateRow, type Write } from './write';

export interface StoredArticle extends ArticleDetails {
  id: string;
  headline: string;
  bylineStyle: BylineStyle;
  /** Written by an editor in place of the generated line. */
  bylineOverride: string | null;
  /** The byline as it was pasted or imported. */
  bylineRaw: string | null;
  /** The byline as printed, while the article is finished. */
  finishedByline: { line: string; tail: string } | null;
  shelf: ArticleShelf;
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
  byline_override: string | null;
  byline_raw: string | null;
  finished_byline: string | null;
  finished_tail: string | null;
  headline: string;
  archived_at: string | null;
  deleted_at: string | null;
  erased_at: string | null;
  written_at: string;
}

type CountedRow = ArticleRow & { total: number; open: number };

const LIST = `
  SELECT article.*, count(quotation.id) AS total, coalesce(sum(quotation.settled = 0), 0) AS open
  FROM article LEFT JOIN quotation ON quotation.article_id = article.id
    AND quotation.deleted_at IS NULL AND quotation.dismissed = 0`;

/** Articles that are not in the bin, the one changed last first. */
export function listArticles(db: Database): ListedArticle[] {
  return listed(
    prepare<CountedRow>(
      db,
      `${LIST} WHERE article.deleted_at IS NULL GROUP BY article.id ORDER BY article.clock DESC`,
    ).all(),
  );
}

/** Articles in the bin, the one thrown away last first. */
export function listRemovedArticles(db: Database): ListedArticle[] {
  return listed(
    prepare<CountedRow>(
      db,
      `${LIST} WHERE article.deleted_at IS NOT NULL AND article.erased_at IS NULL
       GROUP BY article.id ORDER BY article.deleted_at DESC, article.clock DESC`,
    ).all(),
  );
}

function listed(rows: readonly CountedRow[]): ListedArticle[] {
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

/** An article, also one in the bin; throws `not-found` where there is none, or none any more. */
export function readArticle(db: Database, id: string): StoredArticle {
  const row = prepare<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?').get(id);
  if (!row || row.erased_at !== null) throw new StetError('not-found', { articleId: id });
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
    bylineOverride?: string | null;
    bylineRaw?: string | null;
    finishedByline?: { line: string; tail: string } | null;
    shelf?: ArticleShelf;
    /** ISO 8601; an article that has it is not to be had any more. */
    erasedAt?: string;
  },
): void {
  const {
    tags,
    bylineStyle,
    bylineOverride,
    bylineRaw,
    finishedByline,
    shelf,
    erasedAt,
    ...plain
  } = changes;
  updateRow(
    write,
    'article',
    { id },
    {
      ...plain,
      ...(tags ? { tags: JSON.stringify(tags) } : {}),
      ...(bylineStyle ? { byline_style: bylineStyle } : {}),
      ...(bylineOverride === undefined ? {} : { byline_override: bylineOverride }),
      ...(bylineRaw === undefined ? {} : { byline_raw: bylineRaw }),
      ...(finishedByline === undefined
        ? {}
        : {
            finished_byline: finishedByline?.line ?? null,
            finished_tail: finishedByline?.tail ?? null,
          }),
      ...(shelf === undefined ? {} : shelved(shelf, timeOf(write))),
      ...(erasedAt === undefined ? {} : { erased_at: erasedAt }),
    },
    { articleId: id },
  );
}

/** The columns for where an article lies. */
function shelved(shelf: ArticleShelf, now: string): Record<string, string | null> {
  if (shelf === 'bin') return { deleted_at: now };
  return { deleted_at: null, archived_at: shelf === 'archive' ? now : null };
}

function shelfOf(row: ArticleRow): ArticleShelf {
  if (row.deleted_at !== null) return 'bin';
  return row.archived_at === null ? 'desk' : 'archive';
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
    bylineOverride: row.byline_override,
    bylineRaw: row.byline_raw,
    finishedByline:
      row.finished_byline === null
        ? null
        : { line: row.finished_byline, tail: row.finished_tail ?? '' },
    shelf: shelfOf(row),
    updatedAt: row.written_at,
  };
}
