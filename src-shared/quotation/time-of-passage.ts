import type { Locator } from '../model/source';

/** When words of a recording were said, in seconds. */
export interface SpokenAt {
  /** As near as their place among the words of their turn or subtitle tells. */
  time: number;
  /** The turn or subtitle that they are in. */
  from: number;
  to: number;
}

/** Two versions of a recording may be so far apart: each program cuts its subtitles in its own way. */
const NEAR = 5;
/** Within a longer turn the time of a word is a guess: then the whole turn counts. */
const LONG_TURN = 10;

/** When the word at an offset was said; null where the source does not tell. */
export function timeAt(locators: readonly Locator[], offset: number): SpokenAt | null {
  let found: Locator | null = null;
  let next = Number.POSITIVE_INFINITY;
  for (const locator of locators) {
    if (locator.time === undefined) continue;
    if (locator.start <= offset && offset < locator.end) {
      // The smallest one knows best.
      if (!found || locator.end - locator.start <= found.end - found.start) found = locator;
    } else if (locator.start > offset) next = Math.min(next, locator.time);
  }
  if (found?.time === undefined) return null;
  const from = found.time;
  const to = Math.max(from, found.endTime ?? (Number.isFinite(next) ? next : from));
  const share = (offset - found.start) / Math.max(1, found.end - found.start);
  return { time: from + (to - from) * share, from, to };
}

/** Within 5 seconds of each other, or of the long turn that one of them is in. */
export function isNear(one: SpokenAt, other: SpokenAt): boolean {
  const isIn = (time: number, turn: SpokenAt) =>
    turn.to - turn.from > LONG_TURN && time >= turn.from - NEAR && time <= turn.to + NEAR;
  return Math.abs(one.time - other.time) <= NEAR || isIn(one.time, other) || isIn(other.time, one);
}
