import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type ConnectionOptions, connect, setPragmas } from './sqlite';

/** The two files of a library. */
export const FILE = 'library.db';
export const PRIVATE_FILE = 'private.sqlite';

/** One more connection to a library that is open already, for reading, with both files. */
export function openReader(folder: string, options: ConnectionOptions = {}): Database {
  const db = connect(join(folder, FILE), { ...options, readOnly: true });
  try {
    attachPrivate(db, folder);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Brings the private file into a connection to the shared one. */
export function attachPrivate(db: Database, folder: string): void {
  setPragmas(db);
  db.prepare('ATTACH ? AS private').run(join(folder, PRIVATE_FILE));
  setPragmas(db, 'private');
}
