import { ByteWriter } from './bytes';
import { FEATURE_BITS, isSingle } from './features';

/*
 * A segment of the index: the features of some chunks, by buckets. The upper bits of a feature are
 * the number of its bucket, the lower ones a tag that stands beside each posting. A posting is one
 * number: the difference to the chunk before it in the bucket, with the tag as its lower bits. Some
 * buckets make a row, which is what is stored and read: the length of each bucket in bytes, then the
 * buckets.
 *
 * A single word that is in too many chunks has one posting only, which says so: in `COMMON`.
 */

/** How the features of a segment are laid out. */
export interface Layout {
  /** There are 2 ** `bits` buckets, */
  bits: number;
  /** of which 2 ** `rowBits` make a row. */
  rowBits: number;
}

/** Fewer buckets would make postings longer, more of them cost more than they save. */
const LEAST_BITS = 14;
const MOST_BITS = 22;
const MOST_ROW_BITS = 6;
const POSTINGS_A_BUCKET = 12;
/** Rows of this size fill the pages of SQLite (4 KB) well; rows of 2 to 4 KB would leave them half empty. */
const ROW_BYTES = 600;

/** A layout for so many postings. Merging needs at least the bits of what is merged. */
export function layoutFor(postings: number, leastBits = LEAST_BITS): Layout {
  const wanted = Math.round(Math.log2(Math.max(1, postings) / POSTINGS_A_BUCKET));
  const bits = Math.max(leastBits, Math.min(MOST_BITS, Math.max(LEAST_BITS, wanted)));
  const bucketBytes = 1 + (postings / 2 ** bits) * 3;
  const rowBits = Math.floor(Math.log2(Math.max(1, ROW_BYTES / bucketBytes)));
  return { bits, rowBits: Math.min(MOST_ROW_BITS, rowBits) };
}

export function rowCount({ bits, rowBits }: Layout): number {
  return 2 ** (bits - rowBits);
}

/** The row in which a feature is looked up. */
export function rowOf({ bits, rowBits }: Layout, feature: number): number {
  return feature >>> (FEATURE_BITS - bits + rowBits);
}

/** Stands for the chunks of a feature that are too many to be kept. */
export const COMMON = 0xffffffff;

/** Postings of several features, in step: `features[i]` occurs in the chunk `chunks[i]`. */
export interface Postings {
  features: Uint32Array;
  chunks: Uint32Array;
  count: number;
}

export function emptyPostings(capacity: number): Postings {
  return { features: new Uint32Array(capacity), chunks: new Uint32Array(capacity), count: 0 };
}

export function addPosting(postings: Postings, feature: number, chunk: number): void {
  if (postings.count === postings.features.length) {
    const capacity = Math.max(64, postings.count * 2);
    postings.features = grown(postings.features, capacity);
    postings.chunks = grown(postings.chunks, capacity);
  }
  postings.features[postings.count] = feature;
  postings.chunks[postings.count++] = chunk;
}

function grown(array: Uint32Array, capacity: number): Uint32Array {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}

/**
 * Adds the chunks of a row that have a feature to `found`; answers false where the feature is too
 * common to be kept. `base` is the first chunk of the segment.
 */
export function findInRow(
  row: Uint8Array,
  layout: Layout,
  base: number,
  feature: number,
  found: Postings,
): boolean {
  const tagBits = FEATURE_BITS - layout.bits;
  const tags = 2 ** tagBits;
  const wanted = feature & (tags - 1);
  const bucket = (feature >>> tagBits) & (2 ** layout.rowBits - 1);
  // The lengths of all buckets stand before the first one.
  let before = 0;
  let length = 0;
  cursor = 0;
  for (let one = 0; one < 2 ** layout.rowBits; one++) {
    if (one <= bucket) {
      before += length;
      length = readNumber(row);
    } else readNumber(row);
  }
  const start = cursor + before;
  const end = start + length;
  let chunk = base - 1;
  cursor = start;
  while (cursor < end) {
    const value = readNumber(row);
    const step = Math.floor(value / tags);
    chunk += step;
    if (value - step * tags !== wanted) continue;
    if (chunk < base) return false;
    addPosting(found, feature, chunk);
  }
  return true;
}

/** Adds every posting of the row with this number to `postings`, bucket by bucket. */
export function readRow(
  row: Uint8Array,
  number: number,
  layout: Layout,
  base: number,
  postings: Postings,
): void {
  const tags = 2 ** (FEATURE_BITS - layout.bits);
  const ends = bucketEnds(row, layout);
  for (let bucket = 0; bucket < 2 ** layout.rowBits; bucket++) {
    const prefix = (number * 2 ** layout.rowBits + bucket) * tags;
    visitBucket(row, ends[bucket]!, ends[bucket + 1]!, layout, base, (tag, chunk) =>
      addPosting(postings, prefix + tag, chunk),
    );
  }
}

/** Where each bucket of a row ends, after where the first one starts. */
function bucketEnds(row: Uint8Array, { rowBits }: Layout): number[] {
  const ends = [0];
  cursor = 0;
  for (let bucket = 0; bucket < 2 ** rowBits; bucket++) {
    ends.push(ends[bucket]! + readNumber(row));
  }
  const start = cursor;
  return ends.map((end) => end + start);
}

function visitBucket(
  row: Uint8Array,
  start: number,
  end: number,
  { bits }: Layout,
  base: number,
  visit: (tag: number, chunk: number) => void,
): void {
  const tags = 2 ** (FEATURE_BITS - bits);
  let chunk = base - 1;
  cursor = start;
  while (cursor < end) {
    const value = readNumber(row);
    const step = Math.floor(value / tags);
    chunk += step;
    visit(value - step * tags, chunk < base ? COMMON : chunk);
  }
}

/** Where the next number of the row at hand starts. */
let cursor = 0;

/** Numbers of seven bits a byte, the lowest first; may be larger than 32 bits. */
function readNumber(row: Uint8Array): number {
  let byte = row[cursor++]!;
  let value = byte & 127;
  for (let scale = 128; byte > 127; scale *= 128) {
    byte = row[cursor++]!;
    value += (byte & 127) * scale;
  }
  return value;
}

/**
 * Writes the rows `from` to `to` (exclusive) of a segment. The postings have to be those of these rows,
 * and the chunks of any one bucket in ascending order. Single words that are in more than
 * `mostSingles` chunks are not kept. Rows without postings are left out. Answers how many postings
 * were written.
 */
export function writeRows(
  layout: Layout,
  base: number,
  rows: { from: number; to: number },
  postings: Postings,
  mostSingles: number,
  put: (row: number, bytes: Uint8Array) => void,
): number {
  const tagBits = FEATURE_BITS - layout.bits;
  const tags = 2 ** tagBits;
  const firstBucket = rows.from * 2 ** layout.rowBits;
  const bucketCount = (rows.to - rows.from) * 2 ** layout.rowBits;
  const { order, starts } = byBucket(postings, tagBits, firstBucket, bucketCount);
  const lengths = new ByteWriter(2 ** layout.rowBits * 5);
  const buckets = new ByteWriter();
  const singles = new Map<number, number>();
  let written = 0;
  for (let row = rows.from; row < rows.to; row++) {
    lengths.length = 0;
    buckets.length = 0;
    for (let bucket = 0; bucket < 2 ** layout.rowBits; bucket++) {
      const number = (row - rows.from) * 2 ** layout.rowBits + bucket;
      const from = starts[number]!;
      const to = starts[number + 1]!;
      countSingles(postings, order, from, to, singles);
      const before = buckets.length;
      buckets.reserve((to - from) * 8);
      let last = base - 1;
      for (const [feature, chunks] of singles) {
        if (chunks <= mostSingles) continue;
        buckets.putNumber(feature & (tags - 1));
        written++;
      }
      for (let at = from; at < to; at++) {
        const feature = postings.features[order[at]!]!;
        if (isSingle(feature) && singles.get(feature)! > mostSingles) continue;
        const chunk = postings.chunks[order[at]!]!;
        buckets.putNumber((chunk - last) * tags + (feature & (tags - 1)));
        last = chunk;
        written++;
      }
      lengths.putNumber(buckets.length - before);
    }
    if (buckets.length === 0) continue;
    const bytes = new Uint8Array(lengths.length + buckets.length);
    bytes.set(lengths.bytes.subarray(0, lengths.length));
    bytes.set(buckets.bytes.subarray(0, buckets.length), lengths.length);
    put(row, bytes);
  }
  return written;
}

/** A counting sort, which leaves the order within a bucket as it is. */
function byBucket(
  { features, count }: Postings,
  tagBits: number,
  firstBucket: number,
  bucketCount: number,
): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(bucketCount + 1);
  for (let at = 0; at < count; at++) starts[(features[at]! >>> tagBits) - firstBucket + 1]!++;
  for (let bucket = 0; bucket < bucketCount; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice(0, bucketCount);
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    order[next[(features[at]! >>> tagBits) - firstBucket]!++] = at;
  }
  return { order, starts };
}

function countSingles(
  { features, chunks }: Postings,
  order: Uint32Array,
  from: number,
  to: number,
  singles: Map<number, number>,
): void {
  singles.clear();
  for (let at = from; at < to; at++) {
    const feature = features[order[at]!]!;
    if (!isSingle(feature)) continue;
    const more = chunks[order[at]!] === COMMON ? Number.POSITIVE_INFINITY : 1;
    singles.set(feature, (singles.get(feature) ?? 0) + more);
  }
}
