import type { Database } from 'better-sqlite3';
import { type EditingPlace, EditingPlaceSchema } from '../../src-shared/model/article';
import { readJson } from './json';
import { prepare } from './sqlite';
import { putRow, type Write } from './write';

const LAST_ARTICLE = 'last_article';

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
