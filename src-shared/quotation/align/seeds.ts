import type { Query } from './query';
import { groupOf, isAloneInGroup, type SourceIndex } from './source-index';

/** A stretch of the source in which words of the query stand close together. */
export interface SeedWindow {
  /** What the words found there tell together, in bits. */
  bits: number;
  /** First and last hit: word numbers of the source, and of the query. */
  firstSource: number;
  firstQuery: number;
  lastSource: number;
  lastQuery: number;
}

/** A hit is one number, so that hits sort fast: source word × this + query word. */
const QUERY_WORDS = 1024;

/** Occurrences of words of the query in the source. */
export interface Hits {
  values: Float64Array;
  count: number;
}

/** No more than that are taken: a word that frequent tells nothing. */
const MOST_HITS = 20_000;
/** In groups larger than this a neighbour of the word has to fit as well: one word in so many, */
const COMMON_SHARE = 512;
/** but never in smaller ones than the first, and always in larger ones than the second. */
const SMALL_GROUP = 32;
const LARGE_GROUP = 256;

/**
 * Adds the occurrences of one word of the query to the hits; `hash` is its own, or that of a word
 * that it may be a misprint of. Returns how many words were read.
 */
export function addHits(
  index: SourceIndex,
  query: Query,
  word: number,
  hash: number,
  hits: Hits,
): number {
  const { positions } = index;
  const { hashes } = index.words;
  const { start, end } = groupOf(index, hash);
  reserve(hits, Math.min(end - start, MOST_HITS));
  const common = Math.min(LARGE_GROUP, Math.max(SMALL_GROUP, hashes.length / COMMON_SHARE));
  const sure = isAloneInGroup(index, hash);
  const alone = end - start <= common || query.count === 1;
  // Past either end of the query there is no neighbour: -1 is no hash.
  const next = query.hashes[word + 1] ?? -1;
  const afterNext = query.hashes[word + 2] ?? -1;
  const previous = query.hashes[word - 1] ?? -1;
  const beforePrevious = query.hashes[word - 2] ?? -1;
  for (let at = start; at < end && hits.count < MOST_HITS; at++) {
    const position = positions[at]!;
    if (!sure && hashes[position] !== hash) continue;
    if (
      alone ||
      hashes[position + 1] === next ||
      hashes[position - 1] === previous ||
      hashes[position + 2] === afterNext ||
      hashes[position - 2] === beforePrevious
    ) {
      hits.values[hits.count++] = position * QUERY_WORDS + word;
    }
  }
  return end - start;
}

function reserve(hits: Hits, more: number): void {
  if (hits.values.length >= hits.count + more) return;
  const larger = new Float64Array((hits.count + more) * 2);
  larger.set(hits.values.subarray(0, hits.count));
  hits.values = larger;
}

/** A window that scores less than this share of the best is not worth aligning. */
const WORTH_ALIGNING = 0.6;
const KEPT_WINDOWS = 16;
const MOST_WINDOWS = 512;

/**
 * Slides a window as long as the passage can be over the hits and returns the places where the rarity
 * of the words within it peaks, best first. Sorts the hits.
 */
export function findWindows(query: Query, weights: Float64Array, hits: Hits): SeedWindow[] {
  const values = hits.values.subarray(0, hits.count).sort();
  const span = passageWords(query);
  const seen = new Uint16Array(query.count);
  let windows: SeedWindow[] = [];
  let best: SeedWindow | null = null;
  let bits = 0;
  let left = 0;
  for (const value of values) {
    const source = Math.floor(value / QUERY_WORDS);
    const word = value - source * QUERY_WORDS;
    if (seen[word]!++ === 0) bits += weights[word]!;
    let firstSource = Math.floor(values[left]! / QUERY_WORDS);
    while (source - firstSource > span) {
      const leaving = values[left]! - firstSource * QUERY_WORDS;
      if (--seen[leaving]! === 0) bits -= weights[leaving]!;
      left++;
      firstSource = Math.floor(values[left]! / QUERY_WORDS);
    }
    const overlaps = best !== null && firstSource <= best.lastSource;
    if (best !== null && overlaps && bits <= best.bits) continue;
    if (best !== null && !overlaps) windows.push(best);
    best = {
      bits,
      firstSource,
      firstQuery: values[left]! - firstSource * QUERY_WORDS,
      lastSource: source,
      lastQuery: word,
    };
    if (windows.length > MOST_WINDOWS) windows = bestOf(windows).slice(0, KEPT_WINDOWS);
  }
  if (best) windows.push(best);
  windows = bestOf(windows);
  return windows.filter((window) => window.bits >= windows[0]!.bits * WORTH_ALIGNING);
}

/** How many words of the source the passage can take up. */
export function passageWords(query: Query): number {
  let words = query.count + Math.floor(query.count / 4) + 3;
  if (query.tight) return words;
  for (let word = 0; word < query.count; word++) words += query.slack[word]!;
  return words;
}

function bestOf(windows: SeedWindow[]): SeedWindow[] {
  return windows.sort((one, other) => other.bits - one.bits);
}
