import { BRACKET, GAP, type Query } from './query';
import type { SourceIndex } from './source-index';
import { fillBag, isBagOf, type Pairs, pairWords } from './word-bag';

/** Words of the query and of the source that are the same, in order: pairs of word numbers. */
export interface Chain {
  query: number[];
  source: number[];
}

/** For some words of the query, the hashes of the words that they may be misprints of. */
export type Lookalikes = ReadonlyMap<number, readonly number[]>;

const SUBSTITUTION = -1.5;
const QUERY_WORD_MISSING = -1;
const SOURCE_WORD_SKIPPED = -1.5;
const SOURCE_WORD_SKIPPED_AT_GAP = -0.01;
const SOURCE_WORD_SKIPPED_AT_BRACKET = -0.4;
/** Added to what a word is worth in bits, so that common words count too. */
const MATCH_BONUS = 2;
/** More cells than this would take longer than a query may (about 30 ms). */
const MOST_CELLS = 4_000_000;
/** With more pairs, squared, for each cell of the table, filling the table takes less. */
const SQUARED_PAIRS = 3;

/**
 * Aligns the whole query with the best stretch of the source words `from` to `to` (exclusive), word
 * by word, maximising the rarity of what matches less the cost of what does not. A misprint of a word
 * of the source matches it. Null if no word matches, or if the two are too large to compare.
 *
 * Few words of the source are in the query, as a rule: going from one pair of words that are the same
 * to the next, with a price on what lies between, takes a tenth of the time of a table of all words by
 * all words. Where the same few words come over and over, the table takes less.
 */
export function chainWords(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  from: number,
  to: number,
  lookalikes: Lookalikes,
): Chain | null {
  if (!isBagOf(query, lookalikes)) fillBag(query, weights, lookalikes);
  const cells = (query.count + 1) * (to - from + 1);
  const pairs = pairWords(index, from, to, Math.sqrt(SQUARED_PAIRS * cells));
  if (pairs) return chainPairs(pairs, query, weights);
  if (cells > MOST_CELLS) return null;
  return chainInTable(index, query, weights, from, to, lookalikes);
}

/** By pair: the best score of a chain that ends there, of any up to there, and the pair before. */
let scores = new Float64Array(256);
let bestScores = new Float64Array(256);
let previous = new Int32Array(256);
/** By word of the query: the last ellipsis and the last bracket up to there; -1 if there is none. */
let gaps = new Int16Array(64);
let brackets = new Int16Array(64);

function chainPairs(pairs: Pairs, query: Query, weights: Float64Array): Chain | null {
  const { count, query: words, source } = pairs;
  if (count === 0) return null;
  makeRoom(count, query.count);
  findMarks(query);
  const cheapestSkip = query.tight ? SOURCE_WORD_SKIPPED : SOURCE_WORD_SKIPPED_AT_GAP;
  let end = 0;
  let endScore = -Infinity;
  let bestScore = -Infinity;
  for (let pair = 0; pair < count; pair++) {
    const word = words[pair]!;
    const place = source[pair]!;
    // The words of the query before it may all be missing.
    let best = QUERY_WORD_MISSING * word;
    let before = -1;
    for (let other = pair - 1; other >= 0; other--) {
      const skipped = place - source[other]! - 1;
      if (skipped < 0) continue;
      // None further back scores more, and each has more words between.
      if (bestScores[other]! + cheapestSkip * skipped <= best) break;
      const missing = word - words[other]! - 1;
      if (missing < 0) continue;
      const score = scores[other]! + costBetween(words[other]!, word, missing, skipped);
      if (score > best + SAME) {
        best = score;
        before = other;
      }
    }
    const score = best + weights[word]! + MATCH_BONUS;
    scores[pair] = score;
    previous[pair] = before;
    if (score > bestScore) bestScore = score;
    bestScores[pair] = bestScore;
    const whole = score + QUERY_WORD_MISSING * (query.count - 1 - word);
    // Of two that are the same, the one that leaves no word of the query behind it.
    const isLonger = whole > endScore - SAME && place === source[end];
    if (whole > endScore + SAME || isLonger) {
      endScore = whole;
      end = pair;
    }
  }
  return traceBack(pairs, end);
}

/** Scores no further apart than this are the same, added up in another order. */
const SAME = 1e-9;

function makeRoom(pairs: number, words: number): void {
  if (scores.length < pairs) {
    scores = new Float64Array(pairs * 2);
    bestScores = new Float64Array(pairs * 2);
    previous = new Int32Array(pairs * 2);
  }
  if (gaps.length < words) {
    gaps = new Int16Array(words * 2);
    brackets = new Int16Array(words * 2);
  }
}

function findMarks(query: Query): void {
  let gap = -1;
  let bracket = -1;
  for (let word = 0; word < query.count; word++) {
    const joint = query.joints[word]!;
    if (joint & GAP) gap = word;
    if (joint & BRACKET) bracket = word;
    gaps[word] = gap;
    brackets[word] = bracket;
  }
}

/** What so many words missing in the source, and so many skipped in it, cost between two pairs. */
function costBetween(before: number, word: number, missing: number, skipped: number): number {
  if (gaps[word]! > before) {
    return missing * QUERY_WORD_MISSING + skipped * SOURCE_WORD_SKIPPED_AT_GAP;
  }
  if (brackets[word]! > before) {
    return missing * QUERY_WORD_MISSING + skipped * SOURCE_WORD_SKIPPED_AT_BRACKET;
  }
  const changed = Math.min(missing, skipped);
  return (
    changed * SUBSTITUTION +
    (missing - changed) * QUERY_WORD_MISSING +
    (skipped - changed) * SOURCE_WORD_SKIPPED
  );
}

function traceBack({ query, source }: Pairs, end: number): Chain {
  const chain: Chain = { query: [], source: [] };
  for (let pair = end; pair >= 0; pair = previous[pair]!) {
    chain.query.push(query[pair]!);
    chain.source.push(source[pair]!);
  }
  chain.query.reverse();
  chain.source.reverse();
  return chain;
}

const NO_LOOKALIKES: readonly number[] = [];

const FROM_MATCH = 1;
const FROM_MISSING = 2;
const FROM_SKIPPED = 3;
const FROM_SUBSTITUTION = 4;

let line = new Float64Array(0);
let steps = new Uint8Array(0);

/** The same by a table: a line for each word of the query, of which one is kept, and all steps. */
function chainInTable(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  from: number,
  to: number,
  lookalikes: Lookalikes,
): Chain | null {
  const rows = query.count;
  const width = to - from + 1;
  if (line.length < width) line = new Float64Array(width * 2);
  if (steps.length < (rows + 1) * width) steps = new Uint8Array((rows + 1) * width * 2);
  const { hashes } = index.words;
  line.fill(0, 0, width);
  for (let word = 1; word <= rows; word++) {
    const hash = query.hashes[word - 1]!;
    const here = word * width;
    const worth = weights[word - 1]! + MATCH_BONUS;
    const skipping = word === rows ? -Infinity : skipCost(query.joints[word]!);
    const others = lookalikes.get(word - 1) ?? NO_LOOKALIKES;
    let diagonal = line[0]!;
    let left = diagonal + QUERY_WORD_MISSING;
    line[0] = left;
    steps[here] = FROM_MISSING;
    for (let column = 1; column < width; column++) {
      const found = hashes[from + column - 1]!;
      const matches = found === hash || (others.length > 0 && others.includes(found));
      let best = matches ? diagonal + worth : diagonal + SUBSTITUTION;
      let step = matches ? FROM_MATCH : FROM_SUBSTITUTION;
      diagonal = line[column]!;
      const missing = diagonal + QUERY_WORD_MISSING;
      if (missing > best) {
        best = missing;
        step = FROM_MISSING;
      }
      const skipped = left + skipping;
      if (skipped > best) {
        best = skipped;
        step = FROM_SKIPPED;
      }
      line[column] = best;
      steps[here + column] = step;
      left = best;
    }
  }
  return traceTable(rows, width, from);
}

/** What leaving out a word of the source costs at such a joint. */
function skipCost(joint: number): number {
  if (joint & GAP) return SOURCE_WORD_SKIPPED_AT_GAP;
  if (joint & BRACKET) return SOURCE_WORD_SKIPPED_AT_BRACKET;
  return SOURCE_WORD_SKIPPED;
}

function traceTable(rows: number, width: number, from: number): Chain | null {
  let column = 0;
  for (let end = 1; end < width; end++) if (line[end]! > line[column]!) column = end;
  const chain: Chain = { query: [], source: [] };
  let word = rows;
  while (word > 0) {
    const step = steps[word * width + column];
    if (step === FROM_MATCH) {
      chain.query.push(word - 1);
      chain.source.push(from + column - 1);
    }
    if (step !== FROM_SKIPPED) word--;
    if (step !== FROM_MISSING) column--;
  }
  if (chain.query.length === 0) return null;
  chain.query.reverse();
  chain.source.reverse();
  return chain;
}
