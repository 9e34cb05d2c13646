/*
 * Reading words fast. An article says the same few thousand words over and over: each is cut out of
 * the text and put in lower case once, and then found again by its characters without a new string.
 */

/** A word as it is written, and what the rules ask of it. */
export interface LexiconEntry {
  text: string;
  /** In lower case, with straight apostrophes. */
  lower: string;
  /** Begins with a capital. */
  capital: boolean;
}

/** Bits of `classAt`. */
export const LETTER_OR_NUMBER = 1;
export const COMBINING = 2;
export const SPACE = 4;
/** Stands in two UTF-16 code units. */
export const PAIR = 8;
export const CAPITAL = 16;
const KNOWN = 128;

const LETTERS = /^[\p{L}\p{N}]/u;
const COMBINES = /^\p{M}/u;
/** al-Hashimi, d’Artagnan: the capital comes after a prefix. */
const PREFIXED = /^(?:al|el|ad|ar|as|ash|at|ul|d|l|o)[-‑'’]\p{Lu}/u;
/** Letters of scripts that know no capitals count as one: a name in Hebrew is a name. */
const UPPER = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

const classes = new Uint8Array(0x10000);

/** What kind of character stands at an offset, as bits; 0 for punctuation. */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = classes[code] ?? 0;
  return known !== 0 ? known & ~KNOWN : learn(text, index, code);
}

function learn(text: string, index: number, code: number): number {
  if (code >= 0xd800 && code < 0xdc00) {
    const point = text.codePointAt(index) ?? code;
    return point > 0xffff ? PAIR | classOf(String.fromCodePoint(point)) : 0;
  }
  const found = classOf(String.fromCharCode(code));
  classes[code] = found | KNOWN;
  return found;
}

function classOf(character: string): number {
  if (LETTERS.test(character)) {
    return UPPER.test(character) ? LETTER_OR_NUMBER | CAPITAL : LETTER_OR_NUMBER;
  }
  if (COMBINES.test(character)) return COMBINING;
  return /^\s/u.test(character) ? SPACE : 0;
}

/** One past the last character of the run of letters, digits and combining marks at `index`. */
export function endOfLetters(text: string, index: number, limit: number): number {
  let at = index;
  while (at < limit) {
    const kind = classAt(text, at);
    if ((kind & (LETTER_OR_NUMBER | COMBINING)) === 0) break;
    at += kind & PAIR ? 2 : 1;
  }
  return Math.min(at, limit);
}

/** A power of two, several times the words of a long article. */
const SLOTS = 1 << 15;
/** Longer words do not come again. */
const LONGEST = 40;
const table: (LexiconEntry | undefined)[] = new Array(SLOTS).fill(undefined);

/** The word between two offsets. */
export function entryAt(text: string, start: number, end: number): LexiconEntry {
  if (end - start > LONGEST) return makeEntry(text.slice(start, end));
  let hash = end - start;
  for (let at = start; at < end; at += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  }
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const first = table[slot];
  if (first && isAt(first.text, text, start, end)) return first;
  const second = table[slot ^ 1];
  if (second && isAt(second.text, text, start, end)) return second;
  // A word whose two places are taken drives another one out: no text makes this slow.
  const entry = makeEntry(text.slice(start, end));
  table[first && !second ? slot ^ 1 : slot] = entry;
  return entry;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at += 1) {
    if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  }
  return true;
}

function makeEntry(word: string): LexiconEntry {
  return {
    text: word,
    lower: word.toLowerCase().replaceAll('’', "'"),
    capital: UPPER.test(word) || PREFIXED.test(word),
  };
}
