import type { Database } from 'better-sqlite3';
import { prepare } from './sqlite';
import { newId, timeOf, type Write } from './write';

/*
 * What concerns this device alone: files that are still to come in, and folders from which they come
 * by themselves. A path can tell who a source is, so all of it lies in the private file.
 */

/** Notes files of an import with their numbers in it; one without a path cannot be waited for. */
export function keepWaiting(
  { db }: Write,
  jobId: string,
  files: readonly { ordinal: number; path: string | null }[],
): void {
  const insert = prepare(
    db,
    'INSERT INTO private.import_waiting (job_id, ordinal, path) VALUES (?, ?, ?)',
  );
  for (const { ordinal, path } of files) if (path !== null) insert.run(jobId, ordinal, path);
}

/** Forgets the files of an import before a number; all of them where it is left out. */
export function forgetWaiting(
  { db }: Write,
  jobId: string,
  before = Number.MAX_SAFE_INTEGER,
): void {
  prepare(db, 'DELETE FROM private.import_waiting WHERE job_id = ? AND ordinal < ?').run(
    jobId,
    before,
  );
}

/** The files that wait, by import and in their order. */
export function listWaiting(db: Database): { jobId: string; path: string }[] {
  return prepare<{ jobId: string; path: string }>(
    db,
    'SELECT job_id AS jobId, path FROM private.import_waiting ORDER BY job_id, ordinal',
  ).all();
}

export function countWaiting(db: Database): { jobId: string; left: number }[] {
  return prepare<{ jobId: string; left: number }>(
    db,
    'SELECT job_id AS jobId, count(*) AS left FROM private.import_waiting GROUP BY job_id',
  ).all();
}

export interface WatchedFolderRow {
  id: string;
  path: string;
}

export function listWatchedFolders(db: Database): WatchedFolderRow[] {
  return prepare<WatchedFolderRow>(
    db,
    'SELECT id, path FROM private.watched_folder ORDER BY added_at, id',
  ).all();
}

/** Adds a folder; answers its id. One that is there already stays as it is. */
export function addWatchedFolder(write: Write, path: string): string {
  const known = listWatchedFolders(write.db).find((folder) => folder.path === path);
  if (known) return known.id;
  const id = newId();
  prepare(write.db, 'INSERT INTO private.watched_folder (id, path, added_at) VALUES (?, ?, ?)').run(
    id,
    path,
    timeOf(write),
  );
  return id;
}

/** A folder that is not watched any more, with what had been looked at in it. */
export interface UnwatchedFolder {
  id: string;
  path: string;
  addedAt: string;
  files: readonly WatchedFile[];
}

/** Takes a folder out; answers what `restoreWatchedFolder` needs to put it back, null where it is not there. */
export function removeWatchedFolder({ db }: Write, id: string): UnwatchedFolder | null {
  const folder = prepare<Omit<UnwatchedFolder, 'files'>>(
    db,
    'SELECT id, path, added_at AS addedAt FROM private.watched_folder WHERE id = ?',
  ).get(id);
  if (!folder) return null;
  const files = listWatchedFiles(db, id);
  prepare(db, 'DELETE FROM private.watched_file WHERE folder_id = ?').run(id);
  prepare(db, 'DELETE FROM private.watched_folder WHERE id = ?').run(id);
  return { ...folder, files };
}

/** Puts a folder back as it was; nothing where it is watched again already. */
export function restoreWatchedFolder(write: Write, folder: UnwatchedFolder): void {
  if (listWatchedFolders(write.db).some(({ path }) => path === folder.path)) return;
  prepare(write.db, 'INSERT INTO private.watched_folder (id, path, added_at) VALUES (?, ?, ?)').run(
    folder.id,
    folder.path,
    folder.addedAt,
  );
  for (const file of folder.files) putWatchedFile(write, folder.id, file);
}

/** A file of a watched folder that was looked at. */
export interface WatchedFile {
  /** Within the folder, with `/`. */
  name: string;
  /** In bytes. */
  size: number;
  /** In milliseconds since 1970. */
  modified: number;
  /** Why it was refused; null where it came in, or was in the library already. */
  code: string | null;
}

export function listWatchedFiles(db: Database, folderId: string): WatchedFile[] {
  return prepare<WatchedFile>(
    db,
    'SELECT name, size, modified, code FROM private.watched_file WHERE folder_id = ? ORDER BY name',
  ).all(folderId);
}

export function putWatchedFile({ db }: Write, folderId: string, file: WatchedFile): void {
  prepare(
    db,
    `INSERT INTO private.watched_file (folder_id, name, size, modified, code) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (folder_id, name) DO UPDATE
     SET size = excluded.size, modified = excluded.modified, code = excluded.code`,
  ).run(folderId, file.name, file.size, file.modified, file.code);
}

/** Forgets files that are not in the folder any more. */
export function forgetWatchedFiles(
  { db }: Write,
  folderId: string,
  names: readonly string[],
): void {
  const remove = prepare(db, 'DELETE FROM private.watched_file WHERE folder_id = ? AND name = ?');
  for (const name of names) remove.run(folderId, name);
}
