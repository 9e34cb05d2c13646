import type { Database } from 'better-sqlite3';
import type { SourceVersion } from './sources';
import { prepare } from './sqlite';
import { HOMES } from './write';

/** The bytes that a source came in as. */
export interface StoredOriginal {
  sha256: string;
  size: number;
  fileName: string;
}

/** The file that a version was read from; null where there was none. */
export function readOriginal(
  db: Database,
  version: Pick<SourceVersion, 'id' | 'home'>,
): StoredOriginal | null {
  const row = prepare<StoredOriginal>(
    db,
    `SELECT original.sha256, original.size, original.file_name AS fileName
     FROM ${version.home}.source_version AS version
     JOIN ${version.home}.original ON original.sha256 = version.original_sha256
     WHERE version.id = ?`,
  ).get(version.id);
  return row ?? null;
}

/** Which sources of a file that holds several are in the library, in the bin or not: their `part`. */
export function partsOfOriginal(db: Database, originalSha256: string): Set<string> {
  return new Set(
    HOMES.flatMap((home) =>
      prepare<string>(
        db,
        `SELECT DISTINCT source.part FROM ${home}.source_version AS version
         JOIN ${home}.source ON source.id = version.source_id
         WHERE version.original_sha256 = ? AND source.part IS NOT NULL`,
      )
        .pluck()
        .all(originalSha256),
    ),
  );
}
