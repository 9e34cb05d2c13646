import type { Chain } from './chain';
import { lettersDistance, nearestBeginning } from './distance';
import { makeLetters, reverseLetters, takeSource, takeWords } from './letters';
import { BRACKET, GAP, letterCount, type Query, TIGHT } from './query';
import type { SourceIndex } from './source-index';

/** A stretch of the source that a query was compared with, letter by letter. */
export interface Measure {
  /** First and last word of the stretch, as word numbers of the source. */
  firstWord: number;
  lastWord: number;
  /** 1 where all letters are the same, 0 where none is. */
  similarity: number;
  /** What the words that are the same tell together, in bits. */
  bits: number;
  /** The words that are the same. */
  chain: Chain;
}

/** What words of the source left out at square brackets cost at most. */
const MOST_BRACKET_COST = 3;
const BRACKET_COST_PER_WORD = 0.5;

/** What an unmarked omission costs, in letters. */
const OMISSION_COST = 4;
const OMISSION_COST_PER_LETTER = 0.125;

/** So few words after a gap may stand there by chance: the limits are tried without them too. */
const LOOSE_WORDS = 3;
/** How many times better that has to be: words that are the same are not given up for a letter. */
const CLEARLY = 2;

/** Kept between calls; only ever used within one of them. */
const wanted = makeLetters();
const found = makeLetters();
let matchCosts = new Float64Array(64);

/**
 * Fills the gaps of a chain letter by letter, which finds the limits of the passage where the first
 * or last words differ, and tells how alike the two are. Null as soon as they differ in more letters
 * than `mostCost`.
 */
export function measureChain(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  chain: Chain,
  mostCost: number,
): Measure | null {
  const matches = chain.query.length;
  let bits = 0;
  for (const word of chain.query) bits += weights[word]!;
  if (matchCosts.length < matches) matchCosts = new Float64Array(matches * 2);
  const costs = matchCosts;
  let inner = 0;
  for (let match = 0; match < matches; match++) {
    costs[match] =
      (match === 0 ? 0 : costBetween(index, query, chain, match, mostCost - inner)) +
      misprintCost(index, query, chain, match);
    inner += costs[match]!;
    if (inner > mostCost) return null;
  }
  const start = findStart(index, query, chain, costs);
  const end = findEnd(index, query, chain, costs);
  const cost = inner + start.cost + end.cost;
  if (cost > mostCost) return null;
  return {
    firstWord: start.word,
    lastWord: Math.max(start.word, end.word),
    similarity: Math.max(0, 1 - cost / letterCount(query)),
    bits,
    chain,
  };
}

interface Limit {
  /** Of the letters beyond the match, less what matches cost that turned out not to be needed. */
  cost: number;
  /** Word number of the source. */
  word: number;
}

/**
 * Where the passage begins. Words before the first gap may have matched others further on; if the
 * letters fit better without those matches, they go.
 */
function findStart(index: SourceIndex, query: Query, chain: Chain, costs: Float64Array): Limit {
  const whole = startAt(index, query, chain, 0);
  let best = whole;
  let replaced = whole.cost + costs[0]!;
  for (let match = 1; match <= LOOSE_WORDS && match < chain.query.length; match++) {
    if (isMarked(query, chain.query[match - 1]!, chain.query[match]!)) break;
    replaced += costs[match]!;
    if (isNextTo(chain, match)) continue;
    const limit = startAt(index, query, chain, match);
    const cost = limit.cost + misprintCost(index, query, chain, match);
    const saved = replaced - cost;
    if (cost * CLEARLY < replaced && whole.cost - saved < best.cost) {
      best = { word: limit.word, cost: whole.cost - saved };
    }
  }
  return best;
}

/** Where the passage begins if this match is its first. */
function startAt(index: SourceIndex, query: Query, chain: Chain, match: number): Limit {
  const first = chain.source[match]!;
  return extendBackward(index, query, 0, chain.query[match]!, first, 0);
}

/** Where the passage ends: as `findStart`, the other way round. */
function findEnd(index: SourceIndex, query: Query, chain: Chain, costs: Float64Array): Limit {
  const final = chain.query.length - 1;
  const whole = endAt(index, query, chain, final);
  let best = whole;
  let replaced = whole.cost;
  for (let match = final; match > final - LOOSE_WORDS && match > 0; match--) {
    if (isMarked(query, chain.query[match - 1]!, chain.query[match]!)) break;
    replaced += costs[match]!;
    if (isNextTo(chain, match)) continue;
    const { word, cost } = endAt(index, query, chain, match - 1);
    const saved = replaced - cost;
    if (cost * CLEARLY < replaced && whole.cost - saved < best.cost) {
      best = { word, cost: whole.cost - saved };
    }
  }
  return best;
}

/** Where the passage ends if this match is its last. */
function endAt(index: SourceIndex, query: Query, chain: Chain, match: number): Limit {
  const last = chain.source[match]!;
  const from = chain.query[match]! + 1;
  return extendForward(index, query, from, query.count, last, index.words.count - 1);
}

/** No word stands between this match and the one before it, on either side. */
function isNextTo(chain: Chain, match: number): boolean {
  return (
    chain.query[match]! - chain.query[match - 1]! === 1 &&
    chain.source[match]! - chain.source[match - 1]! === 1
  );
}

/** There is an ellipsis or a bracket between two words of the query. */
function isMarked(query: Query, before: number, after: number): boolean {
  for (let word = before + 1; word <= after; word++) if (query.joints[word] !== TIGHT) return true;
  return false;
}

function misprintCost(index: SourceIndex, query: Query, chain: Chain, match: number): number {
  const word = chain.query[match]!;
  const source = chain.source[match]!;
  if (index.words.hashes[source] === query.hashes[word]) return 0;
  takeWords(wanted, query.letters, word, word + 1);
  takeSource(found, index, source, source + 1);
  return lettersDistance(wanted, found, Number.POSITIVE_INFINITY);
}

/** What the words between two matches cost, in letters. */
function costBetween(
  index: SourceIndex,
  query: Query,
  chain: Chain,
  match: number,
  most: number,
): number {
  const queryFrom = chain.query[match - 1]! + 1;
  const queryTo = chain.query[match]!;
  const sourceBefore = chain.source[match - 1]!;
  const sourceAfter = chain.source[match]!;
  const missing = queryTo - queryFrom;
  const skipped = sourceAfter - sourceBefore - 1;
  if (missing === 0 && skipped === 0) return 0;

  let gapAt = -1;
  let bracket = false;
  for (let word = queryFrom; word <= queryTo; word++) {
    const joint = query.joints[word]!;
    if (joint & GAP) gapAt = word;
    if (joint & BRACKET) bracket = true;
  }
  if (gapAt >= 0) {
    // What stands before the ellipsis belongs to the words before it, what stands after to those after.
    const before = extendForward(index, query, queryFrom, gapAt, sourceBefore, sourceAfter - 1);
    const after = extendBackward(index, query, gapAt, queryTo, sourceAfter, sourceBefore + 1);
    return before.cost + after.cost;
  }
  if (bracket && missing === 0) {
    return Math.min(MOST_BRACKET_COST, BRACKET_COST_PER_WORD * skipped);
  }
  if (bracket) {
    const before = extendForward(index, query, queryFrom, queryTo, sourceBefore, sourceAfter - 1);
    const after = extendBackward(index, query, queryFrom, queryTo, sourceAfter, sourceBefore + 1);
    return Math.min(before.cost, after.cost);
  }
  takeSource(found, index, sourceBefore + 1, sourceAfter);
  // Words left out in one place are one change, however many they are.
  if (missing === 0) {
    return Math.min(found.count, OMISSION_COST + OMISSION_COST_PER_LETTER * found.count);
  }
  takeWords(wanted, query.letters, queryFrom, queryTo);
  return lettersDistance(wanted, found, most);
}

/** How many words of the source may stand for so many words of the query. */
function reach(words: number): number {
  return Math.ceil(words * 1.5) + 3;
}

/**
 * Compares query words with the source words that follow `after`, as far as `limit`; `after` is the
 * limit found where none of these is like them.
 */
function extendForward(
  index: SourceIndex,
  query: Query,
  from: number,
  to: number,
  after: number,
  limit: number,
): Limit {
  if (from >= to) return { cost: 0, word: after };
  takeSource(found, index, after + 1, Math.min(limit, after + reach(to - from)) + 1);
  takeWords(wanted, query.letters, from, to);
  const { distance, best } = nearestBeginning(wanted, found);
  return { cost: distance, word: after + 1 + best };
}

/** Compares query words with the source words that precede `before`, as far back as `limit`. */
function extendBackward(
  index: SourceIndex,
  query: Query,
  from: number,
  to: number,
  before: number,
  limit: number,
): Limit {
  if (from >= to) return { cost: 0, word: before };
  takeSource(found, index, Math.max(limit, before - reach(to - from)), before);
  takeWords(wanted, query.letters, from, to);
  reverseLetters(found);
  reverseLetters(wanted);
  const { distance, best } = nearestBeginning(wanted, found);
  return { cost: distance, word: before - 1 - best };
}
