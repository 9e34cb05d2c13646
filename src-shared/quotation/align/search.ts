import { chainWords, type Lookalikes } from './chain';
import {
  evidenceOf,
  isClear,
  leastLikelihood,
  leastSimilarity,
  likeliest,
  scoreOf,
  withoutOverlaps,
} from './evidence';
import { isUnspaced, Likelihood } from './likelihood';
import { type Measure, measureChain } from './measure';
import { letterCount, type Query, type Weights } from './query';
import { addHits, findWindows, type Hits, passageWords, type SeedWindow } from './seeds';
import { countOccurrences, groupOf, type SourceIndex } from './source-index';
import { lookalikesOf } from './vocabulary';
import { fillBag, sharedBits } from './word-bag';

/** How many words of the source are read for seeds before the best found so far has to do. */
const SEED_BUDGETS = [4_000, 80_000];
const FIRST_SEEDS = 10;
const MOST_HITS = 6_000;
/** A seed as frequent as this is read only while there are few others. */
const FREQUENT = 2_000;
const ENOUGH_SEEDS = 14;
/** A passage as good as this ends the search. */
const GOOD_SIMILARITY = 0.8;
const GOOD_SCORE = 12;
const LEAST_WINDOWS = 3;
/** A window that has less than this share of what the best has is not worth aligning. */
const WORTH_ALIGNING = 0.6;
/** Windows come by how much they can have at most: after so many that have it not, no other will. */
const MOST_FAILED = 3;
/** Two windows that share this part of their words are one place. */
const SAME_PLACE = 0.75;
/** So many words that are not in the source are looked up as misprints of others. */
const MOST_MISPRINTS = 6;
/** Of more words than this, enough are unharmed to find it by. */
const MISPRINTS_MATTER = 24;
/** What a misprint tells, as a share of what the word that it stands for would tell. */
const MISPRINT_WORTH = 0.7;

/** A quotation of so many words is short; of so many characters, in scripts without spaces. */
const SHORT_WORDS = 16;
const SHORT_CHARACTERS = 128;
/** What each word that is not the same costs a place, in bits, before it is compared by letters. */
const MISSING_WORD = -3;

const NO_LOOKALIKES: Lookalikes = new Map();

/**
 * Finds passages by the rarest words of the quotation first, then by more and more frequent ones,
 * then by what its words may be misprints of. Best first, without overlaps; those that are no evidence
 * are left out. What is left of a short quotation where words were changed or misprinted is little:
 * unless the best place is beyond doubt, more of them are looked at, and closer.
 */
export function findApproximately(
  index: SourceIndex,
  query: Query,
  { bits, counts }: Weights,
  limit: number,
): Measure[] {
  const search = new Search(index, query, bits, Math.max(limit, LEAST_WINDOWS));
  search.byWords();
  if (!search.isGood() && query.count <= MISPRINTS_MATTER) search.byLookalikes(counts);
  const found = withoutOverlaps(search.found).slice(0, limit);
  if (isClear(found) || !isShort(query)) return evidenceOf(index, found);
  const places = search.morePlaces();
  if (places.length === 0) return [];
  const likelihood = new Likelihood(index, query, { bits: search.weights, counts });
  return likeliest(index, places, likelihood).slice(0, limit);
}

/** Kept between searches, which come one after the other. */
const hits: Hits = { values: new Float64Array(1024), count: 0 };

class Search {
  /** Best first. */
  found: Measure[] = [];
  private readonly hits: Hits = hits;
  private lookalikes: Lookalikes = NO_LOOKALIKES;
  private readonly aligned: Limits[] = [];
  private failed = 0;
  /** Where the words looked for so far stand together, best first. */
  private stretches: Stretch[] = [];

  constructor(
    private readonly index: SourceIndex,
    private readonly query: Query,
    public weights: Float64Array,
    private readonly windows: number,
  ) {
    hits.count = 0;
  }

  isGood(): boolean {
    const best = this.found[0];
    return best !== undefined && best.similarity >= GOOD_SIMILARITY && scoreOf(best) >= GOOD_SCORE;
  }

  byWords(): void {
    const order = seedOrder(this.index, this.query);
    let seed = 0;
    let read = 0;
    for (const [stage, budget] of SEED_BUDGETS.entries()) {
      const seedsBefore = seed;
      for (; seed < order.length; seed++) {
        const { word, size } = order[seed]!;
        const first = seed === 0;
        if (!first && (read + size > budget || this.hits.count > MOST_HITS)) break;
        if (stage === 0 && seed >= FIRST_SEEDS) break;
        if (seed >= ENOUGH_SEEDS && this.hits.count > 0 && size > FREQUENT) break;
        const hash = this.query.hashes[word]!;
        read += addHits(this.index, this.query, word, hash, this.hits);
      }
      if (seed === seedsBefore || this.hits.count === 0) continue;
      this.align();
      if (this.isGood() || seed >= order.length) return;
    }
  }

  /** Looks for words of the source that words which it has not may be misprints of. */
  byLookalikes(counts: Uint32Array): void {
    const { index, query } = this;
    const lookalikes = new Map<number, readonly number[]>();
    const weights = this.weights.slice();
    const unknown = unknownWords(query, counts);
    for (const word of unknown.slice(0, MOST_MISPRINTS)) {
      const hashes = lookalikesOf(index, query.letters[word]!);
      if (hashes.length === 0) continue;
      lookalikes.set(word, hashes);
      let occurrences = 0;
      for (const hash of hashes) {
        occurrences += countOccurrences(index, hash);
        addHits(index, query, word, hash, this.hits);
        if (this.hits.count > MOST_HITS) break;
      }
      weights[word] = MISPRINT_WORTH * Math.max(0, Math.log2(index.words.count / occurrences));
    }
    if (lookalikes.size === 0) return;
    this.lookalikes = lookalikes;
    this.weights = weights;
    this.aligned.length = 0;
    this.failed = 0;
    this.found = [];
    this.align();
  }

  /** Aligns the windows in which most of the query can be found. */
  private align(): void {
    const { index, query } = this;
    const { count } = index.words;
    fillBag(query, this.weights, this.lookalikes);
    const windows = findWindows(query, this.weights, this.hits)
      .slice(0, 2 * this.windows)
      .map((window) => {
        const { from, to } = limitsOf(index, query, window);
        return { from, to, bits: sharedBits(index, from, to) };
      });
    this.stretches = windows;
    const most = windows.reduce((bits, window) => Math.max(bits, window.bits), 0);
    const promising = windows
      .filter(({ bits }) => bits >= most * WORTH_ALIGNING)
      .filter(({ bits }) => leastSimilarity(count, bits, this.found.length > 0) < 1)
      .sort((one, other) => other.bits - one.bits)
      .slice(0, this.windows);
    for (const window of promising) {
      if (this.failed >= MOST_FAILED) break;
      if (this.aligned.some((other) => isSamePlace(window, other))) continue;
      this.aligned.push(window);
      const measure = this.measure(window.from, window.to);
      if (measure) this.found.push(measure);
      else this.failed++;
    }
    this.found.sort((one, other) => scoreOf(other) - scoreOf(one));
  }

  private measure(from: number, to: number): Measure | null {
    const { index, query, weights } = this;
    const chain = chainWords(index, query, weights, from, to, this.lookalikes);
    if (!chain) return null;
    let bits = 0;
    for (const word of chain.query) bits += weights[word]!;
    const mostCost =
      letterCount(query) * (1 - leastSimilarity(index.words.count, bits, this.found.length > 0));
    return mostCost < 0 ? null : measureChain(index, query, weights, chain, mostCost);
  }

  /** The places found, and others: also such as have few letters in common with the query. */
  morePlaces(): Measure[] {
    const { index, query, weights } = this;
    const places = [...this.found];
    if (this.stretches.length === 0) return places;
    const least = leastLikelihood(index.words.count);
    const sorted = weights.slice().sort();
    for (const { from, to, bits: shared } of this.stretches) {
      if (mostBits(shared, sorted) < least) continue;
      if (places.some(({ firstWord, lastWord }) => firstWord >= from && lastWord < to)) continue;
      const chain = chainWords(index, query, weights, from, to, this.lookalikes);
      if (!chain) continue;
      let bits = MISSING_WORD * (query.count - chain.query.length);
      for (const word of chain.query) bits += weights[word]!;
      if (bits < least) continue;
      const measure = measureChain(index, query, weights, chain, Number.POSITIVE_INFINITY);
      if (measure) places.push(measure);
    }
    return places;
  }
}

/**
 * What words that share so many bits with a stretch can tell at most, where those that are missing
 * count against it. `sorted`: what each word tells, least first.
 */
function mostBits(shared: number, sorted: Float64Array): number {
  let same = 0;
  for (let sum = sorted[0]!; same < sorted.length && sum <= shared; sum += sorted[same]!) same++;
  return shared + MISSING_WORD * (sorted.length - same);
}

/** Whether a quotation has so few words that evidence is scarce. */
function isShort(query: Query): boolean {
  return query.count <= (isUnspaced(query) ? SHORT_CHARACTERS : SHORT_WORDS);
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

/** The words of the query that the source has not, longest first. */
function unknownWords(query: Query, counts: Uint32Array): number[] {
  const unknown: number[] = [];
  for (let word = 0; word < query.count; word++) {
    if (counts[word] === 0) unknown.push(word);
  }
  const { letters } = query;
  return unknown.sort((one, other) => letters[other]!.length - letters[one]!.length);
}

/** A stretch of the source: word numbers, `to` exclusive. */
interface Limits {
  from: number;
  to: number;
}

interface Stretch extends Limits {
  /** What the words that it shares with the query tell together. */
  bits: number;
}

function isSamePlace(one: Limits, other: Limits): boolean {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  return shared >= SAME_PLACE * (one.to - one.from);
}

/** The stretch of the source that the passage around a window can take up. */
function limitsOf(index: SourceIndex, query: Query, window: SeedWindow): Limits {
  const slack = passageWords(query) - query.count;
  const before = Math.ceil(window.firstQuery * 1.3) + 2 + slack;
  const after = Math.ceil((query.count - window.lastQuery) * 1.3) + 3 + slack;
  return {
    from: Math.max(0, window.firstSource - before),
    to: Math.min(index.words.count, window.lastSource + after),
  };
}
