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

/**
 * How many letters have to be added, removed or replaced to turn one string into the other
 * (Levenshtein). Where it is more than `most`, only that is sure: some number above `most` is given.
 * Strings over 4,000 units count as wholly different.
 */
export function editDistance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  const least = Math.abs(one.length - other.length);
  if (one.length === 0 || other.length === 0 || least > most) return least;
  if (one.length > LONGEST || other.length > LONGEST) return Math.max(one.length, other.length);
  return fillRow(one, other, most);
}

/**
 * Compares a string with every beginning of a text: the distance to the first `ends[n]` units of
 * `text`, for the `n` that is nearest. `best` is -1 where leaving the text alone is nearer still.
 */
export function nearestBeginning(
  wanted: string,
  text: string,
  ends: readonly number[],
): { distance: number; best: number } {
  if (text.length === 0 || text.length > LONGEST || wanted.length > LONGEST) {
    return { distance: wanted.length, best: -1 };
  }
  fillRow(wanted, text, Number.POSITIVE_INFINITY);
  let distance = wanted.length;
  let best = -1;
  for (let word = 0; word < ends.length; word++) {
    const here = lastRow[ends[word]!]!;
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
function fillRow(pattern: string, text: string, most: number): number {
  const blocks = Math.ceil(pattern.length / BLOCK);
  readPattern(pattern, blocks);
  if (lastRow.length <= text.length) lastRow = new Uint16Array(text.length * 2);
  positive.fill(-1, 0, blocks);
  negative.fill(0, 0, blocks);
  const bottom = 1 << ((pattern.length - 1) % BLOCK);
  let distance = pattern.length;
  lastRow[0] = distance;
  for (let at = 0; at < text.length; at++) {
    const letter = letterNumbers[text.charCodeAt(at)]! * blocks;
    // Along the top of the table the distance grows by one for each unit of the text.
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
    if (distance - (text.length - at - 1) > most) break;
  }
  for (let at = 0; at < pattern.length; at++) letterNumbers[pattern.charCodeAt(at)] = 0;
  return distance;
}

/** Fills `masks`: for each different letter of the pattern, a bit wherever it stands. */
function readPattern(pattern: string, blocks: number): void {
  const room = (pattern.length + 1) * blocks;
  if (masks.length < room) {
    masks = new Int32Array(room * 2);
    if (positive.length < blocks) {
      positive = new Int32Array(blocks);
      negative = new Int32Array(blocks);
    }
  }
  masks.fill(0, 0, blocks);
  let letters = 0;
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    let letter = letterNumbers[unit]!;
    if (letter === 0) {
      letter = ++letters;
      letterNumbers[unit] = letter;
      masks.fill(0, letter * blocks, (letter + 1) * blocks);
    }
    masks[letter * blocks + (at >>> 5)]! |= 1 << (at & 31);
  }
}
