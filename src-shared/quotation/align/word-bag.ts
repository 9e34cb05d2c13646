import type { Lookalikes } from './chain';
import type { Query } from './query';
import type { SourceIndex } from './source-index';

/**
 * The words of a query without their order: tells fast how much of it a stretch of the source can have
 * at most. A hash table kept between calls, because making one takes longer than using it; only ever
 * used between one `fillBag` and the next.
 */
const SLOTS = 1 << 14;
const hashes = new Uint32Array(SLOTS);
const weights = new Float64Array(SLOTS);
/** How often the query has the word, and how often it was met in the stretch at hand. */
const wanted = new Uint16Array(SLOTS);
const met = new Uint16Array(SLOTS);
/** A slot holds what its number says: of the bag at hand, and of the stretch at hand. */
const filledIn = new Uint32Array(SLOTS);
const metIn = new Uint32Array(SLOTS);
let bag = 0;
let stretch = 0;

/** Fills the bag with the words of a query, and with those that they may be misprints of. */
export function fillBag(query: Query, bits: Float64Array, lookalikes: Lookalikes): void {
  bag++;
  for (let word = 0; word < query.count; word++) {
    put(query.hashes[word]!, bits[word]!);
    const others = lookalikes.get(word);
    if (others) for (const hash of others) put(hash, bits[word]!);
  }
}

function put(hash: number, bits: number): void {
  const slot = slotOf(hash);
  if (filledIn[slot] === bag) {
    wanted[slot]!++;
    return;
  }
  filledIn[slot] = bag;
  hashes[slot] = hash;
  weights[slot] = bits;
  wanted[slot] = 1;
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

/** The slot that holds the hash, or the free one where it would be. Far fewer words than slots. */
function slotOf(hash: number): number {
  let slot = hash & (SLOTS - 1);
  while (filledIn[slot] === bag && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}
