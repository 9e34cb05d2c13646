import type { Span, SpanText } from '../model/span';
import { type ClaimWords, claimWords } from './claim-words';
import { findSentences } from './sentences';

/** Why a sentence looks as if it needed a source. */
export const CLAIM_KINDS = ['figure', 'date', 'superlative', 'attribution'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A sentence that looks as if it needed a source. */
export interface FoundClaim extends SpanText {
  kinds: ClaimKind[];
  /** The words that say so, each within the sentence and in its order. */
  reasons: (SpanText & { kind: ClaimKind })[];
}

export interface ClaimLine {
  text: string;
  /** What stands in quotation marks, or belongs to a claim that is marked: nothing is looked for there. */
  covered: readonly Span[];
}

/** Numerals with what makes an amount of them: a currency before, a unit behind. */
const NUMERALS =
  /(?<![\p{L}\p{N}])(?:[$€£¥] ?)?\d+(?:[.,:'’\u00a0\u202f ]\d+)*(?:[ \u00a0\u202f]?(?:%|‰|°C|°F|[$€£¥]|(?:st|nd|rd|th|er|e|bn|m|k)(?![\p{L}\p{N}])))?(?![\p{L}\p{N}])(?!-Jähr)/gu;
/** A year by itself, or with "in" before it, is a date. */
const YEAR = /^(?:1[4-9]|20)\d\d$/;
const QUESTION = /[?][\s"'”’»)\]]*$/u;

/**
 * The sentences of one line that look as if they needed a source: figures, dates, superlatives, and who
 * said something where nobody is quoted. Offsets are into the line. A question claims nothing.
 *
 * @param language BCP 47; of others than English, German, French and Spanish the figures are found
 */
export function findClaims({ text, covered }: ClaimLine, language: string): FoundClaim[] {
  const words = claimWords(language);
  return findSentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (QUESTION.test(sentence)) return [];
    const inside = covered.filter((span) => span.start < end && span.end > start);
    const isFree = (at: Span) =>
      inside.every((span) => span.end <= start + at.start || span.start >= start + at.end);
    const isQuoting = inside.length > 0;
    const found = [
      ...figuresIn(sentence, words),
      ...datesIn(sentence, words),
      ...superlativesIn(sentence, words),
      // Whoever is quoted in the sentence is named as the speaker of the quotation.
      ...(isQuoting ? [] : attributionsIn(sentence, words)),
    ]
      .filter(isFree)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    if (found.length === 0) return [];
    const kinds = CLAIM_KINDS.filter((kind) => found.some((reason) => reason.kind === kind));
    return [{ start, end, text: sentence, kinds, reasons: found }];
  });
}

type Reason = SpanText & { kind: ClaimKind };

function reasons(sentence: string, pattern: RegExp | undefined, kind: ClaimKind): Reason[] {
  if (!pattern) return [];
  return [...sentence.matchAll(pattern)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
    kind,
  }));
}

function figuresIn(sentence: string, words: ClaimWords | null): Reason[] {
  const numerals = reasons(sentence, NUMERALS, 'figure').flatMap((one): Reason[] => {
    const before = sentence.slice(0, one.start);
    if (words?.numbered.test(before)) return [];
    // "1." before the first word counts the lines of a list.
    if (before.trim() === '' && /^[.)]/.test(sentence.slice(one.end))) return [];
    return YEAR.test(one.text) ? [{ ...one, kind: 'date' }] : [one];
  });
  return [...numerals, ...reasons(sentence, words?.amounts, 'figure')];
}

const datesIn = (sentence: string, words: ClaimWords | null) =>
  reasons(sentence, words?.dates, 'date');

const superlativesIn = (sentence: string, words: ClaimWords | null) =>
  reasons(sentence, words?.superlatives, 'superlative').filter(
    ({ text }) => !words?.notSuperlatives.test(text),
  );

const attributionsIn = (sentence: string, words: ClaimWords | null) =>
  reasons(sentence, words?.attributions, 'attribution');
