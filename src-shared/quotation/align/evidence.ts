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
