import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import { type ConnectionOptions, connect } from './sqlite';

/** How many copies of each file are kept. */
const KEPT = 3;

/**
 * Copies an open library file into `backups/` of the library's folder, checks the copy, and removes
 * the oldest ones. Answers the copy's path. Throws where the copy could not be made or is not whole;
 * the library must not be changed then.
 */
export function backUp(
  db: Database,
  folder: string,
  name: string,
  options: ConnectionOptions,
  now: number,
): string {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const version = db.pragma('user_version', { simple: true });
  const time = new Date(now).toISOString().replace(/[:.]/g, '-');
  const path = join(backups, `${name}-v${version}-${time}.db`);
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  // SQLite copies by itself: reading the live file with fs would drop its locks (sqlite.org, howtocorrupt 2.2).
  db.prepare('VACUUM INTO ?').run(unfinished);
  verify(db, unfinished, options);
  flush(unfinished);
  renameSync(unfinished, path);
  removeOld(backups, name);
  return path;
}

function verify(db: Database, path: string, options: ConnectionOptions): void {
  const copy = connect(path, { ...options, readOnly: true });
  try {
    const isWhole =
      copy.pragma('integrity_check', { simple: true }) === 'ok' &&
      JSON.stringify(census(copy)) === JSON.stringify(census(db));
    if (!isWhole) throw new StetError('storage-failed', { cause: 'backup' });
  } finally {
    copy.close();
  }
}

/** The version and the number of rows of every table. */
function census(db: Database): unknown[] {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const rows = tables.map((table) => [
    table,
    db
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  ]);
  return [db.pragma('user_version', { simple: true }), ...rows];
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeOld(backups: string, name: string): void {
  const copies = readdirSync(backups)
    .filter((file) => file.startsWith(`${name}-v`) && file.endsWith('.db'))
    .map((file) => ({ file, time: file.replace(/^.*-v\d+-/, '') }))
    .sort((a, b) => (a.time < b.time ? 1 : -1));
  for (const { file } of copies.slice(KEPT)) rmSync(join(backups, file), { force: true });
}
