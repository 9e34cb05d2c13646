import { hashWords } from '../../text/word-hashes';
import { GAP, type Query } from '../align/query';

/*
 * What a library is searched by: pairs of adjacent words, and single words beside them (an altered
 * word spoils both of its pairs). A feature is a number of 29 bits: 28 of a hash, and the lowest says
 * which of the two it is. In scripts without spaces every character is a word, so that its pairs are
 * pairs of characters.
 */

export const FEATURE_BITS = 29;

/** Stretches of a long text are told apart, so that a book does not have a bit of everything. */
export const CHUNK_LENGTH = 16_384;

/** Shorter words alone tell next to nothing. */
const SHORTEST_SINGLE = 4;

/** True for a single word, false for a pair. */
export function isSingle(feature: number): boolean {
  return (feature & 1) === 1;
}

/** How many chunks a text of so many UTF-16 code units has. */
export function countChunks(length: number): number {
  return Math.max(1, Math.ceil(length / CHUNK_LENGTH));
}

/**
 * The features of a text by chunk, each once, ascending. A pair belongs to the chunk in which its
 * first word starts. Linear in the length of the text: about 25 ms for 1 MB.
 */
export function featuresOf(text: string): Uint32Array[] {
  const { count, hashes, starts, ends } = hashWords(text);
  const chunks: Uint32Array[] = [];
  let word = 0;
  for (let chunk = countChunks(text.length); chunk > 0; chunk--) {
    const limit = chunk === 1 ? Number.POSITIVE_INFINITY : (chunks.length + 1) * CHUNK_LENGTH;
    let last = word;
    while (last < count && starts[last]! < limit) last++;
    const features = new Uint32Array(2 * (last - word));
    let size = 0;
    for (; word < last; word++) {
      const hash = hashes[word]!;
      if (word + 1 < count) features[size++] = pairFeature(hash, hashes[word + 1]!);
      if (ends[word]! - starts[word]! >= SHORTEST_SINGLE) features[size++] = singleFeature(hash);
    }
    chunks.push(uniqueSorted(features.subarray(0, size)));
  }
  return chunks;
}

/** A feature of a quotation. */
export interface QueryFeature {
  feature: number;
  /** How telling it is in any text at all, in bits: a guess by its letters. */
  expectedBits: number;
}

/** The features of a quotation, each once, the most telling first. No pair spans an ellipsis. */
export function queryFeatures(query: Query): QueryFeature[] {
  const found = new Map<number, number>();
  for (let word = 0; word < query.count; word++) {
    const hash = query.hashes[word]!;
    const bits = lettersTell(query.letters[word]!.length);
    if (query.letters[word]!.length >= SHORTEST_SINGLE) found.set(singleFeature(hash), bits);
    if (word + 1 < query.count && !(query.joints[word + 1]! & GAP)) {
      const next = lettersTell(query.letters[word + 1]!.length);
      found.set(pairFeature(hash, query.hashes[word + 1]!), bits + next);
    }
  }
  return [...found]
    .map(([feature, expectedBits]) => ({ feature, expectedBits }))
    .sort((one, other) => other.expectedBits - one.expectedBits);
}

/** Function words are short: the guess that aligning makes too. */
function lettersTell(letters: number): number {
  return Math.min(13, letters < 4 ? 4 + letters : 5 + letters);
}

function pairFeature(first: number, second: number): number {
  return (spread(Math.imul(first, 0x9e3779b1) ^ second) >>> 4) << 1;
}

function singleFeature(hash: number): number {
  return ((spread(Math.imul(hash, 0x85ebca6b)) >>> 4) << 1) | 1;
}

/** The finaliser of MurmurHash3: neighbouring numbers go to buckets far from each other. */
function spread(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

function uniqueSorted(features: Uint32Array): Uint32Array {
  features.sort();
  let size = 0;
  for (let at = 0; at < features.length; at++) {
    if (at === 0 || features[at] !== features[at - 1]) features[size++] = features[at]!;
  }
  return features.slice(0, size);
}
