import type { Database } from 'better-sqlite3';
import { updateArticle } from './articles';
import { prepare } from './sqlite';
import { HOMES, type Home, timeOf, type Write } from './write';

/**
 * Takes away the words of an article and everything that hangs on it, in both files. What stays is the
 * bare row, which says that it was deleted: a library that was copied before knows by it that the
 * article is not new.
 */
export function eraseArticle(write: Write, articleId: string): void {
  const { db } = write;
  updateArticle(write, articleId, {
    shelf: 'bin',
    headline: '',
    section: null,
    dateline: null,
    tags: [],
    finishedByline: null,
    bylineOverride: null,
    bylineRaw: null,
    erasedAt: timeOf(write),
  });
  // Rows that name each other go in one transaction, in whatever order.
  db.pragma('defer_foreign_keys = ON');
  for (const home of HOMES) {
    for (const { table, rows } of hangingOn(db, home).reverse()) {
      prepare(db, `DELETE FROM ${home}.${table} WHERE ${rows}`).run({ articleId });
    }
  }
}

/** The tables whose rows belong to an article, and the condition for those of `@articleId`; parents first. */
function hangingOn(db: Database, home: Home): { table: string; rows: string }[] {
  const tables = prepare<{ name: string }>(
    db,
    `SELECT name FROM ${home}.sqlite_schema WHERE type = 'table' AND name <> 'article'
     AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  )
    .all()
    .map(({ name }) => name);
  const found = new Map<string, string>();
  for (const table of tables) {
    if (columnsOf(db, home, table).includes('article_id')) {
      found.set(table, 'article_id = @articleId');
    }
  }
  // What refers to one of them and does not name the article itself: a comment belongs to its thread.
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const table of tables.filter((name) => !found.has(name))) {
      for (const key of parentsOf(db, home, table)) {
        const rows = found.get(key.table);
        if (rows === undefined || key.to === null) continue;
        found.set(
          table,
          `${key.from} IN (SELECT ${key.to} FROM ${home}.${key.table} WHERE ${rows})`,
        );
        break;
      }
    }
  }
  return [...found].map(([table, rows]) => ({ table, rows }));
}

function columnsOf(db: Database, home: Home, table: string): string[] {
  return prepare(db, 'SELECT name FROM pragma_table_info(?, ?)')
    .pluck()
    .all(table, home) as string[];
}

function parentsOf(db: Database, home: Home, table: string) {
  return prepare<{ table: string; from: string; to: string | null }>(
    db,
    'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?, ?)',
  ).all(table, home);
}
