import type { Span } from '../model/span';
import type { NotCarried } from '../model/version';
import { isNear, timeAt } from './time-of-passage';
import { endWithMarks, startWithMarks, type VersionPair, wordsIn } from './version-pair';

/** Where a passage stands in another version, or why nobody but an editor can say. */
export type Carried = { span: Span } | { because: NotCarried };

/** As far as this, in words, what stands around a passage is compared. */
const SURROUNDINGS = 64;
/** Fewer words than these, with what stands beside them, do not tell a place. */
const TELLING = 4;
/** A passage that went to another place has to have so many words, */
const MOVED = 5;
/** or so many that went along with it. */
const MOVED_ALONG = 4;
/** What shares this much of its words with a passage may be what became of it. */
const ALIKE = 0.5;

/**
 * Finds a passage of one version of a source in another: the same words in a row, case and typography
 * aside, at the place where they were. Where text before it came or went, or it moved as a whole, it is
 * followed; where a word in it changed, where it could be two places, where only a lookalike is left,
 * or (in a recording) where it is more than 5 seconds away, it is not.
 */
export function carryPassage(pair: VersionPair, passage: Span): Carried {
  const { from, to } = pair;
  const { first, end } = wordsIn(from.words, passage);
  const count = end - first;
  if (count === 0) return { because: 'changed' };

  const everywhere = occurrences(to, from, first, count);
  if (everywhere.length === 0) return { because: 'changed' };
  const found = everywhere.filter((at) => isInTime(pair, first, at));
  if (found.length === 0) return { because: 'other-time' };

  const ranked = found
    .map((at) => ({ at, fit: fitOf(pair, first, at, count) }))
    .sort((a, b) => b.fit.total - a.fit.total);
  const best = ranked[0]!;
  if (ranked[1] && ranked[1].fit.total === best.fit.total) return { because: 'several-places' };
  // Another place of the older version may be where these words come from.
  const others = occurrences(from, from, first, count).filter((at) => at !== first);
  const isTaken = others.some((at) => fitOf(pair, at, best.at, count).total >= best.fit.total);
  if (isTaken) return { because: 'lookalike' };
  if (
    !isSamePlace(pair, {
      first,
      count,
      best,
      isAlone: others.length === 0 && everywhere.length === 1,
    })
  ) {
    return { because: 'lookalike' };
  }
  return { span: spanOf(pair, passage, { first, count, at: best.at }) };
}

/** The first words of every place that has these words in a row. */
function occurrences(
  within: VersionPair['to'],
  of: VersionPair['from'],
  first: number,
  count: number,
): number[] {
  let rarest = 0;
  let places: readonly number[] | undefined;
  for (let word = 0; word < count; word++) {
    const known = within.places.get(of.keys[first + word]!);
    if (!known) return [];
    if (!places || known.length < places.length) {
      rarest = word;
      places = known;
    }
  }
  return (places ?? []).flatMap((place) => {
    const at = place - rarest;
    if (at < 0 || at + count > within.keys.length) return [];
    for (let word = 0; word < count; word++) {
      if (within.keys[at + word] !== of.keys[first + word]) return [];
    }
    return [at];
  });
}

interface Fit {
  /** How many words right before and right after are the same; the ends of the texts count as such. */
  before: number;
  after: number;
  total: number;
}

function fitOf({ from, to }: VersionPair, first: number, at: number, count: number): Fit {
  const before = sameBefore(from.keys, first, to.keys, at);
  const after = sameAfter(from.keys, first + count, to.keys, at + count);
  return { before, after, total: before + after };
}

function sameBefore(
  a: readonly string[],
  aEnd: number,
  b: readonly string[],
  bEnd: number,
): number {
  let same = 0;
  while (same < SURROUNDINGS && same < aEnd && same < bEnd) {
    if (a[aEnd - 1 - same] !== b[bEnd - 1 - same]) return same;
    same++;
  }
  return same === aEnd && same === bEnd ? SURROUNDINGS : same;
}

function sameAfter(
  a: readonly string[],
  aStart: number,
  b: readonly string[],
  bStart: number,
): number {
  let same = 0;
  while (same < SURROUNDINGS && aStart + same < a.length && bStart + same < b.length) {
    if (a[aStart + same] !== b[bStart + same]) return same;
    same++;
  }
  return aStart + same === a.length && bStart + same === b.length ? SURROUNDINGS : same;
}

interface Choice {
  first: number;
  count: number;
  best: { at: number; fit: Fit };
  /** These words stand at one place in each version. */
  isAlone: boolean;
}

/** Whether the place that fits best is the one where the passage was, or where it went as a whole. */
function isSamePlace(pair: VersionPair, choice: Choice): boolean {
  if (hasRemains(pair, choice)) return false;
  const { first, count, best, isAlone } = choice;
  const mapped = Array.from(pair.counterparts.subarray(first, first + count));
  const inPlace = mapped.every((at, word) => at === best.at + word);
  if (inPlace) return Math.min(count, TELLING) + best.fit.total >= TELLING;
  // Words of it that are still at their old place speak against its having gone.
  const isGone = mapped.every((at) => at < 0) && !isReplaced(pair, first, count);
  if (!isGone) return false;
  return isAlone && count >= MOVED ? true : best.fit.total >= MOVED_ALONG;
}

/** True where other words stand in place of a stretch that is gone. */
function isReplaced({ runs }: VersionPair, first: number, count: number): boolean {
  const index = runs.findIndex(
    ({ type, from }) => type === 'removed' && from.start <= first && from.end >= first + count,
  );
  if (index < 0) return true;
  const wasAround = runs[index]!.from;
  // More went than the passage: what came instead may be another paragraph's successor.
  const isAlone = wasAround.end - wasAround.start < 2 * count;
  return isAlone && (runs[index - 1]?.type === 'added' || runs[index + 1]?.type === 'added');
}

/**
 * Whether something else stands where the passage was, better placed than the words that were found:
 * behind what stood before it, or before what stood behind it, and alike; or between the two.
 */
function hasRemains({ from, to }: VersionPair, { first, count, best }: Choice): boolean {
  const isApart = (at: number, length: number) => at + length <= best.at || at >= best.at + count;
  const end = first + count;
  const room = 2 * count + 2;
  // A word on either side is chance where the passage itself is long.
  const enough = count >= MOVED ? TELLING : 2;

  const lefts =
    first === 0 ? [0] : (to.places.get(from.keys[first - 1]!) ?? []).map((at) => at + 1);
  for (const left of lefts) {
    const before = sameBefore(from.keys, first, to.keys, left);
    if (before <= best.fit.before) continue;
    if (isApart(left, count) && likeness(from.keys, first, end, to.keys, left) >= ALIKE)
      return true;
    for (let length = 1; length <= room && left + length <= to.keys.length; length++) {
      const after = sameAfter(from.keys, end, to.keys, left + length);
      const isBetween = after > 0 && after >= best.fit.after && isApart(left, length);
      if (isBetween && before + after >= enough) return true;
    }
  }
  const rights =
    end === from.keys.length ? [to.keys.length] : (to.places.get(from.keys[end]!) ?? []);
  return rights.some((right) => {
    const after = sameAfter(from.keys, end, to.keys, right);
    const start = Math.max(0, right - count);
    return (
      after > best.fit.after &&
      isApart(start, right - start) &&
      likeness(from.keys, first, end, to.keys, start) >= ALIKE
    );
  });
}

/** The share of words `first` to `end` that are among as many from `at` on, each counted once. */
function likeness(
  a: readonly string[],
  first: number,
  end: number,
  b: readonly string[],
  at: number,
): number {
  const left = b.slice(at, at + end - first);
  let shared = 0;
  for (let word = first; word < end; word++) {
    const place = left.indexOf(a[word]!);
    if (place < 0) continue;
    left.splice(place, 1);
    shared++;
  }
  return shared / (end - first);
}

function isInTime({ from, to }: VersionPair, first: number, at: number): boolean {
  const before = timeAt(from.locators, from.words[first]!.start);
  const after = timeAt(to.locators, to.words[at]!.start);
  return before === null || after === null || isNear(before, after);
}

/** The stretch in the new text, with as many marks at its ends as the passage had. */
function spanOf(
  { from, to }: VersionPair,
  passage: Span,
  { first, count, at }: { first: number; count: number; at: number },
): Span {
  const [oldFirst, oldLast] = [from.words[first]!, from.words[first + count - 1]!];
  const [newFirst, newLast] = [to.words[at]!, to.words[at + count - 1]!];
  const before = Math.max(0, oldFirst.start - passage.start);
  const after = Math.max(0, passage.end - oldLast.end);
  return {
    start: startWithMarks(to.text, newFirst.start, before),
    end: endWithMarks(to.text, newLast.end, after),
  };
}
