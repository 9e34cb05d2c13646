import { plainLetters } from '../../text/word-hashes';
import type { SourceIndex } from './source-index';

/**
 * Words as their plain letters, with one space between two: in an array kept between uses, because
 * putting strings together for each comparison takes longer than comparing them.
 */
export interface Letters {
  units: Uint16Array;
  /** How many units are in use. */
  count: number;
  /** Where each word ends in the units, exclusive. */
  ends: Int32Array;
  words: number;
}

export function makeLetters(): Letters {
  return { units: new Uint16Array(512), count: 0, ends: new Int32Array(128), words: 0 };
}

/** What goes on for longer without a space is no word, and is not compared to its end. */
const LONGEST_WORD = 200;
const SPACE = 0x20;

/** Fills in the words `from` to `to` (exclusive) of a source. */
export function takeSource(letters: Letters, index: SourceIndex, from: number, to: number): void {
  const { text, words } = index;
  letters.count = 0;
  letters.words = 0;
  for (let word = from; word < to; word++) {
    const start = words.starts[word]!;
    const end = Math.min(words.ends[word]!, start + LONGEST_WORD);
    beginWord(letters, end - start);
    const before = letters.count;
    let at = start;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) {
        letters.units[letters.count++] = unit;
      } else if (unit >= 0x41 && unit <= 0x5a) {
        letters.units[letters.count++] = unit | 0x20;
      } else break;
    }
    if (at < end) {
      letters.count = before;
      addUnits(letters, plainLetters(text, start, end));
    }
    letters.ends[letters.words++] = letters.count;
  }
}

/** Fills in some of the words that a query has as plain letters: `from` to `to` (exclusive). */
export function takeWords(
  letters: Letters,
  words: readonly string[],
  from: number,
  to: number,
): void {
  letters.count = 0;
  letters.words = 0;
  for (let word = from; word < to; word++) {
    beginWord(letters, words[word]!.length);
    addUnits(letters, words[word]!);
    letters.ends[letters.words++] = letters.count;
  }
}

/** Makes room for a word of so many units at most, and puts a space before it. */
function beginWord(letters: Letters, length: number): void {
  // A ligature is up to three letters.
  const room = letters.count + 3 * length + 1;
  if (room > letters.units.length) {
    const larger = new Uint16Array(room * 2);
    larger.set(letters.units);
    letters.units = larger;
  }
  if (letters.words === letters.ends.length) {
    const larger = new Int32Array(letters.words * 2);
    larger.set(letters.ends);
    letters.ends = larger;
  }
  if (letters.words > 0) letters.units[letters.count++] = SPACE;
}

function addUnits(letters: Letters, word: string): void {
  for (let at = 0; at < word.length; at++) letters.units[letters.count++] = word.charCodeAt(at);
}

/** Turns all round: the last letter comes first, and the last word too. */
export function reverseLetters({ units, count, ends, words }: Letters): void {
  turn(units, count);
  // Where a word began, one space after the end of the one before it, it now ends.
  for (let word = words - 1; word > 0; word--) ends[word] = count - ends[word - 1]! - 1;
  if (words > 0) ends[0] = count;
  turn(ends, words);
}

function turn(list: Uint16Array | Int32Array, count: number): void {
  for (let one = 0, other = count - 1; one < other; one++, other--) {
    const kept = list[one]!;
    list[one] = list[other]!;
    list[other] = kept;
  }
}
