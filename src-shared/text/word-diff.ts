import { diffArrays } from 'diff';
import type { Word } from './normalise';

/**
 * A run of words that are in both lists, in the first only, or in the second only. `from` and `to`
 * are half-open ranges of word numbers in the first and second list; the range of the list that
 * does not have them is empty and says where they would stand.
 */
export interface WordDiffRun {
  type: 'same' | 'removed' | 'added';
  from: { start: number; end: number };
  to: { start: number; end: number };
}

/** Beyond so many differing words the middle of two texts counts as replaced altogether: the cost
 * of a minimal diff grows with the square of their number. */
const MOST_DIFFERENCES = 2000;

/**
 * The word diff between two lists of words, as runs in reading order that together cover both
 * lists. Where words are replaced, the removed run comes before the added one.
 * Words are the same when their keys are (typography and case do not count).
 */
export function diffWords(from: readonly Word[], to: readonly Word[]): WordDiffRun[] {
  return diffKeys(
    from.map((word) => word.key),
    to.map((word) => word.key),
  );
}

/**
 * The same as `diffWords`, for lists of keys. With more than `mostDifferences` words removed and added
 * between the first and the last common ones, everything between counts as replaced.
 */
export function diffKeys(
  from: readonly string[],
  to: readonly string[],
  mostDifferences = MOST_DIFFERENCES,
): WordDiffRun[] {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) {
    tail++;
  }

  const runs: WordDiffRun[] = [];
  let fromAt = 0;
  let toAt = 0;
  const push = (type: WordDiffRun['type'], fromCount: number, toCount: number) => {
    if (fromCount + toCount === 0) return;
    runs.push({
      type,
      from: { start: fromAt, end: fromAt + fromCount },
      to: { start: toAt, end: toAt + toCount },
    });
    fromAt += fromCount;
    toAt += toCount;
  };

  push('same', head, head);
  const fromMiddle = from.slice(head, from.length - tail);
  const toMiddle = to.slice(head, to.length - tail);
  const changes =
    fromMiddle.length > 0 && toMiddle.length > 0
      ? diffArrays(fromMiddle, toMiddle, { maxEditLength: mostDifferences })
      : undefined;
  if (changes) {
    for (const change of changes) {
      if (change.removed) push('removed', change.count, 0);
      else if (change.added) push('added', 0, change.count);
      else push('same', change.count, change.count);
    }
  } else {
    push('removed', fromMiddle.length, 0);
    push('added', 0, toMiddle.length);
  }
  push('same', tail, tail);
  return runs;
}
