import type { Database } from 'better-sqlite3';
import { decodeAscending } from '../../../src-shared/quotation/candidates/bytes';
import { FEATURE_BITS } from '../../../src-shared/quotation/candidates/features';
import {
  addPosting,
  emptyPostings,
  layoutFor,
  type Postings,
  rowCount,
  writeRows,
} from '../../../src-shared/quotation/candidates/rows';
import { prepare } from '../sqlite';
import { type Home, type WritableLibrary, write } from '../write';
import {
  nextSegmentId,
  putRowBytes,
  putSegment,
  putState,
  readLiveChunks,
  readState,
} from './segments';

/** The features are put in order in so many parts, so that no part takes long. */
const PART_BITS = 5;
/** Chunks that are read in one go. */
const READ_AT_ONCE = 32;

/** How many chunks wait for a segment; some of them may have gone again. */
export function countFresh(db: Database, home: Home): number {
  return readState(db, home, 'nextChunk') - readState(db, home, 'flushedTo');
}

/**
 * Makes a segment of at most `limit` fresh chunks. Reading and sorting gives others their turn; what is
 * written is one transaction. Answers false where a chunk was taken out meanwhile: nothing was
 * changed then, and the next try may do it.
 */
export async function flushFresh(
  library: WritableLibrary,
  home: Home,
  limit: number,
  breathe: () => Promise<void>,
): Promise<boolean> {
  const { db } = library;
  const firstChunk = readState(db, home, 'flushedTo');
  const endChunk = Math.min(readState(db, home, 'nextChunk'), firstChunk + limit);
  const parts = Array.from({ length: 2 ** PART_BITS }, () => emptyPostings(1024));
  let chunkCount = 0;
  for (let from = firstChunk; from < endChunk; from += READ_AT_ONCE) {
    const rows = freshChunks(db, home, from, Math.min(endChunk, from + READ_AT_ONCE));
    chunkCount += rows.length;
    for (const { chunk, features } of rows) {
      decodeAscending(features, (feature) =>
        addPosting(parts[feature >>> (FEATURE_BITS - PART_BITS)]!, feature, chunk),
      );
    }
    await breathe();
    if (!db.open) return false;
  }
  const layout = layoutFor(parts.reduce((sum, part) => sum + part.count, 0));
  const rows: { row: number; bytes: Uint8Array }[] = [];
  let postings = 0;
  for (const [number, part] of parts.entries()) {
    const size = rowCount(layout) / parts.length;
    const range = { from: number * size, to: (number + 1) * size };
    const most = mostSingles(chunkCount);
    postings += writeRows(layout, firstChunk, range, part, most, (row, bytes) =>
      rows.push({ row, bytes }),
    );
    parts[number] = NOTHING;
    await breathe();
    if (!db.open) return false;
  }
  return write(library, () => {
    const left = prepare(
      db,
      `DELETE FROM ${home}.matching_fresh WHERE chunk >= ? AND chunk < ?`,
    ).run(firstChunk, endChunk);
    if (left.changes !== chunkCount) {
      // Put back what was deleted to count it.
      throw new ChangedMeanwhile();
    }
    if (chunkCount > 0) {
      const id = nextSegmentId(db, home);
      for (const { row, bytes } of rows) putRowBytes(db, home, id, row, bytes);
      const live = readLiveChunks(db, home, firstChunk, endChunk);
      putSegment(db, home, {
        id,
        firstChunk,
        endChunk,
        ...layout,
        postings,
        deadChunks: live.reduce((dead, isLive) => dead - isLive, endChunk - firstChunk),
        mergesInto: null,
        stepsDone: null,
        stepBits: null,
      });
    }
    putState(db, home, 'flushedTo', endChunk);
    return true;
  });
}

/** A chunk was taken out of the library while its segment was being made. */
export class ChangedMeanwhile extends Error {}

const NOTHING: Postings = emptyPostings(0);

/** A single word in more chunks than this is too common to be worth its room. */
export function mostSingles(chunkCount: number): number {
  return Math.max(32, 20 + Math.floor(chunkCount / 1000));
}

function freshChunks(db: Database, home: Home, from: number, to: number) {
  return prepare<{ chunk: number; features: Uint8Array }>(
    db,
    `SELECT chunk, features FROM ${home}.matching_fresh
     WHERE chunk >= ? AND chunk < ? ORDER BY chunk`,
  ).all(from, to);
}
