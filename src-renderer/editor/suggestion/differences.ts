import { diffArrays } from 'diff';

/*
 * What is different between two rows of units. A unit is a UTF-16 code unit of the text, or the start
 * of a block, which has a number of its own from FIRST_BLOCK on.
 */

export const FIRST_BLOCK = 0x10_0000;

/** Added to a character that is proposed to come, to go: it is not the same as one that is not. */
export const INSERTED = 0x1_0000;
export const DELETED = 0x2_0000;

/** A stretch that was replaced: `start` inclusive, `end` exclusive; either side may be empty. */
export interface Difference {
  before: { start: number; end: number };
  after: { start: number; end: number };
}

/** More units than this on either side count as replaced from end to end. */
const MOST_UNITS = 20_000;
const MOST_EDITS = 600;

/**
 * Finds what was replaced. Words are kept together where several differ.
 *
 * @param caret where the cursor is afterwards, in units: what was typed ends there, so that of several
 *   equal letters the one that was typed is found
 */
export function differences(
  before: readonly number[],
  after: readonly number[],
  caret: number | null = null,
): Difference[] {
  const all = Math.min(before.length, after.length);
  let difference = middle(before, after, all);
  if (caret !== null) {
    const upToCaret = middle(before, after, Math.min(all, Math.max(0, after.length - caret)));
    if (sizeOf(upToCaret) <= sizeOf(difference)) difference = upToCaret;
  }
  const isRemoval = difference.after.start === difference.after.end;
  const isAddition = difference.before.start === difference.before.end;
  if (isRemoval && isAddition) return [];
  if (isRemoval || isAddition) return [difference];
  const stretches = betweenBlocks(before, after, difference);
  return stretches.flatMap((one) => {
    const isEmpty = ({ start, end }: Difference['before']) => start === end;
    if (isEmpty(one.before) && isEmpty(one.after)) return [];
    // Where blocks come and go, words that happen to be the same are not looked for between them.
    if (isEmpty(one.before) || isEmpty(one.after) || hasBlock(before, after, one)) return [one];
    return refine(before, after, wholeWords(before, after, one));
  });
}

const isBlock = (unit: number) => unit >= FIRST_BLOCK;

function hasBlock(before: readonly number[], after: readonly number[], one: Difference): boolean {
  return (
    before.slice(one.before.start, one.before.end).some(isBlock) ||
    after.slice(one.after.start, one.after.end).some(isBlock)
  );
}

/** A difference, parted at the blocks that stayed in it. */
function betweenBlocks(
  before: readonly number[],
  after: readonly number[],
  whole: Difference,
): Difference[] {
  const parted: Difference[] = [];
  let { start: old } = whole.before;
  let { start: now } = whole.after;
  for (let at = old; at < whole.before.end; at++) {
    const unit = before[at] ?? 0;
    if (!isBlock(unit)) continue;
    const there = after.indexOf(unit, now);
    if (there < 0 || there >= whole.after.end) continue;
    parted.push({ before: { start: old, end: at }, after: { start: now, end: there } });
    old = at + 1;
    now = there + 1;
  }
  parted.push({
    before: { start: old, end: whole.before.end },
    after: { start: now, end: whole.after.end },
  });
  return parted;
}

/** What is left between the ends that are the same, of which the second has so many units at most. */
function middle(
  before: readonly number[],
  after: readonly number[],
  mostSuffix: number,
): Difference {
  let suffix = 0;
  while (
    suffix < mostSuffix &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix += 1;
  }
  // What follows is a character's second half: the whole of it differs.
  if (suffix > 0 && isLow(after[after.length - suffix])) suffix -= 1;
  const mostPrefix = Math.min(before.length, after.length) - suffix;
  let prefix = 0;
  while (prefix < mostPrefix && before[prefix] === after[prefix]) prefix += 1;
  if (prefix > 0 && isHigh(after[prefix - 1])) prefix -= 1;
  return {
    before: { start: prefix, end: before.length - suffix },
    after: { start: prefix, end: after.length - suffix },
  };
}

function sizeOf({ before, after }: Difference): number {
  return before.end - before.start + after.end - after.start;
}

function isHigh(unit: number | undefined): boolean {
  return unit !== undefined && (unit & 0xffff) >= 0xd800 && (unit & 0xffff) < 0xdc00;
}

function isLow(unit: number | undefined): boolean {
  return unit !== undefined && (unit & 0xffff) >= 0xdc00 && (unit & 0xffff) < 0xe000;
}

/** Looks for words that stayed between those that differ. */
function refine(
  before: readonly number[],
  after: readonly number[],
  whole: Difference,
): Difference[] {
  const removed = tokensOf(before.slice(whole.before.start, whole.before.end));
  const added = tokensOf(after.slice(whole.after.start, whole.after.end));
  if (removed.length > MOST_UNITS || added.length > MOST_UNITS) return [whole];
  // What is proposed already stays what it is.
  const isMarked = (unit: number) => unit >= INSERTED;
  if (before.slice(whole.before.start, whole.before.end).some(isMarked)) return [whole];
  if (after.slice(whole.after.start, whole.after.end).some(isMarked)) return [whole];
  const parts = diffArrays(removed, added, { maxEditLength: MOST_EDITS });
  if (!parts) return [whole];
  const found: Difference[] = [];
  let [old, now] = [whole.before.start, whole.after.start];
  for (const part of parts) {
    const length = part.value.join('').length;
    const start = { old, now };
    if (!part.added) old += length;
    if (!part.removed) now += length;
    if (!part.added && !part.removed && part.value.some(isKept)) continue;
    const last = found.at(-1);
    if (last && last.before.end === start.old && last.after.end === start.now) {
      last.before.end = old;
      last.after.end = now;
    } else {
      found.push({
        before: { start: start.old, end: old },
        after: { start: start.now, end: now },
      });
    }
  }
  return found;
}

/** Spaces and signs that happen to be the same hold nothing together; words do. */
function isKept(token: string): boolean {
  return WORD.test(token);
}

/** What replaces a part of a word replaces the word. */
function wholeWords(
  before: readonly number[],
  after: readonly number[],
  whole: Difference,
): Difference {
  const one = { before: { ...whole.before }, after: { ...whole.after } };
  const starts = isLetter(before[one.before.start]) || isLetter(after[one.after.start]);
  while (starts && isLetter(before[one.before.start - 1])) {
    one.before.start -= 1;
    one.after.start -= 1;
  }
  const ends = isLetter(before[one.before.end - 1]) || isLetter(after[one.after.end - 1]);
  while (ends && isLetter(before[one.before.end])) {
    one.before.end += 1;
    one.after.end += 1;
  }
  return one;
}

function isLetter(unit: number | undefined): boolean {
  return unit !== undefined && unit < INSERTED && LETTER.test(String.fromCharCode(unit));
}

const WORD = /[\p{L}\p{N}]/u;
/** Halves of characters count: they are never parted. */
const LETTER = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/** Words, and every other sign by itself. */
function tokensOf(units: readonly number[]): string[] {
  const text = units.map((unit) => String.fromCharCode(unit)).join('');
  return text.match(/[\p{L}\p{M}\p{N}]+|[\s\S]/gu) ?? [];
}
