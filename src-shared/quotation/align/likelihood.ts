import { unspacedUnits } from '../../text/characters';
import { lettersDistance } from './distance';
import { makeLetters, takeSource, takeWords } from './letters';
import type { Measure } from './measure';
import { BRACKET, GAP, type Query, TIGHT, type Weights } from './query';
import { groupOf, type SourceIndex } from './source-index';

/**
 * What speaks for and against a place, in bits. Fitted (logistic regression, then rounded) to short
 * quotations with noise, with changed words, added words and words left out, against the places that
 * resemble quotations from other texts most: English, German, French, Spanish, Chinese and Japanese,
 * sources of 10 kB to 4 MB.
 */
const REPLACED = -8.5;
/** A word of the quotation for which the source has none. */
const ADDED = -14.5;
/** A word of the source that the quotation has not. */
const LEFT_OUT = -7;
/** The words that are the same do not go to the end: common phrases are like that. */
const FRAYED_END = -8;
/** Of a word that stands for its misprint, what each letter costs. */
const MISPRINTED_LETTER = -1;
/** Where most letters of a stretch are the same, it tells as much as its letters do. */
const SAME_LETTER = 1.75;
const WRONG_LETTER = -5.3;
const MOST_WRONG = 0.4;
/** Words in square brackets may replace some of the source: what is left out there hardly counts. */
const BRACKETED = 0.25;
const MOST_BRACKETED = 3;
/** Characters of scripts without spaces cost about as much less as they tell. */
const CHARACTER_COST = 0.5;

/** So much of how often a word comes at all is mixed into how often it comes after another. */
const PRIOR_WORDS = 6;
/** Even the surest of words tells a little. */
const LEAST_BITS = 0.5;
/** So many places of a word are looked at to see what stands next to it. */
const SAMPLE = 500;

/** Kept between calls; only ever used within one of them. */
const wanted = makeLetters();
const found = makeLetters();

/**
 * Tells how much likelier it is that a query comes from a place of the source than that the place
 * resembles it by chance. Unlike its score, this sees whether the words that are the same are a phrase
 * that anybody may use, and what became of each of the others.
 */
export class Likelihood {
  /** By word, what it tells after the word before it; NaN while nobody has asked. */
  private readonly following: Float64Array;
  private readonly cost: number;

  constructor(
    private readonly index: SourceIndex,
    private readonly query: Query,
    private readonly weights: Weights,
  ) {
    this.following = new Float64Array(query.count).fill(Number.NaN);
    this.cost = isUnspaced(query) ? CHARACTER_COST : 1;
  }

  /** In bits, the logarithm of how many times likelier. */
  of(place: Measure): number {
    const { index, query } = this;
    const { chain } = place;
    const { hashes } = index.words;
    let bits = 0;
    let queryFrom = 0;
    let sourceFrom = place.firstWord;
    for (let match = 0; match < chain.query.length; match++) {
      const word = chain.query[match]!;
      const source = chain.source[match]!;
      bits += this.between(queryFrom, word, sourceFrom, source);
      const exact = hashes[source] === query.hashes[word];
      const follows =
        match > 0 &&
        queryFrom === word &&
        sourceFrom === source &&
        hashes[source - 1] === query.hashes[word - 1];
      if (!exact) bits += this.misprint(word, source);
      else bits += follows ? this.bitsAfter(word) : this.weights.bits[word]!;
      queryFrom = word + 1;
      sourceFrom = source + 1;
    }
    return bits + this.between(queryFrom, query.count, sourceFrom, place.lastWord + 1);
  }

  private misprint(word: number, source: number): number {
    takeWords(wanted, this.query.letters, word, word + 1);
    takeSource(found, this.index, source, source + 1);
    const wrong = lettersDistance(wanted, found, Number.POSITIVE_INFINITY);
    return this.weights.bits[word]! + MISPRINTED_LETTER * wrong;
  }

  /** What the words tell that lie between two that are the same, or beyond the first or the last. */
  private between(
    queryFrom: number,
    queryTo: number,
    sourceFrom: number,
    sourceTo: number,
  ): number {
    const words = queryTo - queryFrom;
    const sourceWords = Math.max(0, sourceTo - sourceFrom);
    if (words === 0 && sourceWords === 0) return 0;
    const joint = this.jointWithin(queryFrom, queryTo);
    const replaced = Math.min(words, sourceWords);
    const atEnd = words > 0 && (queryFrom === 0 || queryTo === this.query.count);
    const missing = words - replaced;
    let leftOut = sourceWords - replaced;
    if (joint & GAP) leftOut = 0;
    else if (joint & BRACKET) leftOut = Math.min(MOST_BRACKETED, leftOut) * BRACKETED;
    const byWords =
      this.cost *
      ((replaced + (atEnd ? missing : 0)) * REPLACED +
        (atEnd ? 0 : missing * ADDED) +
        leftOut * LEFT_OUT +
        (atEnd ? FRAYED_END : 0));
    if (replaced === 0 || this.cost < 1) return byWords;
    return Math.max(byWords, this.byLetters(queryFrom, queryTo, sourceFrom, sourceTo));
  }

  private byLetters(from: number, to: number, sourceFrom: number, sourceTo: number): number {
    takeWords(wanted, this.query.letters, from, to);
    takeSource(found, this.index, sourceFrom, sourceTo);
    const most = Math.floor(wanted.count * MOST_WRONG);
    const wrong = lettersDistance(wanted, found, most);
    if (wrong > most) return Number.NEGATIVE_INFINITY;
    return SAME_LETTER * wanted.count + WRONG_LETTER * wrong;
  }

  private jointWithin(from: number, to: number): number {
    if (this.query.tight) return TIGHT;
    let joint = TIGHT;
    for (let word = from; word <= to && word < this.query.count; word++) {
      joint |= this.query.joints[word]!;
    }
    return joint;
  }

  /** What a word tells where the one before it is the same too: little where they often go together. */
  private bitsAfter(word: number): number {
    const known = this.following[word]!;
    if (!Number.isNaN(known)) return known;
    const bits = this.weights.bits[word]!;
    // The place itself does not count.
    const before = Math.max(0, this.weights.counts[word - 1]! - 1);
    const together = Math.max(0, this.countTogether(word) - 1);
    const share = (together + PRIOR_WORDS * 2 ** -bits) / (before + PRIOR_WORDS);
    const after = Math.min(bits, Math.max(LEAST_BITS, -Math.log2(share)));
    this.following[word] = after;
    return after;
  }

  /** How often the source has a word of the query right after the one before it; about, if often. */
  private countTogether(word: number): number {
    const { positions } = this.index;
    const { hashes } = this.index.words;
    const first = this.query.hashes[word - 1]!;
    const second = this.query.hashes[word]!;
    const firsts = groupOf(this.index, first);
    const seconds = groupOf(this.index, second);
    const byFirst = firsts.end - firsts.start <= seconds.end - seconds.start;
    const { start, end } = byFirst ? firsts : seconds;
    const step = Math.max(1, (end - start) / SAMPLE);
    const shift = byFirst ? 0 : 1;
    let count = 0;
    for (let at = start; at < end; at += step) {
      const position = positions[Math.floor(at)]! - shift;
      if (hashes[position] === first && hashes[position + 1] === second) count++;
    }
    return count * step;
  }
}

/** Whether most words are characters of a script without spaces. */
export function isUnspaced({ letters, count }: Query): boolean {
  const units = unspacedUnits();
  let unspaced = 0;
  for (const word of letters) if (units[word.charCodeAt(0)] === 1) unspaced++;
  return unspaced > count / 2;
}
