import type { Database } from 'better-sqlite3';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

/** What a checker is not to find: a word or a rule in any article, a place in one. */
export type ExceptionKind = 'word' | 'rule' | 'place';

interface Exception {
  kind: ExceptionKind;
  value: string;
  /** Of a place; null otherwise. */
  articleId: string | null;
}

/** The values of a kind, of an article where it is one of places. */
export function listExceptions(
  db: Database,
  kind: ExceptionKind,
  articleId: string | null = null,
): string[] {
  return prepare(
    db,
    `SELECT DISTINCT value FROM main.spelling_exception
     WHERE kind = ? AND article_id IS ? AND deleted_at IS NULL ORDER BY value`,
  )
    .pluck()
    .all(kind, articleId) as string[];
}

/** Adds an exception, or puts one back that was taken away; or takes it away. Answers whether anything changed. */
export function setException(write: Write, exception: Exception, isThere: boolean): boolean {
  const { kind, value, articleId } = exception;
  const rows = prepare<{ id: string; deleted_at: string | null }>(
    write.db,
    `SELECT id, deleted_at FROM main.spelling_exception
     WHERE kind = ? AND value = ? AND article_id IS ? ORDER BY id`,
  ).all(kind, value, articleId);
  // Two editors may have added the same while they were apart.
  const standing = rows.filter(({ deleted_at }) => deleted_at === null);
  if (isThere === standing.length > 0) return false;
  const about = articleId === null ? {} : { articleId };
  if (!isThere) {
    for (const { id } of standing) {
      updateRow(write, 'spelling_exception', { id }, { deleted_at: timeOf(write) }, about);
    }
  } else if (rows[0]) {
    updateRow(write, 'spelling_exception', { id: rows[0].id }, { deleted_at: null }, about);
  } else {
    insertRow(write, 'spelling_exception', { id: newId(), kind, value, article_id: articleId });
  }
  return true;
}
