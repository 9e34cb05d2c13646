import { IGNORED, LETTER_FORMS, lookupFold, SEPARATOR, unspacedUnits } from './characters';

/**
 * The words of a text as numbers, for looking passages up. Two words have the same hash when they
 * are the same letters regardless of case, diacritics, apostrophes, invisible characters and
 * ligatures; a word broken by a hyphen at the end of a line is one word.
 */
export interface WordHashes {
  readonly count: number;
  /** 32-bit hashes, by word. */
  readonly hashes: Uint32Array;
  /** Where each word starts and ends in the text: UTF-16 code units, `ends` exclusive. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 16777619;
const PLANE_14_HIGH_SURROGATE = 0xdb40;

/**
 * Splits a text into words and hashes them, in one pass. Linear in the length of the text. For many
 * short texts one after the other, the arrays of an earlier result can be written over: `room`.
 */
export function hashWords(text: string, room?: WordHashes): WordHashes {
  const fold = lookupFold();
  const unspaced = unspacedUnits();
  const length = text.length;
  let capacity = room ? room.hashes.length : Math.max(16, Math.floor(length / 4));
  let hashes = room ? room.hashes : new Uint32Array(capacity);
  let starts = room ? room.starts : new Uint32Array(capacity);
  let ends = room ? room.ends : new Uint32Array(capacity);
  let count = 0;
  let hash = HASH_SEED;
  let wordStart = -1;
  let wordEnd = 0;

  for (let at = 0; at <= length; at++) {
    const unit = at < length ? text.charCodeAt(at) : 0;
    let folded = at < length ? fold[unit]! : SEPARATOR;
    if (unit === PLANE_14_HIGH_SURROGATE) {
      // Variation selectors and tags: skip the low surrogate too.
      at++;
      continue;
    }
    if (unit >= 0xd83c && unit <= 0xd83e) at++;
    if (folded > IGNORED) {
      const alone = unspaced[unit] === 1;
      if (wordStart >= 0 && alone) {
        // Close the word before; the character itself is taken below.
        folded = SEPARATOR;
        at--;
      } else {
        if (wordStart < 0) {
          wordStart = at;
          hash = HASH_SEED;
        }
        if (unit >= 0xfb00 && unit <= 0xfb06) {
          const letters = LETTER_FORMS.get(text[at]!) ?? '';
          for (let index = 0; index < letters.length; index++) {
            hash = Math.imul(hash ^ letters.charCodeAt(index), HASH_PRIME);
          }
        } else {
          hash = Math.imul(hash ^ folded, HASH_PRIME);
        }
        wordEnd = at + 1;
        if (!alone) continue;
        folded = SEPARATOR;
      }
    }
    if (wordStart < 0) continue;
    if (unit === HYPHEN || unit === SOFT_HYPHEN || unit === UNICODE_HYPHEN) {
      const next = afterLineEndHyphen(text, at);
      if (next > 0) {
        at = next - 1;
        continue;
      }
    }
    if (folded !== SEPARATOR) continue;
    if (count === capacity) {
      capacity = Math.ceil(capacity * 1.5) + 16;
      hashes = grown(hashes, capacity);
      starts = grown(starts, capacity);
      ends = grown(ends, capacity);
    }
    hashes[count] = mixed(hash);
    starts[count] = wordStart;
    ends[count] = wordEnd;
    count++;
    wordStart = -1;
  }
  return { count, hashes, starts, ends };
}

/**
 * The letters of a word as the hashes see them: two words have the same hash when these are the
 * same. For comparing words that differ.
 */
export function plainLetters(text: string, start: number, end: number): string {
  // Most words are their own plain letters; putting them together one by one takes longer.
  let plain = start;
  let capitals = false;
  for (; plain < end; plain++) {
    const unit = text.charCodeAt(plain);
    if (unit >= 0x41 && unit <= 0x5a) capitals = true;
    else if ((unit < 0x61 || unit > 0x7a) && (unit < 0x30 || unit > 0x39)) break;
  }
  if (plain === end) {
    const word = text.slice(start, end);
    return capitals ? word.toLowerCase() : word;
  }
  const fold = lookupFold();
  let letters = '';
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const folded = fold[unit]!;
    if (unit === PLANE_14_HIGH_SURROGATE) at++;
    else if (unit >= 0xfb00 && unit <= 0xfb06) letters += LETTER_FORMS.get(text[at]!) ?? '';
    else if (folded > IGNORED) letters += String.fromCharCode(folded);
  }
  return letters;
}

const HYPHEN = 0x2d;
const SOFT_HYPHEN = 0xad;
const UNICODE_HYPHEN = 0x2010;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const NO_BREAK_SPACE = 0xa0;

/**
 * Where a word goes on that is broken by the hyphen at `at`: after one line break, and only with a
 * small letter. 0 if the hyphen does not break a word.
 */
export function afterLineEndHyphen(text: string, at: number): number {
  let index = at + 1;
  let lineBreaks = 0;
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === LINE_FEED) lineBreaks++;
    else if (
      unit !== SPACE &&
      unit !== TAB &&
      unit !== CARRIAGE_RETURN &&
      unit !== NO_BREAK_SPACE
    ) {
      break;
    }
    if (lineBreaks > 1 || index - at > 40) return 0;
  }
  if (lineBreaks !== 1 || index >= text.length) return 0;
  return /\p{Ll}/u.test(text[index]!) ? index : 0;
}

/** Spreads the bits, so that the upper ones can serve as a bucket number. */
function mixed(hash: number): number {
  let value = hash ^ (hash >>> 15);
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

function grown(array: Uint32Array, capacity: number): Uint32Array {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}
