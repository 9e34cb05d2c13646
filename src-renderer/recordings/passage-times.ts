import type { Locator } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';

/** Seconds of a recording; `to` is null where nothing says when the passage ends. */
export interface PassageTimes {
  from: number;
  to: number | null;
}

type Timed = Span & { time: number; endTime: number | null };

/** A turn that lasts longer, in seconds, is not played from its start for words far within it. */
const LONG_TURN = 8;
/** So much is heard before the words, and behind them, where their time within a turn is reckoned. */
const LEAD_IN = 2;

/**
 * When a passage is said, by the times of the turns it stands in. Within a long turn its time is
 * reckoned by the letters before it, with a moment to spare. Null where nothing has a time.
 */
export function passageTimes(locators: readonly Locator[], passage: Span): PassageTimes | null {
  const timed = timesOf(locators);
  const first = timed.findLast(({ start }) => start <= passage.start) ?? timed[0];
  const last = timed.findLast(({ start }) => start < passage.end) ?? first;
  if (!first || !last) return null;
  const from = first.start > passage.start ? first.time : reckoned(first, passage.start, -LEAD_IN);
  const to = last.endTime === null ? null : reckoned(last, passage.end, LEAD_IN);
  return { from, to: to === null || to <= from ? null : to };
}

/** The stretch that is said at a time; null before the first one and in a pause of the transcript. */
export function stretchAt(locators: readonly Locator[], seconds: number): Span | null {
  const timed = timesOf(locators);
  let low = 0;
  let high = timed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timed[middle]!.time <= seconds) low = middle + 1;
    else high = middle;
  }
  const found = timed[low - 1];
  if (!found || (found.endTime !== null && seconds > found.endTime + LEAD_IN)) return null;
  return { start: found.start, end: found.end };
}

const kept = new WeakMap<readonly Locator[], Timed[]>();

/** The smallest stretches with a time, in order; one ends at the latest where the next one starts. */
function timesOf(locators: readonly Locator[]): Timed[] {
  const known = kept.get(locators);
  if (known) return known;
  const sorted = locators
    .filter(
      (one): one is Locator & { time: number } => one.time !== undefined && one.end > one.start,
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const leaves = sorted.filter((one, index) => (sorted[index + 1]?.start ?? one.end) >= one.end);
  const timed = leaves.map((one, index): Timed => {
    const next = leaves[index + 1];
    const end = one.endTime ?? (next && next.time > one.time ? next.time : null);
    return { start: one.start, end: one.end, time: one.time, endTime: end };
  });
  kept.set(locators, timed);
  return timed;
}

function reckoned({ start, end, time, endTime }: Timed, offset: number, spare: number): number {
  if (endTime === null || endTime - time <= LONG_TURN) return spare < 0 ? time : (endTime ?? time);
  const part = Math.min(1, Math.max(0, (offset - start) / (end - start)));
  const at = time + part * (endTime - time) + spare;
  return Math.round(Math.min(endTime, Math.max(time, at)) * 10) / 10;
}
