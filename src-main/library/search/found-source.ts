import type { Database } from 'better-sqlite3';
import { isCurrentVersion } from '../current';
import { prepare } from '../sqlite';
import type { Home } from '../write';

/** Of a long text the beginning is read, and the rest only where that has no hit. */
const FIRST_READ = 120_000;
/** Locators of a very long source are not read for the sake of a line. */
const LOCATORS_READ = 600_000;

/** The words of a source that was found, as far as they are needed to show it. */
export interface FoundSource {
  versionId: string;
  /** The beginning of the newest version's text. */
  text: string;
  hasMore: boolean;
  /** JSON; null where there are too many of them. */
  locators: string | null;
  isDeleted: boolean;
}

/** Null where the source is not in this file any more. */
export function readFoundSource(db: Database, home: Home, id: string): FoundSource | null {
  const row = prepare<{
    versionId: string;
    text: string;
    locators: string | null;
    deletedAt: string | null;
  }>(
    db,
    `SELECT version.id AS versionId, substr(words.text, 1, ${FIRST_READ}) AS text,
       iif(length(version.locators) <= ${LOCATORS_READ}, version.locators, NULL) AS locators,
       source.deleted_at AS deletedAt
     FROM ${home}.source_version AS version
     JOIN ${home}.source ON source.id = version.source_id
     JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256
     WHERE version.source_id = ? AND ${isCurrentVersion(home)}`,
  ).get(id);
  if (!row) return null;
  const { deletedAt, ...found } = row;
  return { ...found, hasMore: row.text.length >= FIRST_READ, isDeleted: deletedAt !== null };
}

/** The whole text of a version that is there. */
export function readWholeText(db: Database, home: Home, versionId: string): string {
  return prepare<string>(
    db,
    `SELECT words.text FROM ${home}.source_version AS version
     JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256 WHERE version.id = ?`,
  )
    .pluck()
    .get(versionId)!;
}
