import type { Likelihood } from './likelihood';
import type { Measure } from './measure';
import type { SourceIndex } from './source-index';

/** So many letters are the same by chance; only what goes beyond counts. */
const CHANCE_SIMILARITY = 0.4;
/** How much of what the next best place scores speaks against the best: a common phrase is in many
 * places, a quotation in one. */
const RUNNER_UP = 0.5;

/** How far a passage is from chance: similarity alone would let short quotations through that are not
 * there. */
export function scoreOf(measure: Pick<Measure, 'bits' | 'similarity'>): number {
  return measure.bits * (measure.similarity - CHANCE_SIMILARITY);
}

/**
 * The score that a passage needs in a source of so many words: the larger the source, the more it has
 * that looks alike. Set on real prose (English, German, French, Spanish) so that about 6 in 1,000
 * quotations from other texts are found.
 */
export function leastScore(sourceWords: number): number {
  return Math.max(1.5, 0.55 * Math.log2(sourceWords + 1) - 1.9);
}

/**
 * The similarity below which words worth so many bits have no say; over 1 if none is enough. Beside a
 * place that was found, `rival`, less is enough to speak against it.
 */
export function leastSimilarity(sourceWords: number, bits: number, rival: boolean): number {
  const least = leastScore(sourceWords) * (rival ? RUNNER_UP : 1);
  return CHANCE_SIMILARITY + least / bits;
}

/** What resembles a quotation as much as this leaves no doubt, however large the source. */
const CLEAR_SCORE = 15;
const CLEAR_SIMILARITY = 0.8;

/** Whether the best of the found needs no closer look. */
export function isClear(found: readonly Measure[]): boolean {
  const best = found[0];
  return best !== undefined && best.similarity >= CLEAR_SIMILARITY && scoreOf(best) >= CLEAR_SCORE;
}

/** What the next best place says against the likeliest. */
const LIKELY_RIVAL = 0.8;

/**
 * How much likelier than chance a place has to be, in bits, in a source of so many words. Set so that
 * of quotations of up to 16 words from other texts, about 7 in 1,000 are found.
 */
export function leastLikelihood(sourceWords: number): number {
  return Math.max(0, 1.35 * Math.log2(sourceWords + 2000) - 19);
}

/**
 * Those of the places, likeliest first and without overlaps, that are more than chance. What scores
 * higher than the likeliest is left out, so that they are in the order of their scores as well.
 */
export function likeliest(
  index: SourceIndex,
  places: readonly Measure[],
  likelihood: Likelihood,
): Measure[] {
  const least = leastLikelihood(index.words.count);
  const bits = new Map(places.map((place) => [place, likelihood.of(place)]));
  const bitsOf = (place: Measure) => bits.get(place)!;
  const found = withoutOverlaps([...places].sort((one, other) => bitsOf(other) - bitsOf(one)));
  const best = found[0];
  if (!best) return [];
  const other = found.find((place) => place !== best && !saysTheSame(index, place, best));
  const against = other ? Math.max(0, LIKELY_RIVAL * bitsOf(other)) : 0;
  if (bitsOf(best) - against < least) return [];
  return found
    .filter((place) => bitsOf(place) >= least && scoreOf(place) <= scoreOf(best))
    .sort((one, another) => scoreOf(another) - scoreOf(one));
}

/** Those of the found (best first, without overlaps) that are more than chance. */
export function evidenceOf(index: SourceIndex, found: readonly Measure[]): Measure[] {
  const best = found[0];
  if (!best) return [];
  const least = leastScore(index.words.count);
  const other = found.find((measure) => measure !== best && !saysTheSame(index, measure, best));
  const against = other ? Math.max(0, RUNNER_UP * scoreOf(other)) : 0;
  if (scoreOf(best) - against < least) return [];
  return found.filter((measure) => scoreOf(measure) >= least);
}

function saysTheSame({ words }: SourceIndex, one: Measure, other: Measure): boolean {
  const count = one.lastWord - one.firstWord;
  if (other.lastWord - other.firstWord !== count) return false;
  for (let word = 0; word <= count; word++) {
    if (words.hashes[one.firstWord + word] !== words.hashes[other.firstWord + word]) return false;
  }
  return true;
}

/** Of places that share words, the first. */
export function withoutOverlaps<Item extends Measure>(found: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const measure of found) {
    const overlaps = kept.some(
      (other) => measure.firstWord <= other.lastWord && other.firstWord <= measure.lastWord,
    );
    if (!overlaps) kept.push(measure);
  }
  return kept;
}
