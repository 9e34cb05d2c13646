import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import { MIGRATIONS } from './migrations/list';
import { APPLICATION_ID } from './sqlite';

/** The version that this Stet reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * What a file says of itself: the version of its schema, 0 for one that nothing was written to yet.
 * Only reads. Throws `library-not-a-library` for a database of another program and `library-newer`
 * for one of a newer Stet, `library-damaged` for one that somebody has put triggers or views into.
 */
export function readVersion(db: Database): number {
  const application = db.pragma('application_id', { simple: true });
  const version = Number(db.pragma('user_version', { simple: true }));
  if (application !== APPLICATION_ID) {
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (application !== 0 || version !== 0 || tables !== 0) {
      throw new StetError('library-not-a-library');
    }
    return 0;
  }
  if (version > SCHEMA_VERSION) {
    throw new StetError('library-newer', { version, supported: SCHEMA_VERSION });
  }
  // We make none: SQL that runs by itself came from somebody else.
  const foreign = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')";
  if (db.prepare(foreign).pluck().get() !== 0) {
    throw new StetError('library-damaged', { cause: 'schema' });
  }
  return version;
}

/** Brings a file to a version, each step in a transaction of its own. Does nothing where it is there already. */
export function migrate(db: Database, target: number = SCHEMA_VERSION): void {
  for (let version = readVersion(db); version < target; version++) {
    const step = MIGRATIONS[version];
    if (!step) throw new RangeError(`There is no schema version ${target}.`);
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
