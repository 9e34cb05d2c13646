import { plainLetters } from '../../text/word-hashes';
import type { Chain } from './chain';
import { editDistance, nearestBeginning } from './distance';
import { BRACKET, GAP, letterCount, type Query } from './query';
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

/**
 * Fills the gaps of a chain letter by letter, which finds the limits of the passage where the first
 * or last words differ, and tells how alike the two are.
 */
export function measureChain(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  chain: Chain,
): Measure {
  const matches = chain.query.length;
  const firstQuery = chain.query[0]!;
  const lastQuery = chain.query[matches - 1]!;
  let firstWord = chain.source[0]!;
  let lastWord = chain.source[matches - 1]!;
  let bits = 0;
  for (const word of chain.query) bits += weights[word]!;

  let cost = 0;
  if (firstQuery > 0) {
    const edge = extendBackward(index, query, 0, firstQuery, firstWord, 0);
    cost += edge.cost;
    firstWord = edge.word ?? firstWord;
  }
  for (let match = 1; match < matches; match++) {
    cost += costBetween(index, query, chain, match);
  }
  if (lastQuery < query.count - 1) {
    const last = index.words.count - 1;
    const edge = extendForward(index, query, lastQuery + 1, query.count, lastWord, last);
    cost += edge.cost;
    lastWord = edge.word ?? lastWord;
  }

  return { firstWord, lastWord, similarity: Math.max(0, 1 - cost / letterCount(query)), bits };
}

/** What the words between two matches cost, in letters. */
function costBetween(index: SourceIndex, query: Query, chain: Chain, match: number): number {
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
  return editDistance(query.letters.slice(queryFrom, queryTo).join(' '), source);
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

function sourceLetters(index: SourceIndex, from: number, to: number): string[] {
  const letters: string[] = [];
  for (let word = from; word < to; word++) {
    letters.push(plainLetters(index.text, index.words.starts[word]!, index.words.ends[word]!));
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
