import type { Lookalikes } from './chain';
import type { Query } from './query';
import type { SourceIndex } from './source-index';

/**
 * The words of a query without their order, in a hash table as small as they allow: a window of the
 * source is looked through in it word by word, and it has to stay in the nearest cache. Kept between
 * calls, because making one takes longer than using it; only ever used between one `fillBag` and the
 * next.
 */
let hashes = new Uint32Array(256);
/** A slot holds what its number says: of the bag at hand, and of the stretch at hand. */
let filledIn = new Uint32Array(256);
let metIn = new Uint32Array(256);
let weights = new Float64Array(256);
/** How often the query has the word, and how often it was met in the stretch at hand. */
let wanted = new Uint16Array(256);
let met = new Uint16Array(256);
/** The first entry of each slot; the others follow by `nextEntry`, up to -1. */
let firstEntry = new Int16Array(256);
/** Each entry is a word of the query that has the hash, or may be a misprint of what has it. */
let entryWord = new Int16Array(128);
let nextEntry = new Int16Array(128);
let entries = 0;
/** One less than the slots in use: a power of two, at least twice as many as there are entries. */
let mask = 0;
let bag = 0;
let stretch = 0;
/** What the bag was filled with last. */
let bagQuery: Query | null = null;
let bagLookalikes: Lookalikes | null = null;

/** Whether the bag holds the words of this query, and of these lookalikes, already. */
export function isBagOf(query: Query, lookalikes: Lookalikes): boolean {
  return bagQuery === query && bagLookalikes === lookalikes;
}

/** Fills the bag with the words of a query, and with those that they may be misprints of. */
export function fillBag(query: Query, bits: Float64Array, lookalikes: Lookalikes): void {
  let most = query.count;
  for (const others of lookalikes.values()) most += others.length;
  makeRoom(most);
  bag++;
  bagQuery = query;
  bagLookalikes = lookalikes;
  entries = 0;
  // From the last to the first, so that the entries of a slot rise.
  for (let word = query.count - 1; word >= 0; word--) {
    put(query.hashes[word]!, bits[word]!, word);
    if (lookalikes.size === 0) continue;
    const others = lookalikes.get(word);
    if (others) for (const hash of others) put(hash, bits[word]!, word);
  }
}

function makeRoom(most: number): void {
  let slots = 32;
  while (slots < most * 2) slots *= 2;
  mask = slots - 1;
  if (slots <= hashes.length) return;
  hashes = new Uint32Array(slots);
  filledIn = new Uint32Array(slots);
  metIn = new Uint32Array(slots);
  weights = new Float64Array(slots);
  wanted = new Uint16Array(slots);
  met = new Uint16Array(slots);
  firstEntry = new Int16Array(slots);
  entryWord = new Int16Array(slots / 2);
  nextEntry = new Int16Array(slots / 2);
}

function put(hash: number, bits: number, word: number): void {
  const slot = slotOf(hash);
  if (filledIn[slot] === bag) {
    wanted[slot]!++;
  } else {
    filledIn[slot] = bag;
    hashes[slot] = hash;
    wanted[slot] = 1;
    firstEntry[slot] = -1;
  }
  weights[slot] = bits;
  entryWord[entries] = word;
  nextEntry[entries] = firstEntry[slot]!;
  firstEntry[slot] = entries++;
}

/** What the words that source words `from` to `to` (exclusive) share with the query tell, in bits. */
export function sharedBits({ words }: SourceIndex, from: number, to: number): number {
  stretch++;
  let bits = 0;
  for (let word = from; word < to; word++) {
    const slot = slotOf(words.hashes[word]!);
    if (filledIn[slot] !== bag) continue;
    if (metIn[slot] !== stretch) {
      metIn[slot] = stretch;
      met[slot] = 0;
    }
    if (met[slot]! >= wanted[slot]!) continue;
    met[slot]!++;
    bits += weights[slot]!;
  }
  return bits;
}

/** Words of the query and of the source that are the same; by `count`, not by the arrays' length. */
export interface Pairs {
  count: number;
  /** Word numbers of the query. */
  query: Int16Array;
  /** Word numbers of the source: rising. */
  source: Int32Array;
}

const pairs: Pairs = { count: 0, query: new Int16Array(1024), source: new Int32Array(1024) };

/**
 * Every pair of a source word from `from` to `to` (exclusive) and a query word in the bag that are the
 * same, in the order of the source, and for one word of it in that of the query. Null where there are
 * more than `most`. Good until the next call.
 */
export function pairWords(
  { words }: SourceIndex,
  from: number,
  to: number,
  most: number,
): Pairs | null {
  pairs.count = 0;
  for (let word = from; word < to; word++) {
    const slot = slotOf(words.hashes[word]!);
    if (filledIn[slot] !== bag) continue;
    if (pairs.count + wanted[slot]! > most) return null;
    if (pairs.count + wanted[slot]! > pairs.source.length) growPairs();
    for (let entry = firstEntry[slot]!; entry >= 0; entry = nextEntry[entry]!) {
      pairs.query[pairs.count] = entryWord[entry]!;
      pairs.source[pairs.count++] = word;
    }
  }
  return pairs;
}

function growPairs(): void {
  const { query, source } = pairs;
  pairs.query = new Int16Array(query.length * 2);
  pairs.source = new Int32Array(source.length * 2);
  pairs.query.set(query);
  pairs.source.set(source);
}

/** The slot that holds the hash, or the free one where it would be. */
function slotOf(hash: number): number {
  let slot = hash & mask;
  while (filledIn[slot] === bag && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
