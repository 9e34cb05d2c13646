import type { Database } from 'better-sqlite3';
import { FOUND_KINDS, type FoundKind } from '../../../src-shared/search/query';
import { foldForIndex, SEARCH_FORM } from '../../../src-shared/search/units';
import { sha256 } from '../files';
import { prepare } from '../sqlite';
import { HOMES, type Home } from '../write';
import { type BehindItem, mark, notesOf, unmark } from './behind';

/** What is indexed of a thing. A source's text is named by its hash: the file has it. */
export interface SearchDocument {
  /** Of a note: its words. */
  title: string;
  /** Speakers, contributors; a person's role and affiliation. */
  names: readonly string[];
  tags: readonly string[];
  /** What filters go by: the kind of a source, its terms. */
  facts: readonly string[];
  /** Null where it has none: people. */
  text: string | null;
  textSha256: string | null;
}

interface StoredRow {
  number: number;
  title: string;
  names: string;
  tags: string;
  facts: string;
  text_sha256: string | null;
  folded_sha256: string | null;
}

/** A character that nobody types: facts begin with it, and names are kept apart by it. */
const MARK = '\uE000';

/** A fact as a word of the index, e.g. of `transcript` or `off-the-record`. */
export function factToken(fact: string): string {
  return `${MARK}${fact.replaceAll('-', '')}`;
}

const foldList = (list: readonly string[]) => list.map(foldForIndex).join(` ${MARK} `);

/** Puts a thing into the index of its file, in place of what was there of it. */
export function putDocument(
  db: Database,
  { home, kind, itemId }: BehindItem,
  document: SearchDocument,
): void {
  const before = takeOut(db, home, kind, itemId);
  const title = foldForIndex(document.title);
  const names = foldList(document.names);
  const tags = foldList(document.tags);
  const facts = document.facts.map(factToken).join(' ');
  const text = document.text === null ? null : foldForIndex(document.text);
  const isSource = kind === 'source' && text !== null;
  const columns = 'kind, item_id, title, names, tags, facts, text_sha256, folded_sha256';
  const { lastInsertRowid } = prepare(
    db,
    `INSERT INTO ${home}.search_document (number, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    before,
    kind,
    itemId,
    title,
    names,
    tags,
    facts,
    isSource ? document.textSha256 : null,
    isSource ? sha256(text) : null,
  );
  const number = before ?? lastInsertRowid;
  prepare(
    db,
    `INSERT INTO ${home}.search_name (rowid, title, names, tags, facts) VALUES (?, ?, ?, ?, ?)`,
  ).run(number, title, names, tags, `${factToken(kind)} ${facts}`);
  if (kind === 'person' || kind === 'source-note' || text === null) return;
  prepare(
    db,
    `INSERT INTO ${home}.search_${kind} (rowid, title, names, tags, facts, text)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(number, title, names, tags, facts, text);
}

/** Takes a thing out of the index of a file, with every word of it that this file has. */
export function removeDocument(db: Database, { home, kind, itemId }: BehindItem): void {
  takeOut(db, home, kind, itemId);
}

/** A source leaves this file: its words leave the index with it, in the same transaction. */
export function purgeFromSearch(db: Database, home: Home, sourceId: string): void {
  const source: BehindItem = { home, kind: 'source', itemId: sourceId };
  for (const item of [source, ...notesOf(db, home, sourceId)]) {
    takeOut(db, home, item.kind, item.itemId);
    unmark(db, item);
  }
}

/**
 * Answers the number that it had, for what takes its place; null where it was not there. An index
 * that does not hold what it should (its words were folded by other rules) is made anew.
 */
function takeOut(db: Database, home: Home, kind: FoundKind, itemId: string): number | null {
  const row = prepare<StoredRow>(
    db,
    `SELECT * FROM ${home}.search_document WHERE kind = ? AND item_id = ?`,
  ).get(kind, itemId);
  if (!row) return null;
  const { number, title, names, tags, facts } = row;
  let text: string | null = null;
  if (kind === 'source') {
    text = foldedText(db, home, row);
    if (text === null) {
      resetIndex(db, home);
      return null;
    }
  }
  prepare(db, `DELETE FROM ${home}.search_document WHERE number = ?`).run(number);
  prepare(
    db,
    `INSERT INTO ${home}.search_name (search_name, rowid, title, names, tags, facts)
     VALUES ('delete', ?, ?, ?, ?, ?)`,
  ).run(number, title, names, tags, `${factToken(kind)} ${facts}`);
  if (kind === 'article') {
    prepare(db, `DELETE FROM ${home}.search_article WHERE rowid = ?`).run(number);
  } else if (kind === 'source') {
    prepare(
      db,
      `INSERT INTO ${home}.search_source (search_source, rowid, title, names, tags, facts, text)
       VALUES ('delete', ?, ?, ?, ?, ?, ?)`,
    ).run(number, title, names, tags, facts, text);
  }
  return number;
}

/** The text of an indexed source as the index has it; null where that cannot be told any more. */
function foldedText(db: Database, home: Home, row: StoredRow): string | null {
  const text = prepare<string>(db, `SELECT text FROM ${home}.source_text WHERE sha256 = ?`)
    .pluck()
    .get(row.text_sha256);
  if (text === undefined) return null;
  const folded = foldForIndex(text);
  return sha256(folded) === row.folded_sha256 ? folded : null;
}

/** Empties the index of a file, and has it made anew. */
function resetIndex(db: Database, home: Home): void {
  prepare(db, `DELETE FROM ${home}.search_document`).run();
  for (const table of ['search_name', 'search_source']) {
    prepare(db, `INSERT INTO ${home}.${table} (${table}) VALUES ('delete-all')`).run();
  }
  prepare(db, `DELETE FROM ${home}.search_article`).run();
  for (const kind of FOUND_KINDS) {
    const table = kind.replace('-', '_');
    const ids = prepare<string>(db, `SELECT id FROM ${home}.${table} WHERE deleted_at IS NULL`)
      .pluck()
      .all();
    for (const itemId of ids) mark(db, { home, kind, itemId });
  }
}

const TABLES = ['search_name', 'search_article', 'search_source'] as const;
/** Pages of 4 KiB that one step of merging writes at most. */
const MERGED_PAGES = 64;

/**
 * Merges some of the small pieces that the index of the library came in; a search looks into every
 * one of them. Answers false where there is nothing to merge. Call it within a transaction.
 */
export function mergeStep(db: Database): boolean {
  for (const home of HOMES) {
    for (const table of TABLES) {
      const before = totalChanges(db);
      prepare(
        db,
        `INSERT INTO ${home}.${table} (${table}, rank) VALUES ('merge', ${MERGED_PAGES})`,
      ).run();
      // The command itself counts as one (sqlite.org, fts5, "The 'merge' command").
      if (totalChanges(db) - before >= 2) return true;
    }
  }
  return false;
}

function totalChanges(db: Database): number {
  return prepare(db, 'SELECT total_changes()').pluck().get() as number;
}

/** Makes the index anew where it was made by other rules than these. Call it within a transaction. */
export function adoptForm(db: Database): void {
  for (const home of HOMES) {
    const form = prepare(db, `SELECT value FROM ${home}.search_state WHERE key = 'form'`)
      .pluck()
      .get();
    if (form === SEARCH_FORM) continue;
    if (form !== undefined) resetIndex(db, home);
    prepare(
      db,
      `INSERT INTO ${home}.search_state (key, value) VALUES ('form', ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run(SEARCH_FORM);
  }
}
