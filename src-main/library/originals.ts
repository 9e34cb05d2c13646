import type { Database } from 'better-sqlite3';
import type { SourceVersion } from './sources';
import { prepare } from './sqlite';

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
