import type { Database } from 'better-sqlite3';
import { FEATURE_BITS } from '../../../src-shared/quotation/candidates/features';
import {
  addPosting,
  emptyPostings,
  type Layout,
  layoutFor,
  type Postings,
  rowCount,
  writeRows,
} from '../../../src-shared/quotation/candidates/rows';
import type { Home } from '../write';
import { visitFresh } from './fresh-features';
import { readState } from './segments';

/** A segment of fresh chunks that is not stored yet. */
export interface MadeSegment {
  firstChunk: number;
  /** Exclusive. */
  endChunk: number;
  /** How many of these there were. */
  chunkCount: number;
  layout: Layout;
  postings: number;
  /** In ascending order. */
  rows: { row: number; bytes: Uint8Array }[];
}

/** The features are put in order in so many parts, so that no part takes long. */
const PART_BITS = 5;
/** Chunks that are read in one go. */
const READ_AT_ONCE = 32;

/** Makes a segment of at most `limit` fresh chunks, from one state of the library. */
export function makeSegment(db: Database, home: Home, limit: number): MadeSegment {
  const steps = segmentSteps(db, home, limit);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, between which others may have their turn. */
export function* segmentSteps(
  db: Database,
  home: Home,
  limit: number,
): Generator<undefined, MadeSegment> {
  const firstChunk = readState(db, home, 'flushedTo');
  const endChunk = Math.min(readState(db, home, 'nextChunk'), firstChunk + limit);
  const parts = Array.from({ length: 2 ** PART_BITS }, () => emptyPostings(1024));
  let chunkCount = 0;
  for (let from = firstChunk; from < endChunk; from += READ_AT_ONCE) {
    const to = Math.min(endChunk, from + READ_AT_ONCE);
    chunkCount += visitFresh(db, home, from, to, (feature, chunk) =>
      addPosting(parts[feature >>> (FEATURE_BITS - PART_BITS)]!, feature, chunk),
    );
    yield;
  }
  const layout = layoutFor(parts.reduce((sum, part) => sum + part.count, 0));
  const rows: MadeSegment['rows'] = [];
  let postings = 0;
  for (const [number, part] of parts.entries()) {
    const size = rowCount(layout) / parts.length;
    const range = { from: number * size, to: (number + 1) * size };
    const most = mostSingles(chunkCount);
    postings += writeRows(layout, firstChunk, range, part, most, (row, bytes) =>
      rows.push({ row, bytes }),
    );
    parts[number] = NOTHING;
    yield;
  }
  return { firstChunk, endChunk, chunkCount, layout, postings, rows };
}

const NOTHING: Postings = emptyPostings(0);

/** A single word in more chunks than this is too common to be worth its room. */
export function mostSingles(chunkCount: number): number {
  return Math.max(32, 20 + Math.floor(chunkCount / 1000));
}
