import { plainLetters } from '../../text/word-hashes';
import type { Chain } from './chain';
import { editDistance, nearestBeginning } from './distance';
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
  const costs = new Float64Array(matches + 1);
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
  const limitAt = (match: number): Limit => {
    const first = chain.source[match]!;
    const { cost, word } = extendBackward(index, query, 0, chain.query[match]!, first, 0);
    return { cost, word: word ?? first };
  };
  const whole = limitAt(0);
  let best = whole;
  let replaced = whole.cost + costs[0]!;
  for (let match = 1; match <= LOOSE_WORDS && match < chain.query.length; match++) {
    if (isMarked(query, chain.query[match - 1]!, chain.query[match]!)) break;
    replaced += costs[match]!;
    if (isNextTo(chain, match)) continue;
    const limit = limitAt(match);
    const cost = limit.cost + misprintCost(index, query, chain, match);
    const saved = replaced - cost;
    if (cost * CLEARLY < replaced && whole.cost - saved < best.cost) {
      best = { word: limit.word, cost: whole.cost - saved };
    }
  }
  return best;
}

/** Where the passage ends: as `findStart`, the other way round. */
function findEnd(index: SourceIndex, query: Query, chain: Chain, costs: Float64Array): Limit {
  const limitAt = (match: number): Limit => {
    const last = chain.source[match]!;
    const from = chain.query[match]! + 1;
    const end = index.words.count - 1;
    const { cost, word } = extendForward(index, query, from, query.count, last, end);
    return { cost, word: word ?? last };
  };
  const final = chain.query.length - 1;
  const whole = limitAt(final);
  let best = whole;
  let replaced = whole.cost;
  for (let match = final; match > final - LOOSE_WORDS && match > 0; match--) {
    if (isMarked(query, chain.query[match - 1]!, chain.query[match]!)) break;
    replaced += costs[match]!;
    if (isNextTo(chain, match)) continue;
    const { word, cost } = limitAt(match - 1);
    const saved = replaced - cost;
    if (cost * CLEARLY < replaced && whole.cost - saved < best.cost) {
      best = { word, cost: whole.cost - saved };
    }
  }
  return best;
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
  return editDistance(query.letters[word]!, sourceLetters(index, source, source + 1)[0]!);
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
  const source = sourceLetters(index, sourceBefore + 1, sourceAfter).join(' ');
  // Words left out in one place are one change, however many they are.
  if (missing === 0) {
    return Math.min(source.length, OMISSION_COST + OMISSION_COST_PER_LETTER * source.length);
  }
  return editDistance(query.letters.slice(queryFrom, queryTo).join(' '), source, most);
}

/** How many words of the source may stand for so many words of the query. */
function reach(words: number): number {
  return Math.ceil(words * 1.5) + 3;
}

/** Compares query words with the source words that follow `after`, as far as `limit`. */
function extendForward(
  index: SourceIndex,
  query: Query,
  from: number,
  to: number,
  after: number,
  limit: number,
): { cost: number; word: number | undefined } {
  if (from >= to) return { cost: 0, word: undefined };
  const end = Math.min(limit, after + reach(to - from)) + 1;
  const words = sourceLetters(index, after + 1, end);
  const wanted = query.letters.slice(from, to).join(' ');
  const { distance, best } = nearestBeginning(wanted, words.join(' '), runningEnds(words));
  return { cost: distance, word: best < 0 ? undefined : after + 1 + best };
}

/** Compares query words with the source words that precede `before`, as far back as `limit`. */
function extendBackward(
  index: SourceIndex,
  query: Query,
  from: number,
  to: number,
  before: number,
  limit: number,
): { cost: number; word: number | undefined } {
  if (from >= to) return { cost: 0, word: undefined };
  const start = Math.max(limit, before - reach(to - from));
  const words = sourceLetters(index, start, before).reverse().map(reversed);
  const wanted = reversed(query.letters.slice(from, to).join(' '));
  const { distance, best } = nearestBeginning(wanted, words.join(' '), runningEnds(words));
  return { cost: distance, word: best < 0 ? undefined : before - 1 - best };
}

/** What goes on for longer without a space is no word, and is not compared to its end. */
const LONGEST_WORD = 200;

function sourceLetters(index: SourceIndex, from: number, to: number): string[] {
  const letters: string[] = [];
  for (let word = from; word < to; word++) {
    const start = index.words.starts[word]!;
    const end = Math.min(index.words.ends[word]!, start + LONGEST_WORD);
    letters.push(plainLetters(index.text, start, end));
  }
  return letters;
}

/** Where each word ends in the words joined by spaces. */
function runningEnds(words: readonly string[]): number[] {
  let end = -1;
  return words.map((word) => {
    end += word.length + 1;
    return end;
  });
}

function reversed(text: string): string {
  let result = '';
  for (let at = text.length - 1; at >= 0; at--) result += text[at]!;
  return result;
}
