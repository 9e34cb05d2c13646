import type { Database } from 'better-sqlite3';
import { prepare } from '../sqlite';
import { type Home, type WritableLibrary, write } from '../write';
import type { MadeSegment } from './made-segment';
import {
  nextSegmentId,
  putRowBytes,
  putSegment,
  putState,
  readLiveChunks,
  readState,
} from './segments';

/** How many chunks wait for a segment; some of them may have gone again. */
export function countFresh(db: Database, home: Home): number {
  return readState(db, home, 'nextChunk') - readState(db, home, 'flushedTo');
}

/**
 * Puts a segment into the place of the fresh chunks that it was made of, in one transaction. Answers
 * false where a chunk was taken out meanwhile: nothing was changed then, and the next one may fit.
 */
export function storeSegment(library: WritableLibrary, home: Home, made: MadeSegment): boolean {
  const { firstChunk, endChunk, chunkCount, layout, postings, rows } = made;
  try {
    write(library, ({ db }) => {
      const left = prepare(
        db,
        `DELETE FROM ${home}.matching_fresh WHERE chunk >= ? AND chunk < ?`,
      ).run(firstChunk, endChunk);
      const isAsItWas = readState(db, home, 'flushedTo') === firstChunk;
      // Puts back what was deleted to count it.
      if (!isAsItWas || left.changes !== chunkCount) throw new ChangedMeanwhile();
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
    });
    return true;
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}

/** A chunk was taken out of the library while its segment was being made. */
class ChangedMeanwhile extends Error {}
