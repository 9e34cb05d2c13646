import { unspacedUnits } from '../../text/characters';
import { hashWords, plainLetters } from '../../text/word-hashes';
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
  /** How each word follows the one before it: `TIGHT`, or `GAP` and `BRACKET` added up. */
  readonly joints: Uint8Array;
  /** Before each word, how many words of the source may be left out. */
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
/** Only what has these can have an ellipsis or brackets. */
const MARKED = /[[\u2026]|\.\s?\./;
/** A character that no text has: private use. */
const GAP_MARK = '\uE000';

/**
 * Reads a quotation (or its parts, where an attribution splits it) as a query. An ellipsis is a
 * gap; `[T]he` and `walk[ed]` are words; other words in square brackets are not asked for.
 * Footnote marks in brackets and quotation marks fall away.
 */
export function readQuery(quotation: string | readonly string[]): Query {
  const whole = typeof quotation === 'string' ? quotation : quotation.join(GAP_MARK);
  if (!MARKED.test(whole) && !whole.includes(GAP_MARK)) {
    const plain = readPlainWords(whole);
    if (plain.count <= MOST_WORDS) return plain;
  }
  const text = whole.replace(ELLIPSIS, GAP_MARK).replace(BRACKETED_LETTERS, '$1$2');
  const hashes: number[] = [];
  const letters: string[] = [];
  const joints: number[] = [];
  let joint = TIGHT;
  for (const piece of text.matchAll(/\[[^[\]]*\]|\uE000|[^[\uE000]+|\[/g)) {
    const stretch = piece[0];
    if (stretch === GAP_MARK) joint |= GAP;
    else if (stretch.startsWith('[')) joint |= BRACKET;
    else {
      const words = hashWords(stretch);
      for (let word = 0; word < words.count; word++) {
        hashes.push(words.hashes[word]!);
        letters.push(plainLetters(stretch, words.starts[word]!, words.ends[word]!));
        joints.push(hashes.length === 1 ? TIGHT : joint);
        joint = TIGHT;
      }
    }
  }
  const slack: number[] = joints.map((kind) => (kind & GAP ? GAP_WORDS : 0));
  if (hashes.length > MOST_WORDS) {
    const left = hashes.length - 2 * LONGEST_END;
    for (const list of [hashes, letters, joints, slack]) list.splice(LONGEST_END, left);
    joints[LONGEST_END] = GAP;
    slack[LONGEST_END] = Math.ceil(left * 1.2) + GAP_WORDS;
  }
  return {
    count: hashes.length,
    hashes: Uint32Array.from(hashes),
    letters,
    joints: Uint8Array.from(joints),
    slack: Uint32Array.from(slack),
    tight: joints.every((kind) => kind === TIGHT),
  };
}

/** Reads a quotation without any marks: what most are, and much faster. */
function readPlainWords(text: string): Query {
  const { count, hashes, starts, ends } = hashWords(text);
  const letters: string[] = [];
  for (let word = 0; word < count; word++) {
    letters.push(plainLetters(text, starts[word]!, ends[word]!));
  }
  return {
    count,
    hashes: hashes.subarray(0, count),
    letters,
    joints: new Uint8Array(count),
    slack: new Uint32Array(count),
    tight: true,
  };
}

/** The stretches of a query between its ellipses, each as a query of its own, longest first. */
export function fragmentsOf(query: Query): Query[] {
  const fragments: Query[] = [];
  let from = 0;
  for (let word = 1; word <= query.count; word++) {
    if (word < query.count && !(query.joints[word]! & GAP)) continue;
    const joints = query.joints.slice(from, word);
    joints[0] = TIGHT;
    fragments.push({
      count: word - from,
      hashes: query.hashes.slice(from, word),
      letters: query.letters.slice(from, word),
      joints,
      slack: new Uint32Array(word - from),
      tight: joints.every((joint) => joint === TIGHT),
    });
    from = word;
  }
  return fragments.sort((one, other) => letterCount(other) - letterCount(one));
}

/** How many letters a query has, counting one between words. */
export function letterCount(query: Query): number {
  return query.letters.reduce((count, word) => count + word.length + 1, 0);
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
  for (let word = 0; word < query.count; word++) {
    const letters = query.letters[word]!;
    const worth = unspaced[letters.charCodeAt(0)] === 1 ? CHARACTER_WORTH : 1;
    const found = countOccurrences(index, query.hashes[word]!);
    const expected = BACKGROUND_WORDS * 2 ** -expectedBits(letters.length);
    counts[word] = found;
    bits[word] = worth * Math.log2(total / (Math.max(found, 0.5) + expected));
  }
  return { bits, counts };
}
