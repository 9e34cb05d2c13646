import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import { type ConnectionOptions, connect, toStorageError } from './sqlite';

export interface Lock {
  release(): void;
}

/** Locks that are held: one that nothing refers to would be closed, and so released, by the collector. */
const held = new Set<Database>();

/**
 * Holds a library for this process: an open exclusive transaction on a small file of its own, which
 * the operating system lets go of when the process ends, however it ends. `library.db` itself stays
 * open to read-only connections. Throws `library-in-use` where another process holds it.
 */
export function lockLibrary(folder: string, options: ConnectionOptions): Lock {
  const db = connect(join(folder, 'lock.db'), { ...options, timeout: 0 });
  try {
    // No journal file: nothing is ever written, and a crash leaves nothing to roll back.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const failure = toStorageError(error);
    // A lock file that is no database says nothing about who holds the library.
    if (failure instanceof StetError && failure.code === 'library-not-a-library') {
      throw new StetError('library-damaged', { file: 'lock.db' }, { cause: error });
    }
    throw failure;
  }
  held.add(db);
  return {
    release() {
      held.delete(db);
      db.close();
    },
  };
}
