import BetterSqlite3, { type Database, type Statement } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';

/** Marks our files in SQLite's header: "Stet" in ASCII. */
export const APPLICATION_ID = 0x53746574;

export interface ConnectionOptions {
  readOnly?: boolean;
  /** Path of a compiled binding, where the prebuilt one does not fit the runtime. */
  nativeBinding?: string;
  /** How long to wait for another connection's lock, in milliseconds. */
  timeout?: number;
}

/** Opens a database file, with nothing set on it yet. Throws a StetError. */
export function connect(file: string, options: ConnectionOptions = {}): Database {
  const nativeBinding = options.nativeBinding ?? process.env.STET_SQLITE_BINDING;
  try {
    return new BetterSqlite3(file, {
      readonly: options.readOnly ?? false,
      fileMustExist: options.readOnly ?? false,
      timeout: options.timeout ?? 5000,
      ...(nativeBinding ? { nativeBinding } : {}),
    });
  } catch (error) {
    throw toStorageError(error);
  }
}

/**
 * Sends what has to hold on every connection. SQLite remembers of it only the journal mode: a library
 * that is opened again would otherwise run with `synchronous=NORMAL` (how better-sqlite3 is compiled)
 * and lose acknowledged saves at a power cut, and with a trusted schema.
 */
export function setPragmas(db: Database, schema: 'main' | 'private' = 'main'): void {
  if (!db.readonly) {
    db.pragma(`${schema}.journal_mode = WAL`);
    db.pragma(`${schema}.synchronous = FULL`);
    // Deleted words of a confidential source are overwritten and not merely unlinked.
    db.pragma(`${schema}.secure_delete = ON`);
    if (process.platform === 'darwin') {
      db.pragma('fullfsync = ON');
      db.pragma('checkpoint_fullfsync = ON');
    }
  }
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma(`${schema}.mmap_size = 0`);
}

const statements = new WeakMap<Database, Map<string, Statement>>();

/** The prepared statement of a connection for a piece of SQL; prepared once. */
export function prepare<Row = unknown>(db: Database, sql: string): Statement<unknown[], Row> {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement as Statement<unknown[], Row>;
}

/** What SQLite and the file system call a failure, in our codes. Anything else comes back as it is. */
export function toStorageError(error: unknown): unknown {
  if (error instanceof StetError || !(error instanceof Error) || !('code' in error)) return error;
  const code = storageCode(String(error.code));
  return code === null
    ? error
    : new StetError(code, { cause: String(error.code) }, { cause: error });
}

function storageCode(code: string) {
  switch (code) {
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'SQLITE_NOTADB':
      return 'library-not-a-library';
    case 'SQLITE_BUSY':
      return 'library-in-use';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'SQLITE_PERM':
      return 'read-only';
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_NOMEM':
    case 'EIO':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EMFILE':
    case 'ENAMETOOLONG':
      return 'storage-failed';
  }
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  if (code.startsWith('SQLITE_CORRUPT')) return 'library-damaged';
  if (code.startsWith('SQLITE_IOERR')) return 'storage-failed';
  return null;
}
