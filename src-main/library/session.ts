import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import {
  type Desk,
  DeskSchema,
  type EditingPlace,
  EditingPlaceSchema,
} from '../../src-shared/model/article';
import { IdSchema } from '../../src-shared/model/common';
import { readJson } from './json';
import { prepare } from './sqlite';
import { putRow, type Write } from './write';

const LAST_ARTICLE = 'last_article';
const RECENT_ARTICLES = 'recent_articles';
/** So many recent articles are remembered. */
const RECENT_KEPT = 40;

/** The article that was open last, if it is not in the bin. */
export function readLastArticle(db: Database): string | null {
  return (
    (prepare(
      db,
      `SELECT article.id FROM session JOIN article ON article.id = session.value
       WHERE session.key = ? AND article.deleted_at IS NULL`,
    )
      .pluck()
      .get(LAST_ARTICLE) as string | undefined) ?? null
  );
}

export function setLastArticle(write: Write, articleId: string): void {
  putRow(write, 'session', 'key', { key: LAST_ARTICLE, value: articleId });
}

export function readPlace(db: Database, articleId: string): EditingPlace | null {
  const json = prepare(db, 'SELECT place FROM editing_place WHERE article_id = ?')
    .pluck()
    .get(articleId) as string | undefined;
  if (json === undefined) return null;
  return readJson(EditingPlaceSchema, json);
}

export function putPlace(write: Write, articleId: string, place: EditingPlace): void {
  putRow(write, 'editing_place', 'article_id', {
    article_id: articleId,
    place: JSON.stringify(place),
  });
}

/** The articles that were opened last, the newest first; those in the bin left out. */
export function readRecentArticles(db: Database): string[] {
  return prepare(
    db,
    `SELECT article.id FROM json_each(?) AS known JOIN article ON article.id = known.value
     WHERE article.deleted_at IS NULL ORDER BY known.key`,
  )
    .pluck()
    .all(JSON.stringify(knownRecent(db))) as string[];
}

/** Puts an article at the head of those that were opened last. */
export function addRecentArticle(write: Write, articleId: string): void {
  const known = knownRecent(write.db);
  if (known[0] === articleId) return;
  const value = [articleId, ...known.filter((id) => id !== articleId)].slice(0, RECENT_KEPT);
  putRow(write, 'session', 'key', { key: RECENT_ARTICLES, value: JSON.stringify(value) });
}

function knownRecent(db: Database): string[] {
  const json = prepare(db, 'SELECT value FROM session WHERE key = ?')
    .pluck()
    .get(RECENT_ARTICLES) as string | undefined;
  return json === undefined ? [] : readJson(v.array(IdSchema), json);
}

export function readDesk(db: Database, articleId: string): Desk | null {
  const json = prepare(db, 'SELECT desk FROM private.article_desk WHERE article_id = ?')
    .pluck()
    .get(articleId) as string | undefined;
  return json === undefined ? null : readJson(DeskSchema, json);
}

/** In the private file: it names the source that is read beside the article, whichever that is. */
export function putDesk(write: Write, articleId: string, desk: Desk): void {
  const row = { article_id: articleId, desk: JSON.stringify(desk) };
  putRow(write, 'article_desk', 'article_id', row, 'private');
}
