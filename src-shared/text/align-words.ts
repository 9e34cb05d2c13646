import { diffKeys, type WordDiffRun } from './word-diff';

/** So many words in a row tell a place from every other. */
const ANCHOR = 3;
/** Between two anchors little differs; what differs by more is taken for replaced. */
const MOST_DIFFERENCES = 400;

/**
 * The word diff between two versions of one text, for texts of any length: places where the same three
 * words stand once in each are tied first, as many as keep their order, and the stretches between are
 * compared word by word. Runs come in reading order and together cover both lists.
 */
export function alignWords(from: readonly string[], to: readonly string[]): WordDiffRun[] {
  const runs: WordDiffRun[] = [];
  let fromAt = 0;
  let toAt = 0;
  const compareUpTo = (fromEnd: number, toEnd: number) => {
    const between = diffKeys(from.slice(fromAt, fromEnd), to.slice(toAt, toEnd), MOST_DIFFERENCES);
    for (const run of between) put(runs, run, fromAt, toAt);
    fromAt = fromEnd;
    toAt = toEnd;
  };
  for (const anchor of anchorsOf(from, to)) {
    if (anchor.from < fromAt || anchor.to < toAt) continue;
    compareUpTo(anchor.from, anchor.to);
    let length = 0;
    while (
      fromAt + length < from.length &&
      toAt + length < to.length &&
      from[fromAt + length] === to[toAt + length]
    ) {
      length++;
    }
    compareUpTo(fromAt + length, toAt + length);
  }
  compareUpTo(from.length, to.length);
  return runs;
}

/** Adds a run, joined with the one before where that is of its kind and goes on in it. */
function put(runs: WordDiffRun[], run: WordDiffRun, fromAt: number, toAt: number): void {
  const moved = {
    type: run.type,
    from: { start: run.from.start + fromAt, end: run.from.end + fromAt },
    to: { start: run.to.start + toAt, end: run.to.end + toAt },
  };
  const last = runs.at(-1);
  if (last?.type === run.type) {
    last.from.end = moved.from.end;
    last.to.end = moved.to.end;
  } else runs.push(moved);
}

interface Anchor {
  from: number;
  to: number;
}

/** The longest list of places, in order in both, whose words stand once in each. */
function anchorsOf(from: readonly string[], to: readonly string[]): Anchor[] {
  const inTo = placesOnce(to);
  const pairs: Anchor[] = [];
  for (const [words, at] of placesOnce(from)) {
    const other = inTo.get(words);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push({ from: at, to: other });
  }
  return longestRising(pairs.sort((a, b) => a.from - b.from));
}

/** Where each run of words begins; -1 where it stands at several places. */
function placesOnce(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + ANCHOR <= keys.length; at++) {
    const words = keys.slice(at, at + ANCHOR).join('\n');
    places.set(words, places.has(words) ? -1 : at);
  }
  return places;
}

/** The longest part of a list in which `to` rises (patience sorting). */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, { to }] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.to < to) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  }
  const rising: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) {
    rising.push(pairs[index]!);
  }
  return rising.reverse();
}
