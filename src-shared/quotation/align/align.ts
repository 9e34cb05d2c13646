import { leastScore, scoreOf } from './evidence';
import { fragmentsOf, letterCount, type Query, readQuery, weighWords } from './query';
import { findApproximately } from './search';
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
  /** How far it is from chance: bits of the words found × (similarity − 0.4). Comparable between
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
/** So many places are compared, however few are asked for. */
const RIVALS = 3;

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
  const exact = findExactly(index, query, weights.bits, limit);
  if (exact.length > 0) return exact;
  const found = findApproximately(index, query, weights, Math.max(limit, RIVALS));
  return found.slice(0, limit).map((place) => ({
    start: index.words.starts[place.firstWord]!,
    end: index.words.ends[place.lastWord]!,
    similarity: place.similarity,
    score: scoreOf(place),
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

/**
 * Finds every place that has all the words in a row, up to `limit`, in text order. Where the quotation
 * has an ellipsis or brackets, the source may have them too.
 */
function findExactly(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  limit: number,
): PassageCandidate[] {
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
  const score = scoreOf({ bits, similarity: 1 });
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
      score,
      exact: true,
    });
  }
  return found;
}
