import type { Database } from 'better-sqlite3';
import { isCurrentVersion } from './current';
import { prepare } from './sqlite';

/*
 * Sources by what a file from elsewhere says of them. Those of the private file are none of them: what
 * is confidential here is not found by what stands in a foreign file.
 */

/** A version of a source that is in the library. */
export interface FoundVersion {
  id: string;
  sourceId: string;
  title: string;
  url: string | null;
}

const FOUND = `SELECT version.id, version.source_id AS sourceId, source.title, source.url
  FROM main.source_version AS version JOIN main.source ON source.id = version.source_id
  WHERE source.deleted_at IS NULL AND version.withdrawn_at IS NULL`;

/** Versions whose text has this SHA-256, the oldest first. */
export function versionsWithText(db: Database, sha256: string): FoundVersion[] {
  return prepare<FoundVersion>(db, `${FOUND} AND version.text_sha256 = ? ORDER BY version.id`).all(
    sha256,
  );
}

/** The current versions of the sources that have this address, but for its fragment and final slash. */
export function versionsAt(db: Database, url: string): FoundVersion[] {
  const wanted = addressOf(url);
  return prepare<FoundVersion>(
    db,
    `${FOUND} AND ${isCurrentVersion('main')} AND source.url LIKE ? ESCAPE '\\' ORDER BY version.id`,
  )
    .all(`${wanted.replace(/[\\%_]/g, '\\$&')}%`)
    .filter((one) => one.url !== null && addressOf(one.url) === wanted);
}

/** The current versions of the sources of this title, case aside. */
export function versionsTitled(db: Database, title: string): FoundVersion[] {
  return prepare<FoundVersion>(
    db,
    `${FOUND} AND ${isCurrentVersion('main')} AND lower(source.title) = lower(?) ORDER BY version.id`,
  ).all(title);
}

function addressOf(url: string): string {
  return url.replace(/#.*$/, '').replace(/\/$/, '').toLowerCase();
}
