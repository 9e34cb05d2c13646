import { unspacedUnits } from '../../text/characters';
import { hashWords, plainLetters, type WordHashes } from '../../text/word-hashes';
import { countOccurrences, type SourceIndex } from './source-index';

/** A word follows the one before it directly. */
export const TIGHT = 0;
/** Between two words: an ellipsis, or an attribution. The source may have anything there. */
export const GAP = 1;
/** Between two words: square brackets. Their words may be added, or replace some of the source. */
export const BRACKET = 2;

/** A quotation made ready for finding its passage: the words that the source must have. */
export interface Query {
  readonly count: number;
  readonly hashes: Uint32Array;
  /** The letters of each word, as the hashes see them. */
  readonly letters: readonly string[];
  /** How many letters these are, counting one between words. */
  readonly size: number;
  /** How each word follows the one before it: `TIGHT`, or `GAP` and `BRACKET` added up. */
  readonly joints: Uint8Array;
  /** Before each word, how many words of the source may be left out. Like `joints`, it may be longer
   * than there are words. */
  readonly slack: Uint32Array;
  /** True if every joint is tight. */
  readonly tight: boolean;
}

/** Words that an ellipsis may leave out for the passage still to count as one. */
const GAP_WORDS = 64;
/** A longer quotation is looked up by so many words of its beginning and of its end. */
const LONGEST_END = 200;
const MOST_WORDS = 2 * LONGEST_END + GAP_WORDS;

const ELLIPSIS =
  /\[\s{0,3}(?:\u2026|\.\s?\.[\s.]{0,12})\s{0,3}\]|\(\s{0,3}(?:\u2026|\.\s?\.\s?\.[\s.]{0,12})\s{0,3}\)|\u2026|\.(?:\s?\.){2,}/g;
const BRACKETED_LETTERS =
  /\[(\p{L}{0,6})\](?=[\p{L}'\u2019])|(?<=[\p{L}'\u2019])\[(\p{L}{0,6})\]/gu;
/** Only what has these can have an ellipsis, brackets or parts. */
const MARKED = /[[\u2026\uE000]|\.\s?\./;
/** A character that no text has: private use. */
const GAP_MARK = '\uE000';

/** Kept between calls, because making arrays takes longer than reading a quotation. */
const room: WordHashes = {
  count: 0,
  hashes: new Uint32Array(MOST_WORDS),
  starts: new Uint32Array(MOST_WORDS),
  ends: new Uint32Array(MOST_WORDS),
};
const ALL_TIGHT = new Uint8Array(MOST_WORDS);
const NO_SLACK = new Uint32Array(MOST_WORDS);

/**
 * Reads a quotation (or its parts, where an attribution splits it) as a query. An ellipsis is a
 * gap; `[T]he` and `walk[ed]` are words; other words in square brackets are not asked for.
 * Footnote marks in brackets and quotation marks fall away.
 */
export function readQuery(quotation: string | readonly string[]): Query {
  const whole = typeof quotation === 'string' ? quotation : quotation.join(GAP_MARK);
  const marked = MARKED.test(whole);
  const text = marked ? readMarks(whole) : whole;
  const words = hashWords(text, room);
  return marked || words.count > MOST_WORDS
    ? readMarkedWords(text, words)
    : readPlainWords(text, words);
}

/** Ellipses become one mark each, and letters in brackets stand without them. */
function readMarks(text: string): string {
  const marked = text.replace(ELLIPSIS, GAP_MARK);
  return marked.includes('[') ? marked.replace(BRACKETED_LETTERS, '$1$2') : marked;
}

/** Reads a quotation without any marks: what most are, and faster. */
function readPlainWords(text: string, { count, hashes, starts, ends }: WordHashes): Query {
  const letters: string[] = [];
  for (let word = 0; word < count; word++) {
    letters.push(plainLetters(text, starts[word]!, ends[word]!));
  }
  return {
    count,
    hashes: hashes.slice(0, count),
    letters,
    size: sizeOf(letters),
    joints: ALL_TIGHT,
    slack: NO_SLACK,
    tight: true,
  };
}

function readMarkedWords(text: string, words: WordHashes): Query {
  const hashes = new Uint32Array(words.count);
  const joints = new Uint8Array(words.count);
  const slack = new Uint32Array(words.count);
  const letters: string[] = [];
  let count = 0;
  let joint = TIGHT;
  let tight = true;
  let at = 0;
  for (let word = 0; word < words.count; word++) {
    const start = words.starts[word]!;
    for (; at < start; at++) {
      const unit = text.charCodeAt(at);
      if (unit === GAP_UNIT) joint |= GAP;
      else if (unit === OPENING_BRACKET) {
        joint |= BRACKET;
        at = closingBracket(text, at);
      }
    }
    // Within the brackets.
    if (at > start) continue;
    const end = words.ends[word]!;
    hashes[count] = words.hashes[word]!;
    letters.push(plainLetters(text, start, end));
    if (count > 0) joints[count] = joint;
    if (joints[count] !== TIGHT) tight = false;
    if (joints[count]! & GAP) slack[count] = GAP_WORDS;
    joint = TIGHT;
    at = end;
    count++;
  }
  const query: Query = {
    count,
    hashes: hashes.slice(0, count),
    letters,
    size: sizeOf(letters),
    joints,
    slack,
    tight,
  };
  return count > MOST_WORDS ? withoutMiddle(query) : query;
}

/** The words that a long quotation is looked up by. */
function withoutMiddle(query: Query): Query {
  const kept = [...Array(2 * LONGEST_END).keys()].map((word) =>
    word < LONGEST_END ? word : word + query.count - 2 * LONGEST_END,
  );
  const joints = Uint8Array.from(kept, (word) => query.joints[word]!);
  const slack = Uint32Array.from(kept, (word) => query.slack[word]!);
  const letters = kept.map((word) => query.letters[word]!);
  joints[LONGEST_END] = GAP;
  slack[LONGEST_END] = Math.ceil((query.count - kept.length) * 1.2) + GAP_WORDS;
  return {
    count: kept.length,
    hashes: Uint32Array.from(kept, (word) => query.hashes[word]!),
    letters,
    size: sizeOf(letters),
    joints,
    slack,
    tight: false,
  };
}

const GAP_UNIT = GAP_MARK.charCodeAt(0);
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

/** Where the bracket that opens at `at` closes; `at` itself if another opens first, or none closes. */
function closingBracket(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === CLOSING_BRACKET) return index;
    if (unit === OPENING_BRACKET) break;
  }
  return at;
}

/** The stretches of a query between its ellipses, each as a query of its own, longest first. */
export function fragmentsOf(query: Query): Query[] {
  const fragments: Query[] = [];
  let from = 0;
  for (let word = 1; word <= query.count; word++) {
    if (word < query.count && !(query.joints[word]! & GAP)) continue;
    const joints = query.joints.slice(from, word);
    const letters = query.letters.slice(from, word);
    joints[0] = TIGHT;
    fragments.push({
      count: word - from,
      hashes: query.hashes.slice(from, word),
      letters,
      size: sizeOf(letters),
      joints,
      slack: new Uint32Array(word - from),
      tight: joints.every((joint) => joint === TIGHT),
    });
    from = word;
  }
  return fragments.sort((one, other) => other.size - one.size);
}

/** How many letters a query has, counting one between words. */
export function letterCount(query: Query): number {
  return query.size;
}

function sizeOf(letters: readonly string[]): number {
  let size = 0;
  for (const word of letters) size += word.length + 1;
  return size;
}

/**
 * How rare a word of so many letters is in any text at all: a guess in bits, needed because a short
 * source says little about how telling its words are.
 */
function expectedBits(letterCount: number): number {
  return Math.min(13, letterCount < 4 ? 4 + letterCount : 5 + letterCount);
}

/** The short source is weighed as if it stood within a text of so many words. */
const BACKGROUND_WORDS = 2000;

/** Characters of scripts without spaces depend on their neighbours more than words do: each tells less
 * than its rarity. */
const CHARACTER_WORTH = 0.47;

/** By how many letters a word has, how often it is expected in that text. */
const EXPECTED = Float64Array.from(
  { length: 16 },
  (_, letters) => BACKGROUND_WORDS * 2 ** -expectedBits(letters),
);

export interface Weights {
  /** What finding each word of the query in the source tells: rare words tell most. */
  bits: Float64Array;
  /** How often the source has each word; about, for frequent ones. */
  counts: Uint32Array;
}

/** Weighs the words of the query by how rare they are in the source. */
export function weighWords(index: SourceIndex, query: Query): Weights {
  const total = index.words.count + BACKGROUND_WORDS;
  const unspaced = unspacedUnits();
  const bits = new Float64Array(query.count);
  const counts = new Uint32Array(query.count);
  // In a loop of its own, so that the processor waits for memory once rather than for each word.
  for (let word = 0; word < query.count; word++) {
    counts[word] = countOccurrences(index, query.hashes[word]!);
  }
  for (let word = 0; word < query.count; word++) {
    const letters = query.letters[word]!;
    const worth = unspaced[letters.charCodeAt(0)] === 1 ? CHARACTER_WORTH : 1;
    const expected = EXPECTED[Math.min(letters.length, EXPECTED.length - 1)]!;
    bits[word] = worth * Math.log2(total / (Math.max(counts[word]!, 0.5) + expected));
  }
  return { bits, counts };
}
