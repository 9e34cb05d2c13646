import type { Span } from '../../model/span';
import { extendApposition } from './apposition';
import { isPronoun, type PhraseRange, phraseLeft, phraseRight } from './phrase';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** An attribution found around a quotation; ranges are token indexes, `end` exclusive. */
export interface Match {
  speaker: PhraseRange;
  cue: PhraseRange | null;
  /** Where a channel may follow: the token after "told". */
  toldAt: number;
  /** One past the last token that the attribution itself takes. */
  end: number;
  confidence: number;
  /** The phrase ends with a possessive "’s", which is no part of the speaker. */
  possessive?: boolean;
  /** Who passed the words on, where the attribution itself says so: "*Tass* quoted her as saying". */
  reporter?: PhraseRange;
}

/** The text between two tokens, as offsets. */
export function rangeSpan(tokens: readonly Token[], range: PhraseRange): Span {
  const start = tokens[range.first]?.start ?? 0;
  return { start, end: tokens[range.end - 1]?.end ?? start };
}

/** The speaker phrase of a match, as offsets. */
export function speakerSpan(tokens: readonly Token[], match: Match): Span {
  const span = rangeSpan(tokens, match.speaker);
  const last = tokens[match.speaker.end - 1]?.lower ?? '';
  const ending = match.possessive ? (/'s?$/u.exec(last)?.[0].length ?? 0) : 0;
  if (last === ')') return rangeSpan(tokens, withoutBracket(tokens, match.speaker));
  return { start: span.start, end: span.end - ending };
}

/** A phrase without the group in brackets at its end: "Anna Beck (SPD)". */
function withoutBracket(tokens: readonly Token[], { first, end }: PhraseRange): PhraseRange {
  for (let open = end - 2; open > first; open -= 1) {
    if (tokens[open]?.text === '(') return { first, end: open };
  }
  return { first, end };
}

const firsts = new WeakMap<SpeakerWords, ReadonlySet<string>>();

/** The words with which an "according to" begins. */
function firstsOf(words: SpeakerWords): ReadonlySet<string> {
  const known = firsts.get(words);
  if (known) return known;
  const found = new Set(words.accordingTo.map(([first]) => first ?? ''));
  firsts.set(words, found);
  return found;
}

/** One past the words of an "according to" that starts at `index`, or -1. */
export function accordingEnd(tokens: readonly Token[], index: number, words: SpeakerWords): number {
  if (!firstsOf(words).has(tokens[index]?.lower ?? '')) return -1;
  for (const sequence of words.accordingTo) {
    const matches = sequence.every((word, offset) => tokens[index + offset]?.lower === word);
    if (matches) return index + sequence.length;
  }
  return -1;
}

/** The speaker after "according to" at `index`, or null. */
export function matchAccording(
  tokens: readonly Token[],
  index: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  const after = accordingEnd(tokens, index, words);
  if (after < 0) return null;
  // "nach Angaben von Smith", "nach Angaben der Polizei"
  const from = tokens[after]?.lower === 'von' ? after + 1 : after;
  const phrase = phraseRight(tokens, from, limit, words, true);
  if (!phrase) return null;
  const end = extendApposition(tokens, phrase, limit, words);
  return {
    speaker: { first: phrase.first, end },
    cue: { first: index, end: after },
    toldAt: -1,
    end,
    confidence: 0.9,
  };
}

/** Of a longer sentence only the last tokens are read, so that the work stays linear. */
const SENTENCE = 120;

/**
 * The grammatical subject of the sentence that starts at `first`: past an introduction
 * ("On Monday, …") and past a quotation with which it begins. Null where none is plain.
 */
export function mainSubject(
  tokens: readonly Token[],
  first: number,
  limit: number,
  words: SpeakerWords,
): PhraseRange | null {
  let at = Math.max(first, limit - SENTENCE);
  while (at < limit) {
    const token = tokens[at];
    if (token?.kind === 'punctuation' || token?.kind === 'quotation') at += 1;
    else if (token && words.cues.has(token.lower) && tokens[at - 1]?.kind !== 'word') at += 1;
    else if (token && (words.conjunctions.has(token.lower) || words.adverbs.has(token.lower)))
      at += 1;
    else break;
  }
  const opening = tokens[at];
  if (!opening) return null;
  const introduces =
    words.linking.has(opening.lower) ||
    words.boundaries.has(opening.lower) ||
    (words.language === 'en' && /ing$/u.test(opening.lower) && !isPronoun(opening, words));
  if (introduces) {
    let comma = at;
    const furthest = Math.min(limit, at + 30);
    while (comma < furthest && tokens[comma]?.text !== ',') comma += 1;
    if (comma >= furthest) return null;
    at = comma + 1;
    if (words.language === 'en' && /[a-z]ing$/u.test(tokens[at]?.text ?? '')) return null;
  }
  const phrase = phraseRight(tokens, at, limit, words);
  if (!phrase) return null;
  return { first: phrase.first, end: extendApposition(tokens, phrase, limit, words) };
}

/**
 * The subject that ends at the comma before a verb: "Smith, *the mayor*, said". `comma` is the
 * index of that comma.
 */
export function subjectBeforeComma(
  tokens: readonly Token[],
  comma: number,
  floor: number,
  words: SpeakerWords,
): PhraseRange | null {
  let last = comma;
  for (let round = 0; round < 3; round += 1) {
    let previous = last - 1;
    const lowest = Math.max(floor, last - 18);
    while (previous >= lowest && tokens[previous]?.text !== ',') previous -= 1;
    const hasComma = previous >= lowest && tokens[previous]?.text === ',';
    const chunk = phraseLeft(tokens, last, hasComma ? previous + 1 : floor, words);
    if (!hasComma) return chunk;
    const head = phraseLeft(tokens, previous, floor, words);
    const chunkIsName = chunk?.first === previous + 1 && tokens[chunk.first]?.capital === true;
    if (head && describes(tokens, head, words) && chunkIsName)
      return { first: head.first, end: last };
    if (head && hasCapital(tokens, head)) {
      const whole = { first: head.first, end: previous };
      return { first: head.first, end: extendApposition(tokens, whole, comma, words) };
    }
    if (chunkIsName && chunk) return chunk;
    last = previous;
  }
  return null;
}

function hasCapital(tokens: readonly Token[], range: PhraseRange): boolean {
  for (let at = range.first; at < range.end; at += 1) {
    if (tokens[at]?.capital) return true;
  }
  return false;
}

/** A phrase without a name of its own: "the secretary general of CEI", "the team's coach". */
function describes(tokens: readonly Token[], range: PhraseRange, words: SpeakerWords): boolean {
  const first = tokens[range.first];
  if (first && words.determiners.has(first.lower)) return true;
  if (/'s$/u.test(first?.lower ?? '')) return true;
  const last = tokens[range.end - 1];
  return last !== undefined && !last.capital && words.roles.has(last.lower);
}
