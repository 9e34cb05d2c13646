import type { Database } from 'better-sqlite3';
import { v7 } from 'uuid';
import { StetError } from '../../src-shared/errors';
import { deviceMark, tick } from './clock';
import { prepare, toStorageError } from './sqlite';

/** The two files of a library: what may be shared one day, and what never leaves this device. */
export type Home = 'main' | 'private';
export const HOMES: readonly Home[] = ['main', 'private'];

/** One row that a transaction wrote. */
export interface Change {
  table: string;
  id: string;
  home: Home;
  /** The article that the row belongs to, if any. */
  articleId: string | null;
}

/** Who writes, and how the logical clock stands. */
export interface Writer {
  editorId: string;
  deviceId: string;
  lastClock: string | null;
}

export interface WritableLibrary {
  db: Database;
  readOnly: boolean;
  writer: Writer;
  /** Wall time in milliseconds. */
  now(): number;
  /** Called within the transaction with everything it wrote; what it throws undoes the transaction. */
  onChanges: ((changes: readonly Change[]) => void) | null;
  /** Called with the same once it is on disk. */
  onCommitted: ((changes: readonly Change[]) => void) | null;
}

/** A transaction that is going on: what the repositories' writing functions want. */
export interface Write {
  db: Database;
  library: WritableLibrary;
  changes: Change[];
}

export type Value = string | number | null;
export type Row = Record<string, Value>;

/** A new id. */
export function newId(): string {
  return v7();
}

/**
 * The one way to write: runs `work` in a transaction, all of it or nothing. The answer comes when it
 * is on disk. Throws a StetError (`read-only`, `disk-full`, `storage-failed`, …), or what `work` threw.
 */
export function write<T>(library: WritableLibrary, work: (write: Write) => T): T {
  if (library.readOnly) throw new StetError('read-only');
  if (library.db.inTransaction) throw new Error('A write inside another write.');
  const { writer } = library;
  const clockBefore = writer.lastClock;
  const changes: Change[] = [];
  let answer: T;
  try {
    answer = library.db
      .transaction(() => {
        const result = work({ db: library.db, library, changes });
        if (writer.lastClock !== clockBefore) {
          prepare(library.db, 'UPDATE device SET last_clock = ? WHERE id = ?').run(
            writer.lastClock,
            writer.deviceId,
          );
        }
        if (changes.length > 0) library.onChanges?.(changes);
        return result;
      })
      .immediate();
  } catch (error) {
    throw toStorageError(error);
  }
  if (changes.length > 0) library.onCommitted?.(changes);
  return answer;
}

/**
 * The same, but the answer comes when a crash of Stet would lose nothing of it; what a power cut would
 * lose is on disk with the next `write`, or after `flushWrites`. For work of which nothing is announced as
 * done before that.
 */
export function writeAhead<T>(library: WritableLibrary, work: (write: Write) => T): T {
  const { db } = library;
  // SQLite leaves out the flush of the log at a commit, and nothing else (sqlite.org, "synchronous").
  db.pragma('main.synchronous = NORMAL');
  try {
    return write(library, work);
  } finally {
    if (db.open) db.pragma('main.synchronous = FULL');
  }
}

/** Everything that was written before is on disk. */
export function flushWrites(library: WritableLibrary): void {
  write(library, ({ db }) => {
    prepare(db, 'UPDATE device SET last_clock = last_clock WHERE id = ?').run(
      library.writer.deviceId,
    );
  });
}

/** Adds a row, signed by its writer. */
export function insertRow(write: Write, table: string, row: Row, home: Home = 'main'): void {
  const signed = { ...row, ...sign(write) };
  const columns = Object.keys(signed);
  prepare(
    write.db,
    `INSERT INTO ${home}.${table} (${columns.map(quote)}) VALUES (${columns.map(() => '?')})`,
  ).run(...Object.values(signed));
  note(write, table, row, home);
}

/** Adds a row, or overwrites the one with the same key (`key` names its column). */
export function putRow(
  write: Write,
  table: string,
  key: string,
  row: Row,
  home: Home = 'main',
): void {
  const signed = { ...row, ...sign(write) };
  const columns = Object.keys(signed);
  const changes = columns
    .filter((column) => column !== key)
    .map((c) => `${quote(c)} = excluded.${quote(c)}`);
  prepare(
    write.db,
    `INSERT INTO ${home}.${table} (${columns.map(quote)}) VALUES (${columns.map(() => '?')})
     ON CONFLICT (${quote(key)}) DO UPDATE SET ${changes}`,
  ).run(...Object.values(signed));
  note(write, table, row, home);
}

/**
 * Changes columns of the row with a key (its id, and its article where that is part of the key),
 * signed by its writer. `articleId` says which article the row belongs to where the key does not.
 * Throws `not-found` where there is no such row.
 */
export function updateRow(
  write: Write,
  table: string,
  key: { id: string; article_id?: string },
  changes: Row,
  about: { home?: Home; articleId?: string } = {},
): void {
  const home = about.home ?? 'main';
  const signed = { ...changes, ...sign(write) };
  const columns = Object.keys(signed).map((column) => `${quote(column)} = ?`);
  const keys = Object.keys(key).map((column) => `${quote(column)} = ?`);
  const result = prepare(
    write.db,
    `UPDATE ${home}.${table} SET ${columns} WHERE ${keys.join(' AND ')}`,
  ).run(...Object.values(signed), ...Object.values(key));
  if (result.changes === 0) throw new StetError('not-found', { table, id: key.id });
  const articleId = key.article_id ?? about.articleId ?? null;
  write.changes.push({ table, id: key.id, home, articleId });
}

/** Wall time of the transaction as ISO 8601, for columns that tell when something happened. */
export function timeOf(write: Write): string {
  return new Date(write.library.now()).toISOString();
}

/** The signature of one row; each row has a reading of its own, so that no two tie. */
function sign({ library }: Write): Row {
  const { writer } = library;
  const now = library.now();
  writer.lastClock = tick(writer.lastClock, now, deviceMark(writer.deviceId));
  return {
    editor_id: writer.editorId,
    device_id: writer.deviceId,
    clock: writer.lastClock,
    written_at: new Date(now).toISOString(),
  };
}

function note(write: Write, table: string, row: Row, home: Home): void {
  const articleId = table === 'article' ? row.id : row.article_id;
  const id = row.id ?? row.article_id ?? row.key ?? row.sha256;
  write.changes.push({
    table,
    id: String(id),
    home,
    articleId: typeof articleId === 'string' ? articleId : null,
  });
}

/** `end` is a keyword; names come from our own code only. */
function quote(column: string): string {
  return `"${column}"`;
}
