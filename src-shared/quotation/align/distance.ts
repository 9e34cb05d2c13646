/** One row of the edit-distance table, kept between calls; only ever used within one of them. */
let row = new Uint16Array(1024);

/** Longer stretches count as wholly different: they are too long for a table to be worth it. */
const LONGEST = 4000;

/**
 * How many letters have to be added, removed or replaced to turn one string into the other
 * (Levenshtein). Strings over 4,000 units count as wholly different.
 */
export function editDistance(one: string, other: string): number {
  if (one.length === 0 || other.length === 0) return one.length + other.length;
  if (one.length > LONGEST || other.length > LONGEST) return Math.max(one.length, other.length);
  fillRow(one, other);
  return row[other.length]!;
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
  fillRow(wanted, text);
  let distance = wanted.length;
  let best = -1;
  for (let word = 0; word < ends.length; word++) {
    const here = row[ends[word]!]!;
    if (here < distance) {
      distance = here;
      best = word;
    }
  }
  return { distance, best };
}

/** Leaves in `row[n]` the distance from `one` to the first n units of `other`. */
function fillRow(one: string, other: string): void {
  const width = other.length;
  if (row.length <= width) row = new Uint16Array(width * 2);
  for (let at = 0; at <= width; at++) row[at] = at;
  for (let line = 1; line <= one.length; line++) {
    const unit = one.charCodeAt(line - 1);
    let diagonal = row[0]!;
    let left = line;
    row[0] = line;
    for (let at = 1; at <= width; at++) {
      const above = row[at]!;
      let value = other.charCodeAt(at - 1) === unit ? diagonal : diagonal + 1;
      if (above + 1 < value) value = above + 1;
      if (left + 1 < value) value = left + 1;
      row[at] = value;
      left = value;
      diagonal = above;
    }
  }
}
