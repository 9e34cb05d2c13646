import { BRACKET, GAP, type Query } from './query';
import type { SourceIndex } from './source-index';

/** Words of the query and of the source that are the same, in order: pairs of word numbers. */
export interface Chain {
  query: number[];
  source: number[];
}

/** For some words of the query, the hashes of the words that they may be misprints of. */
export type Lookalikes = ReadonlyMap<number, readonly number[]>;

const NO_LOOKALIKES: readonly number[] = [];

const SUBSTITUTION = -1.5;
const QUERY_WORD_MISSING = -1;
const SOURCE_WORD_SKIPPED = 1.5;
const SOURCE_WORD_SKIPPED_AT_GAP = 0.01;
const SOURCE_WORD_SKIPPED_AT_BRACKET = 0.4;
/** Added to what a word is worth in bits, so that common words count too. */
const MATCH_BONUS = 2;
/** More cells than this would take longer than a query may (about 30 ms). */
const MOST_CELLS = 4_000_000;

const FROM_MATCH = 1;
const FROM_MISSING = 2;
const FROM_SKIPPED = 3;
const FROM_SUBSTITUTION = 4;

let scores = new Float64Array(1 << 15);
let steps = new Uint8Array(1 << 15);

/**
 * Aligns the whole query with the best stretch of the source words `from` to `to` (exclusive), word
 * by word, maximising the rarity of what matches less the cost of what does not. A misprint of a word
 * of the source matches it. Null if no word matches, or if the two are too large to compare.
 */
export function chainWords(
  index: SourceIndex,
  query: Query,
  weights: Float64Array,
  from: number,
  to: number,
  lookalikes: Lookalikes,
): Chain | null {
  const rows = query.count;
  const width = to - from + 1;
  if ((rows + 1) * width > MOST_CELLS) return null;
  if (scores.length < (rows + 1) * width) {
    scores = new Float64Array((rows + 1) * width * 2);
    steps = new Uint8Array((rows + 1) * width * 2);
  }
  const { hashes } = index.words;
  scores.fill(0, 0, width);
  for (let word = 1; word <= rows; word++) {
    const hash = query.hashes[word - 1]!;
    const here = word * width;
    const above = here - width;
    const worth = weights[word - 1]! + MATCH_BONUS;
    const skipping = skipCost(query, word);
    const others = lookalikes.get(word - 1) ?? NO_LOOKALIKES;
    let left = scores[above]! + QUERY_WORD_MISSING;
    scores[here] = left;
    steps[here] = FROM_MISSING;
    const isLast = word === rows;
    let diagonal = scores[above]!;
    for (let column = 1; column < width; column++) {
      const found = hashes[from + column - 1]!;
      const matches = found === hash || (others.length > 0 && others.includes(found));
      let best = matches ? diagonal + worth : diagonal + SUBSTITUTION;
      let step = matches ? FROM_MATCH : FROM_SUBSTITUTION;
      diagonal = scores[above + column]!;
      const missing = diagonal + QUERY_WORD_MISSING;
      if (missing > best) {
        best = missing;
        step = FROM_MISSING;
      }
      const skipped = left - skipping;
      if (skipped > best && !isLast) {
        best = skipped;
        step = FROM_SKIPPED;
      }
      scores[here + column] = best;
      steps[here + column] = step;
      left = best;
    }
  }
  return traceBack(rows, width, from);
}

/** What leaving out a word of the source costs after so many words of the query. */
function skipCost(query: Query, wordsTaken: number): number {
  const joint = query.joints[wordsTaken] ?? 0;
  if (joint & GAP) return SOURCE_WORD_SKIPPED_AT_GAP;
  if (joint & BRACKET) return SOURCE_WORD_SKIPPED_AT_BRACKET;
  return SOURCE_WORD_SKIPPED;
}

function traceBack(rows: number, width: number, from: number): Chain | null {
  let column = 0;
  let best = -Infinity;
  for (let end = 0; end < width; end++) {
    const score = scores[rows * width + end]!;
    if (score > best) {
      best = score;
      column = end;
    }
  }
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
