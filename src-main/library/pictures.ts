import type { Database } from 'better-sqlite3';
import type { PictureType } from '../../src-shared/picture/kinds';
import { prepare } from './sqlite';
import { putRow, timeOf, type Write } from './write';

/** A picture whose bytes lie with the originals; sizes in pixels as it is seen upright, and in bytes. */
export interface StoredPicture {
  sha256: string;
  type: PictureType;
  width: number;
  height: number;
  size: number;
}

/** A picture of the library, or null. */
export function findPicture(db: Database, sha256: string): StoredPicture | null {
  const row = prepare<StoredPicture>(
    db,
    'SELECT sha256, type, width, height, size FROM picture WHERE sha256 = ? AND deleted_at IS NULL',
  ).get(sha256);
  return row ?? null;
}

/** Adds a picture whose bytes are kept already; one that was removed comes back. */
export function addPicture(write: Write, picture: StoredPicture): void {
  if (findPicture(write.db, picture.sha256)) return;
  putRow(write, 'picture', 'sha256', { ...picture, added_at: timeOf(write), deleted_at: null });
}
