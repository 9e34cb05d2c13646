import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import { backUp } from './backup';
import { identify } from './editors';
import { settleHomes } from './homes';
import { type Lock, lockLibrary } from './lock';
import { migrate, readVersion, SCHEMA_VERSION } from './migrate';
import { attachPrivate, FILE, PRIVATE_FILE } from './open-reader';
import { markBehind } from './search/behind';
import { type ConnectionOptions, connect, setPragmas, toStorageError } from './sqlite';
import type { WritableLibrary } from './write';

export interface Library extends WritableLibrary {
  folder: string;
  /** True where there was none before. */
  isNew: boolean;
  /** Closes the connection and lets go of the lock. */
  close(): void;
}

export interface OpenOptions extends ConnectionOptions {
  /** Wall time in milliseconds. */
  now?: () => number;
}

/**
 * Opens the library in a folder, or makes one there. `library.db` holds what editors may share one
 * day; `private.sqlite` beside it holds confidential and off-the-record sources with their texts and
 * links. A library that cannot be written (a read-only disk) is opened for reading.
 *
 * Throws a StetError: `library-newer` and `library-not-a-library` before anything is written,
 * `library-in-use`, `library-damaged`, `disk-full`, `read-only` (where none is there to read), `storage-failed`.
 */
export function openLibraryFolder(folder: string, options: OpenOptions = {}): Library {
  if (options.readOnly) return openForReading(folder, options);
  try {
    return openForWriting(folder, options);
  } catch (error) {
    const failure = toStorageError(error);
    const isThere = fileSize(join(folder, FILE)) > 0;
    if (isThere && failure instanceof StetError && failure.code === 'read-only') {
      return openForReading(folder, options);
    }
    throw failure;
  }
}

function openForWriting(folder: string, options: OpenOptions): Library {
  const now = options.now ?? Date.now;
  const file = join(folder, FILE);
  const privateFile = join(folder, PRIVATE_FILE);
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  // Before the lock: a folder that is not ours, or of a newer Stet, gets no file of ours.
  for (const path of [file, privateFile]) probe(path, options);
  const lock = lockLibrary(folder, options);
  let db: Database | null = null;
  try {
    const isNew = prepareFile(file, 'library', folder, options, now());
    prepareFile(privateFile, 'private', folder, options, now());
    db = connect(file, options);
    attachPrivate(db, folder);
    const writer = identify(db, now());
    const library = assemble(folder, db, { isNew, readOnly: false, writer, now, lock });
    settleHomes(library);
    return library;
  } catch (error) {
    db?.close();
    lock.release();
    throw toStorageError(error);
  }
}

function openForReading(folder: string, options: OpenOptions): Library {
  const file = join(folder, FILE);
  if (fileSize(file) === 0) throw new StetError('library-not-a-library');
  const db = connect(file, { ...options, readOnly: true });
  try {
    if (readVersion(db) < SCHEMA_VERSION) throw new StetError('read-only', { cause: 'migration' });
    attachPrivate(db, folder);
    const writer = { editorId: '', deviceId: '', lastClock: null };
    const now = options.now ?? Date.now;
    return assemble(folder, db, { isNew: false, readOnly: true, writer, now, lock: null });
  } catch (error) {
    db.close();
    throw toStorageError(error);
  }
}

function assemble(
  folder: string,
  db: Database,
  parts: Pick<Library, 'isNew' | 'readOnly' | 'writer' | 'now'> & { lock: Lock | null },
): Library {
  const { lock, ...rest } = parts;
  return {
    ...rest,
    folder,
    db,
    onChanges: (changes) => markBehind(db, changes),
    onCommitted: null,
    close() {
      if (!db.open) return;
      if (!rest.readOnly) foldLogs(db);
      db.close();
      lock?.release();
    },
  };
}

/**
 * A closed library is two plain files without logs: they can be read where nothing can be written
 * (SQLite cannot open a WAL file there), and copied one by one. A reader that is still there keeps
 * the logs; the next closing folds them.
 */
function foldLogs(db: Database): void {
  for (const schema of ['main', 'private']) {
    try {
      db.pragma(`${schema}.journal_mode = DELETE`);
    } catch (error) {
      if (!(toStorageError(error) instanceof StetError)) throw error;
    }
  }
}

/** Looks at a file without changing it; a file that is not there, or empty, is none of its concern. */
function probe(path: string, options: OpenOptions): void {
  if (fileSize(path) === 0) return;
  const db = connect(path, { ...options, readOnly: true });
  try {
    readVersion(db);
  } catch (error) {
    throw toStorageError(error);
  } finally {
    db.close();
  }
}

/** Makes a file or brings it to this version, after a copy. Answers whether it is new. */
function prepareFile(
  path: string,
  name: string,
  folder: string,
  options: OpenOptions,
  now: number,
): boolean {
  const db = connect(path, options);
  try {
    const version = readVersion(db);
    if (version > 0 && version < SCHEMA_VERSION) backUp(db, folder, name, options, now);
    if (version < SCHEMA_VERSION) {
      setPragmas(db);
      migrate(db);
    }
    return version === 0;
  } finally {
    db.close();
  }
}

function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
