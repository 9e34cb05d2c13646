import type { Database } from 'better-sqlite3';
import type { FoundKind } from '../../../src-shared/search/query';
import { articlesNaming } from '../people';
import { prepare } from '../sqlite';
import { type Change, HOMES, type Home } from '../write';

export interface BehindItem {
  home: Home;
  kind: FoundKind;
  itemId: string;
}

/**
 * Notes, in the transaction that wrote these rows, what the index has to take in anew. It is caught
 * up with within a second (upkeep.ts), after a crash when the library is opened next.
 */
export function markBehind(db: Database, changes: readonly Change[]): void {
  const marked = new Map<string, BehindItem>();
  for (const change of changes) {
    for (const item of itemsOf(db, change)) {
      marked.set(`${item.home} ${item.kind} ${item.itemId}`, item);
    }
  }
  for (const item of marked.values()) mark(db, item);
}

function itemsOf(db: Database, { table, id, home, articleId }: Change): BehindItem[] {
  switch (table) {
    case 'article':
    case 'working_copy':
    case 'credit':
    case 'speaker_assignment':
      return articleId === null ? [] : [article(articleId)];
    case 'source':
      return [{ home, kind: 'source', itemId: id }, ...notesOf(db, home, id)];
    case 'source_note':
      return [{ home, kind: 'source-note', itemId: id }];
    case 'collection_source':
    case 'source_version': {
      const sourceId = prepare<string>(db, `SELECT source_id FROM ${home}.${table} WHERE id = ?`)
        .pluck()
        .get(id);
      return sourceId === undefined ? [] : [{ home, kind: 'source', itemId: sourceId }];
    }
    case 'person':
      return [{ home: 'main', kind: 'person', itemId: id }, ...articlesNaming(db, id).map(article)];
    default:
      return [];
  }
}

/** They are found while their source is not in the bin, and move with it. */
export function notesOf(db: Database, home: Home, sourceId: string): BehindItem[] {
  return prepare<string>(db, `SELECT id FROM ${home}.source_note WHERE source_id = ?`)
    .pluck()
    .all(sourceId)
    .map((itemId) => ({ home, kind: 'source-note', itemId }));
}

function article(itemId: string): BehindItem {
  return { home: 'main', kind: 'article', itemId };
}

export function mark(db: Database, { home, kind, itemId }: BehindItem): void {
  prepare(
    db,
    `INSERT INTO ${home}.search_behind (kind, item_id) VALUES (?, ?) ON CONFLICT DO NOTHING`,
  ).run(kind, itemId);
}

export function unmark(db: Database, { home, kind, itemId }: BehindItem): void {
  prepare(db, `DELETE FROM ${home}.search_behind WHERE kind = ? AND item_id = ?`).run(kind, itemId);
}

/** The next things to take in: articles and people before sources, since their key begins so. */
export function nextBehind(db: Database, most: number): BehindItem[] {
  return HOMES.flatMap((home) =>
    prepare<{ kind: FoundKind; itemId: string }>(
      db,
      `SELECT kind, item_id AS itemId FROM ${home}.search_behind
       ORDER BY kind, item_id LIMIT ?`,
    )
      .all(most)
      .map((row) => ({ home, ...row })),
  ).slice(0, most);
}

/** How many things are not in the index as they are now. */
export function countBehind(db: Database): number {
  return HOMES.reduce(
    (count, home) =>
      count + (prepare(db, `SELECT count(*) FROM ${home}.search_behind`).pluck().get() as number),
    0,
  );
}
