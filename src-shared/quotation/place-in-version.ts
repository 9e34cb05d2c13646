import type { Span } from '../model/span';
import { endWithMarks, startWithMarks, type VersionPair, wordsIn } from './version-pair';

/** Something this much longer than the passage is more than what became of it. */
const MOST_TIMES = 3;
const MOST_MORE = 12;

/**
 * What stands in the other version where a passage was: from what became of the word before it to what
 * became of the word behind it. Null where nothing is left there, or a whole page came in.
 */
export function placeInVersion(
  { from, to, counterparts }: VersionPair,
  passage: Span,
): Span | null {
  const { first, end } = wordsIn(from.words, passage);
  if (end === first) return null;

  const inside = Array.from(counterparts.subarray(first, end)).filter((at) => at >= 0);
  let start = counterparts[first]!;
  for (let at = first - 1; start < 0 && at >= 0; at--) {
    if (counterparts[at]! >= 0) start = counterparts[at]! + 1;
  }
  if (start < 0) start = 0;
  let stop = counterparts[end - 1]! >= 0 ? counterparts[end - 1]! + 1 : -1;
  for (let at = end; stop < 0 && at < counterparts.length; at++) {
    if (counterparts[at]! >= 0) stop = counterparts[at]!;
  }
  if (stop < 0) stop = to.words.length;

  const most = MOST_TIMES * (end - first) + MOST_MORE;
  if (stop - start > most && inside.length > 0) {
    start = Math.min(...inside);
    stop = Math.max(...inside) + 1;
  }
  if (stop <= start || stop - start > most) return null;
  const [oldFirst, oldLast] = [from.words[first]!, from.words[end - 1]!];
  return {
    start: startWithMarks(
      to.text,
      to.words[start]!.start,
      Math.max(0, oldFirst.start - passage.start),
    ),
    end: endWithMarks(to.text, to.words[stop - 1]!.end, Math.max(0, passage.end - oldLast.end)),
  };
}
