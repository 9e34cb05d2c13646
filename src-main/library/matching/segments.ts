import type { Database } from 'better-sqlite3';
import type { Layout } from '../../../src-shared/quotation/candidates/rows';
import { prepare } from '../sqlite';
import type { Home } from '../write';

/*
 * The matching index of one of the two files. Texts are told apart in chunks, which are numbered in
 * the order in which they came; a number is never used again. New chunks wait as rows of their own
 * (`matching_fresh`) until there are enough for a segment; segments are merged into larger ones.
 *
 * A merge moves rows from segments to a larger one in small transactions. Whoever looks a feature up
 * in all segments within one transaction finds each posting once, however far the merge has come.
 */

export interface Segment extends Layout {
  id: number;
  /** `end` is exclusive. */
  firstChunk: number;
  endChunk: number;
  postings: number;
  deadChunks: number;
  mergesInto: number | null;
  /** Null where nothing is being merged into it. */
  stepsDone: number | null;
  stepBits: number | null;
}

/** More rows than a segment can have. */
const ROWS = 2 ** 23;

const STATE = {
  /** The number of the next chunk. */
  nextChunk: 'next_chunk',
  /** Chunks before this one are in segments. */
  flushedTo: 'flushed_to',
  /** 1 where every source is indexed (catch-up.ts). */
  isComplete: 'is_complete',
} as const;
export type StateName = keyof typeof STATE;

/** 0 where nothing was stored yet. */
export function readState(db: Database, home: Home, name: StateName): number {
  const value = prepare(db, `SELECT value FROM ${home}.matching_state WHERE key = ?`)
    .pluck()
    .get(STATE[name]);
  return (value as number | undefined) ?? 0;
}

export function putState(db: Database, home: Home, name: StateName, value: number): void {
  prepare(
    db,
    `INSERT INTO ${home}.matching_state (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(STATE[name], value);
}

/** Segments in the order of their chunks. */
export function listSegments(db: Database, home: Home): Segment[] {
  return prepare<Segment>(
    db,
    `SELECT id, first_chunk AS firstChunk, end_chunk AS endChunk, bits, row_bits AS rowBits,
       postings, dead_chunks AS deadChunks, merges_into AS mergesInto,
       steps_done AS stepsDone, step_bits AS stepBits
     FROM ${home}.matching_segment ORDER BY first_chunk, id`,
  ).all();
}

/** Adds a segment, or overwrites the one with its id. */
export function putSegment(db: Database, home: Home, segment: Segment): void {
  prepare(
    db,
    `INSERT OR REPLACE INTO ${home}.matching_segment (id, first_chunk, end_chunk, bits, row_bits,
       postings, dead_chunks, merges_into, steps_done, step_bits)
     VALUES (@id, @firstChunk, @endChunk, @bits, @rowBits, @postings, @deadChunks, @mergesInto,
       @stepsDone, @stepBits)`,
  ).run(segment);
}

export function removeSegment(db: Database, home: Home, id: number): void {
  prepare(db, `DELETE FROM ${home}.matching_segment WHERE id = ?`).run(id);
}

export function nextSegmentId(db: Database, home: Home): number {
  return prepare(db, `SELECT coalesce(max(id), 0) + 1 FROM ${home}.matching_segment`)
    .pluck()
    .get() as number;
}

export function readRowBytes(
  db: Database,
  home: Home,
  segmentId: number,
  row: number,
): Uint8Array | undefined {
  return prepare(db, `SELECT postings FROM ${home}.matching_row WHERE key = ?`)
    .pluck()
    .get(segmentId * ROWS + row) as Uint8Array | undefined;
}

/** Rows `from` to `to` (exclusive) that have postings, in order. */
export function readRows(
  db: Database,
  home: Home,
  segmentId: number,
  from: number,
  to: number,
): { row: number; postings: Uint8Array }[] {
  const first = segmentId * ROWS;
  return prepare<{ key: number; postings: Uint8Array }>(
    db,
    `SELECT key, postings FROM ${home}.matching_row WHERE key >= ? AND key < ? ORDER BY key`,
  )
    .all(first + from, first + to)
    .map(({ key, postings }) => ({ row: key - first, postings }));
}

export function putRowBytes(
  db: Database,
  home: Home,
  segmentId: number,
  row: number,
  bytes: Uint8Array,
): void {
  prepare(
    db,
    `INSERT INTO ${home}.matching_row (key, postings) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET postings = excluded.postings`,
  ).run(segmentId * ROWS + row, bytes);
}

export function removeRows(
  db: Database,
  home: Home,
  segmentId: number,
  from: number,
  to: number,
): void {
  const first = segmentId * ROWS;
  prepare(db, `DELETE FROM ${home}.matching_row WHERE key >= ? AND key < ?`).run(
    first + from,
    first + to,
  );
}

/** The chunks of `from` to `to` (exclusive) that are those of a source, as flags by chunk − `from`. */
export function readLiveChunks(db: Database, home: Home, from: number, to: number): Uint8Array {
  const live = new Uint8Array(to - from);
  const documents = prepare<{ first_chunk: number; chunk_count: number }>(
    db,
    `SELECT first_chunk, chunk_count FROM ${home}.matching_document
     WHERE first_chunk >= ? AND first_chunk < ?`,
  ).iterate(from, to);
  for (const { first_chunk, chunk_count } of documents) {
    live.fill(1, first_chunk - from, first_chunk - from + chunk_count);
  }
  return live;
}
