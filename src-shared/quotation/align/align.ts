import type { Chain } from './chain';
import { chainWords } from './chain';
import { type Measure, measureChain } from './measure';
import { fragmentsOf, letterCount, type Query, readQuery, weighWords } from './query';
import { addHits, findWindows, type Hits, passageWords, type SeedWindow } from './seeds';
import { groupOf, indexSource, type SourceIndex } from './source-index';

export { indexSource, type SourceIndex };

/**
 * A passage that may be where a quotation comes from. Approximate alignment only finds the place;
 * what it is worth is told by a verdict.
 */
export interface PassageCandidate {
  /** UTF-16 code units into the source text; the limits are those of its first and last word. */
  start: number;
  end: number;
  /** How many of the letters are the same, from 0 to 1. */
  similarity: number;
  /** How far it is from chance: bits of the words found × (similarity − 0.5). Comparable between
   * sources. */
  score: number;
  /** Every word is there, in order, next to each other; case, accents and typography may differ. */
  exact: boolean;
}

export interface FindOptions {
  /** How many candidates at most; 5 if not said. */
  limit?: number;
}

const DEFAULT_LIMIT = 5;

/**
 * Finds the passages of a source that a quotation may come from, best first; empty when nothing
 * fits. `quotation` may be its parts, where an attribution splits it. Quotation marks may be there or
 * not. Sees through ellipses, square brackets, case, typography, letter noise and changed words.
 * Where the words are there as they are, only such places are returned.
 */
export function findPassages(
  index: SourceIndex,
  quotation: string | readonly string[],
  options: FindOptions = {},
): PassageCandidate[] {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const query = readQuery(quotation);
  if (query.count === 0 || index.words.count === 0 || limit < 1) return [];
  const found = findQuery(index, query, limit);
  return found.length > 0 || query.tight ? found : findFragment(index, query, limit);
}

function findQuery(index: SourceIndex, query: Query, limit: number): PassageCandidate[] {
  const weights = weighWords(index, query);
  const exact = findExactly(index, query, weights, limit);
  if (exact.length > 0) return exact;
  return findApproximately(index, query, weights, limit).map((measure) => ({
    start: index.words.starts[measure.firstWord]!,
    end: index.words.ends[measure.lastWord]!,
    similarity: measure.similarity,
    score: scoreOf(measure),
    exact: false,
  }));
}

/** A fragment has to be this much of the quotation to stand for it. */
const LARGEST_PART = 0.4;

/**
 * Where the stretches between ellipses do not fit together in this order, or some are not there: the
 * places of the longest one that is.
 */
function findFragment(index: SourceIndex, query: Query, limit: number): PassageCandidate[] {
  const whole = letterCount(query);
  for (const fragment of fragmentsOf(query)) {
    const share = letterCount(fragment) / whole;
    if (share < LARGEST_PART) break;
    const found = findQuery(index, fragment, limit).filter(
      (candidate) => candidate.score >= leastScore(index.words.count),
    );
    if (found.length === 0) continue;
    return found.map((candidate) => ({
      ...candidate,
      similarity: candidate.similarity * share,
      score: candidate.score * share,
      exact: false,
    }));
  }
  return [];
}

function scoreOf(measure: Measure): number {
  return measure.bits * (measure.similarity - 0.5);
}

/** Finds every place that has all the words in a row, up to `limit`, in text order. */
function findExactly(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  limit: number,
): PassageCandidate[] {
  if (!query.tight) return [];
  const { hashes, starts, ends, count } = index.words;
  let rarest = 0;
  let rarestSize = Number.POSITIVE_INFINITY;
  let bits = 0;
  for (let word = 0; word < query.count; word++) {
    const group = groupOf(index, query.hashes[word]!);
    bits += weights[word]!;
    if (group.end - group.start < rarestSize) {
      rarest = word;
      rarestSize = group.end - group.start;
    }
  }
  const found: PassageCandidate[] = [];
  const group = groupOf(index, query.hashes[rarest]!);
  for (let at = group.start; at < group.end && found.length < limit; at++) {
    const first = index.positions[at]! - rarest;
    if (first < 0 || first + query.count > count) continue;
    let same = 0;
    while (same < query.count && hashes[first + same] === query.hashes[same]) same++;
    if (same < query.count) continue;
    found.push({
      start: starts[first]!,
      end: ends[first + query.count - 1]!,
      similarity: 1,
      score: bits / 2,
      exact: true,
    });
  }
  return found;
}

/** How many words of the source are read for seeds before the best found so far has to do. */
const SEED_BUDGETS = [4_000, 20_000, 120_000];
const FIRST_SEEDS = 10;
const MOST_HITS = 6_000;
/** A seed as frequent as this is read only while there are few others. */
const FREQUENT = 2_000;
const ENOUGH_SEEDS = 14;
/** A passage as good as this ends the search. */
const GOOD_SIMILARITY = 0.8;
const GOOD_SCORE = 12;

/** Finds passages by the rarest words of the quotation first, then by more and more frequent ones. */
function findApproximately(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  limit: number,
): Measure[] {
  const order = seedOrder(index, query);
  const hits: Hits = { values: new Float64Array(1024), count: 0 };
  let found: Measure[] = [];
  let seed = 0;
  let read = 0;
  for (const [stage, budget] of SEED_BUDGETS.entries()) {
    const seedsBefore = seed;
    for (; seed < order.length; seed++) {
      const { word, size } = order[seed]!;
      const first = seed === 0;
      if (!first && (read + size > budget || hits.count > MOST_HITS)) break;
      if (stage === 0 && seed >= FIRST_SEEDS) break;
      if (seed >= ENOUGH_SEEDS && hits.count > 0 && size > FREQUENT) break;
      read += addHits(index, query, word, hits);
    }
    if (seed === seedsBefore || hits.count === 0) continue;
    const windows = findWindows(query, weights, hits).slice(0, Math.max(limit, 3));
    found = windows.flatMap((window) => alignWindow(index, query, weights, window));
    found.sort((one, other) => scoreOf(other) - scoreOf(one));
    const best = found[0];
    if (best && best.similarity >= GOOD_SIMILARITY && scoreOf(best) >= GOOD_SCORE) break;
    if (seed >= order.length) break;
  }
  return withoutOverlaps(found.filter((measure) => isEvidence(index, measure))).slice(0, limit);
}

/** The words of the query that the source has, rarest first, each with the size of its group. */
function seedOrder(index: SourceIndex, query: Query): { word: number; size: number }[] {
  const order: { word: number; size: number }[] = [];
  for (let word = 0; word < query.count; word++) {
    const group = groupOf(index, query.hashes[word]!);
    if (group.end > group.start) order.push({ word, size: group.end - group.start });
  }
  return order.sort((one, other) => one.size - other.size);
}

function alignWindow(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  window: SeedWindow,
): Measure[] {
  const slack = passageWords(query) - query.count;
  const before = Math.ceil(window.firstQuery * 1.3) + 2 + slack;
  const after = Math.ceil((query.count - window.lastQuery) * 1.3) + 3 + slack;
  const from = Math.max(0, window.firstSource - before);
  const to = Math.min(index.words.count, window.lastSource + after);
  const chain: Chain | null = chainWords(index, query, weights, from, to);
  return chain ? [measureChain(index, query, weights, chain)] : [];
}

/**
 * Whether a passage is more than chance. Similarity alone would let short quotations through that are
 * not there; and the larger the source, the more it has that looks alike.
 */
function isEvidence(index: SourceIndex, measure: Measure): boolean {
  return scoreOf(measure) >= leastScore(index.words.count);
}

/** The score that a passage needs in a source of so many words; set on real English and German
 * prose so that fewer than 1 in 100 quotations from elsewhere are found. */
export function leastScore(sourceWords: number): number {
  return Math.max(1.5, 0.45 * Math.log2(sourceWords + 1));
}

function withoutOverlaps(found: Measure[]): Measure[] {
  const kept: Measure[] = [];
  for (const measure of found) {
    const overlaps = kept.some(
      (other) => measure.firstWord <= other.lastWord && other.firstWord <= measure.lastWord,
    );
    if (!overlaps) kept.push(measure);
  }
  return kept;
}
