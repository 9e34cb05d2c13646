import type { Letters } from './letters';

/**
 * Edit distance by Myers' bit vectors (1999), in blocks of 32 letters (Hyyrö 2003): a column of the
 * table at a time, as differences between neighbours, which are only ever -1, 0 or 1.
 */

/** Longer stretches count as wholly different: comparing them would take longer than it is worth. */
const LONGEST = 4000;
const BLOCK = 32;

/** Kept between calls; only ever used within one of them. */
let lastRow = new Uint16Array(1024);
let masks = new Int32Array(1024);
let positive = new Int32Array(LONGEST / BLOCK);
let negative = new Int32Array(LONGEST / BLOCK);
/** A number for each different letter of the pattern; 0 for all that it has not. */
const letterNumbers = new Uint16Array(0x10000);
let oneUnits = new Uint16Array(256);
let otherUnits = new Uint16Array(256);

/**
 * How many letters have to be added, removed or replaced to turn one string into the other
 * (Levenshtein). Where it is more than `most`, only that is sure: some number above `most` is given.
 * Strings over 4,000 units count as wholly different.
 */
export function editDistance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  if (oneUnits.length < one.length) oneUnits = new Uint16Array(one.length * 2);
  if (otherUnits.length < other.length) otherUnits = new Uint16Array(other.length * 2);
  for (let at = 0; at < one.length; at++) oneUnits[at] = one.charCodeAt(at);
  for (let at = 0; at < other.length; at++) otherUnits[at] = other.charCodeAt(at);
  return distanceBetween(oneUnits, one.length, otherUnits, other.length, most);
}

/** The same of words that were taken as letters. */
export function lettersDistance(one: Letters, other: Letters, most: number): number {
  return distanceBetween(one.units, one.count, other.units, other.count, most);
}

function distanceBetween(
  one: Uint16Array,
  oneLength: number,
  other: Uint16Array,
  otherLength: number,
  most: number,
): number {
  const least = Math.abs(oneLength - otherLength);
  if (oneLength === 0 || otherLength === 0 || least > most) return least;
  if (oneLength > LONGEST || otherLength > LONGEST) return Math.max(oneLength, otherLength);
  return fillRow(one, oneLength, other, otherLength, most);
}

/**
 * Compares words with every beginning of others: the distance to as many of the words of `text` as are
 * nearest, and the number of the last of them: -1 where leaving the text alone is nearer still.
 */
export function nearestBeginning(
  wanted: Letters,
  text: Letters,
): { distance: number; best: number } {
  let distance = wanted.count;
  let best = -1;
  if (text.count === 0 || text.count > LONGEST || wanted.count > LONGEST) return { distance, best };
  fillRow(wanted.units, wanted.count, text.units, text.count, Number.POSITIVE_INFINITY);
  for (let word = 0; word < text.words; word++) {
    const here = lastRow[text.ends[word]!]!;
    if (here < distance) {
      distance = here;
      best = word;
    }
  }
  return { distance, best };
}

/**
 * Leaves in `lastRow[n]` the distance from `pattern` (not empty) to the first n units of `text`, and
 * returns that to all of it. Stops as soon as that must be more than `most`.
 */
function fillRow(
  pattern: Uint16Array,
  patternLength: number,
  text: Uint16Array,
  textLength: number,
  most: number,
): number {
  const blocks = Math.ceil(patternLength / BLOCK);
  readPattern(pattern, patternLength, blocks);
  if (lastRow.length <= textLength) lastRow = new Uint16Array(textLength * 2);
  lastRow[0] = patternLength;
  const distance =
    blocks === 1
      ? fillByLetters(patternLength, text, textLength, most)
      : fillByBlocks(patternLength, blocks, text, textLength, most);
  for (let at = 0; at < patternLength; at++) letterNumbers[pattern[at]!] = 0;
  return distance;
}

/** A pattern of one block: what most are, and several times as fast. */
function fillByLetters(
  patternLength: number,
  text: Uint16Array,
  textLength: number,
  most: number,
): number {
  const bottom = 1 << (patternLength - 1);
  let up = -1;
  let down = 0;
  let distance = patternLength;
  for (let at = 0; at < textLength; at++) {
    const same = masks[letterNumbers[text[at]!]!]!;
    const vertical = same | down;
    const horizontal = (((same & up) + up) ^ up) | same;
    let rises = down | ~(horizontal | up);
    const falls = up & horizontal;
    if (rises & bottom) distance++;
    else if (falls & bottom) distance--;
    // Along the top of the table the distance grows by one for each unit of the text.
    rises = (rises << 1) | 1;
    up = (falls << 1) | ~(vertical | rises);
    down = rises & vertical;
    lastRow[at + 1] = distance;
    if (distance - (textLength - at - 1) > most) break;
  }
  return distance;
}

function fillByBlocks(
  patternLength: number,
  blocks: number,
  text: Uint16Array,
  textLength: number,
  most: number,
): number {
  positive.fill(-1, 0, blocks);
  negative.fill(0, 0, blocks);
  const bottom = 1 << ((patternLength - 1) % BLOCK);
  let distance = patternLength;
  for (let at = 0; at < textLength; at++) {
    const letter = letterNumbers[text[at]!]! * blocks;
    // As above, by one for each unit of the text.
    let carried = 1;
    for (let block = 0; block < blocks; block++) {
      const up = positive[block]!;
      const down = negative[block]!;
      let same = masks[letter + block]!;
      const vertical = same | down;
      if (carried < 0) same |= 1;
      const horizontal = (((same & up) + up) ^ up) | same;
      let rises = down | ~(horizontal | up);
      let falls = up & horizontal;
      const edge = block === blocks - 1 ? bottom : -0x80000000;
      const next = rises & edge ? 1 : falls & edge ? -1 : 0;
      rises = (rises << 1) | (carried > 0 ? 1 : 0);
      falls = (falls << 1) | (carried < 0 ? 1 : 0);
      positive[block] = falls | ~(vertical | rises);
      negative[block] = rises & vertical;
      carried = next;
    }
    distance += carried;
    lastRow[at + 1] = distance;
    if (distance - (textLength - at - 1) > most) break;
  }
  return distance;
}

/** Fills `masks`: for each different letter of the pattern, a bit wherever it stands. */
function readPattern(pattern: Uint16Array, length: number, blocks: number): void {
  const room = (length + 1) * blocks;
  if (masks.length < room) {
    masks = new Int32Array(room * 2);
    if (positive.length < blocks) {
      positive = new Int32Array(blocks);
      negative = new Int32Array(blocks);
    }
  }
  masks.fill(0, 0, blocks);
  let letters = 0;
  for (let at = 0; at < length; at++) {
    const unit = pattern[at]!;
    let letter = letterNumbers[unit]!;
    if (letter === 0) {
      letter = ++letters;
      letterNumbers[unit] = letter;
      masks.fill(0, letter * blocks, (letter + 1) * blocks);
    }
    masks[letter * blocks + (at >>> 5)]! |= 1 << (at & 31);
  }
}
