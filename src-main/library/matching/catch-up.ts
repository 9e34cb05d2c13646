import type { Database } from 'better-sqlite3';
import { featuresOf } from '../../../src-shared/quotation/candidates/features';
import { isCurrentVersion } from '../current';
import { readText, readVersion } from '../sources';
import { prepare } from '../sqlite';
import { type Home, type WritableLibrary, write } from '../write';
import { addDocument, forgetVersion } from './documents';
import { putState, readState } from './segments';

/** What `isComplete` says: 0 behind, 2 being brought in line, 1 where every source is there. */
const COMPLETE = 1;
const UNDER_WAY = 2;

/** Versions that are looked at in one go. */
const LOOKED_AT = 1000;

/** True where every source is in the index. */
export function isComplete(db: Database, home: Home): boolean {
  if (readState(db, home, 'isComplete') === COMPLETE) return true;
  const any = prepare(db, `SELECT 1 FROM ${home}.source_version LIMIT 1`).get();
  return any === undefined;
}

/** How many sources are in the index, and how many should be. */
export function countIndexed(db: Database): { done: number; total: number } {
  const count = (table: string) =>
    prepare(
      db,
      `SELECT (SELECT count(*) FROM main.${table}) + (SELECT count(*) FROM private.${table})`,
    )
      .pluck()
      .get() as number;
  return { done: count('matching_document'), total: count('source') };
}

/**
 * Brings into the index what is not in it, and takes out what should not be: after an update of
 * Stet, for long texts, and where anything went wrong. Gives others their turn between two texts.
 */
export async function catchUp(
  library: WritableLibrary,
  home: Home,
  breathe: () => Promise<void>,
  onProgress: () => void,
): Promise<void> {
  const { db } = library;
  write(library, () => putState(db, home, 'isComplete', UNDER_WAY));
  let after = '';
  for (;;) {
    const page = versionsAfter(db, home, after);
    for (const { id, isWanted, isThere } of page) {
      if (isWanted !== isThere) bringInLine(library, home, id, isWanted === 1);
      await breathe();
      if (!db.open) return;
      if (isWanted > isThere) onProgress();
    }
    await breathe();
    if (!db.open) return;
    if (page.length < LOOKED_AT) break;
    after = page.at(-1)!.id;
  }
  write(library, () => {
    forgetStrangers(db, home);
    // A long text that came meanwhile has said that there is more to do.
    if (readState(db, home, 'isComplete') === UNDER_WAY) {
      putState(db, home, 'isComplete', COMPLETE);
    }
  });
}

function bringInLine(library: WritableLibrary, home: Home, id: string, isWanted: boolean): void {
  if (!isWanted) {
    write(library, ({ db }) => forgetVersion(db, home, id));
    return;
  }
  let chunks: Uint32Array[];
  try {
    chunks = featuresOf(readText(library.db, readVersion(library.db, id)).text);
  } catch (error) {
    // Without its words nothing can be found in it.
    console.error('A source cannot be indexed:', error);
    return;
  }
  write(library, ({ db }) => addDocument(db, home, id, chunks));
}

interface IndexedVersion {
  id: string;
  /** 1 for the current version of a source. */
  isWanted: number;
  isThere: number;
}

function versionsAfter(db: Database, home: Home, after: string): IndexedVersion[] {
  return prepare<IndexedVersion>(
    db,
    `SELECT version.id,
       ${isCurrentVersion(home)} AS isWanted,
       EXISTS (SELECT 1 FROM ${home}.matching_document AS document
         WHERE document.version_id = version.id) AS isThere
     FROM ${home}.source_version AS version WHERE version.id > ? ORDER BY version.id LIMIT ?`,
  ).all(after, LOOKED_AT);
}

/** Takes out what has no version in this file. */
function forgetStrangers(db: Database, home: Home): void {
  const strangers = prepare(
    db,
    `SELECT version_id FROM ${home}.matching_document AS document WHERE NOT EXISTS
       (SELECT 1 FROM ${home}.source_version AS version WHERE version.id = document.version_id)`,
  )
    .pluck()
    .all() as string[];
  for (const id of strangers) forgetVersion(db, home, id);
}
