import type { Database } from 'better-sqlite3';
import {
  addPosting,
  COMMON,
  emptyPostings,
  layoutFor,
  readRow,
  rowCount,
  writeRows,
} from '../../../src-shared/quotation/candidates/rows';
import { type Home, type WritableLibrary, write } from '../write';
import { MUST_BE_REWRITTEN } from './documents';
import { mostSingles } from './made-segment';
import {
  listSegments,
  nextSegmentId,
  putRowBytes,
  putSegment,
  readLiveChunks,
  readRows,
  removeRows,
  removeSegment,
  type Segment,
} from './segments';

/** How eager to merge: few segments are searched fast, and many are written fast. */
export interface MergePolicy {
  /** Nothing is merged while there are fewer segments. */
  leastSegments: number;
  /** A segment is merged with newer ones that are together at least this share of it. */
  share: number;
}

/** More parts would make each transaction too small to be worth its flush to the disk. */
const MOST_STEP_BITS = 12;
/** With this share of its chunks gone, a segment is written anew. */
const MOST_DEAD = 0.3;

/** Which segments to merge, in order; none where it is well as it is. Not to be asked during a merge. */
export function chooseMerge(
  segments: readonly Segment[],
  { leastSegments, share }: MergePolicy,
): Segment[] {
  if (segments.length >= Math.max(2, leastSegments)) {
    let newer = 0;
    let first = segments.length;
    for (let at = segments.length - 1; at >= 0; at--) {
      const { postings } = segments[at]!;
      if (newer > 0 && newer >= postings * share) first = at;
      newer += postings;
    }
    if (first < segments.length - 1) return segments.slice(first);
  }
  const old = segments.find(
    ({ deadChunks, firstChunk, endChunk }) =>
      deadChunks >= MUST_BE_REWRITTEN || deadChunks > (endChunk - firstChunk) * MOST_DEAD,
  );
  return old ? [old] : [];
}

/** Begins to merge segments into a new one. */
export function beginMerge(
  library: WritableLibrary,
  home: Home,
  segments: readonly Segment[],
): void {
  write(library, ({ db }) => {
    const id = nextSegmentId(db, home);
    const layout = layoutFor(
      segments.reduce((sum, { postings }) => sum + postings, 0),
      Math.max(...segments.map(({ bits }) => bits)),
    );
    const rowBits = [layout, ...segments].map(({ bits, rowBits }) => bits - rowBits);
    putSegment(db, home, {
      id,
      firstChunk: segments[0]!.firstChunk,
      endChunk: segments.at(-1)!.endChunk,
      ...layout,
      postings: 0,
      deadChunks: 0,
      mergesInto: null,
      stepsDone: 0,
      stepBits: Math.min(MOST_STEP_BITS, ...rowBits),
    });
    for (const segment of segments) putSegment(db, home, { ...segment, mergesInto: id });
  });
}

/** The segment that others are being merged into. */
export function findMerge(db: Database, home: Home): Segment | null {
  return listSegments(db, home).find(({ stepsDone }) => stepsDone !== null) ?? null;
}

/**
 * A merge that goes on. Each step moves one part of all the rows, in a transaction of its own, so
 * that a crash leaves a merge that can go on where it was.
 */
export class Merge {
  private readonly live: Uint8Array;

  constructor(
    private readonly library: WritableLibrary,
    private readonly home: Home,
    private readonly target: Segment,
  ) {
    const { firstChunk, endChunk } = target;
    this.live = readLiveChunks(library.db, home, firstChunk, endChunk);
  }

  /** Takes steps until the time is over, in milliseconds of `performance.now()`. Answers whether it is done. */
  advance(until: number): boolean {
    return write(this.library, ({ db }) => {
      const segments = listSegments(db, this.home);
      const found = segments.find(({ id }) => id === this.target.id);
      if (found?.stepsDone === null || !found) return true;
      const target: Segment = { ...found, stepsDone: found.stepsDone };
      const sources = segments.filter(({ mergesInto }) => mergesInto === target.id);
      const steps = 2 ** target.stepBits!;
      do {
        this.step(target, sources, target.stepsDone!);
        target.stepsDone!++;
      } while (target.stepsDone! < steps && performance.now() < until);
      const isDone = target.stepsDone === steps;
      if (isDone) for (const { id } of sources) removeSegment(db, this.home, id);
      putSegment(db, this.home, isDone ? { ...target, stepsDone: null, stepBits: null } : target);
      return isDone;
    });
  }

  private step(target: Segment, sources: readonly Segment[], step: number): void {
    const { db } = this.library;
    const { home, live } = this;
    const base = target.firstChunk;
    const postings = emptyPostings(4096);
    const all = emptyPostings(4096);
    for (const source of sources) {
      const { from, to } = rowsOf(source, step, target.stepBits!);
      all.count = 0;
      for (const { row, postings: bytes } of readRows(db, home, source.id, from, to)) {
        readRow(bytes, row, source, source.firstChunk, all);
      }
      for (let at = 0; at < all.count; at++) {
        const chunk = all.chunks[at]!;
        if (chunk === COMMON || live[chunk - base]) addPosting(postings, all.features[at]!, chunk);
      }
      removeRows(db, home, source.id, from, to);
    }
    target.postings += writeRows(
      target,
      base,
      rowsOf(target, step, target.stepBits!),
      postings,
      mostSingles(target.endChunk - target.firstChunk),
      (row, bytes) => putRowBytes(db, home, target.id, row, bytes),
    );
  }
}

function rowsOf(segment: Segment, step: number, stepBits: number): { from: number; to: number } {
  const size = rowCount(segment) / 2 ** stepBits;
  return { from: step * size, to: (step + 1) * size };
}
