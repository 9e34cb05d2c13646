import type { Locator } from '../model/source';
import type { Span } from '../model/span';
import { endWithMarks, startWithMarks, type VersionPair, wordsIn } from '../quotation/version-pair';

/**
 * The locators of a text for one that was made from it by correcting words: each page, turn, subtitle
 * and paragraph keeps the words that became of its own, with what was put in between. A speaker whose
 * label was corrected is called by the new one.
 */
export function carryLocators(pair: VersionPair): Locator[] {
  const { from, to } = pair;
  let turn: { before: string; now: string } | null = null;
  return from.locators.flatMap((locator) => {
    const span = carriedSpan(pair, locator);
    if (!span) return [];
    const { speaker } = locator;
    if (speaker === undefined) return [{ ...locator, ...span }];
    if (labelOf(from.text, locator.start) === speaker) {
      turn = { before: speaker, now: labelOf(to.text, span.start) ?? speaker };
    }
    // Later parts of a turn have no label of their own.
    return [{ ...locator, ...span, speaker: turn?.before === speaker ? turn.now : speaker }];
  });
}

/**
 * Times and pages for a text that came without them, from those of another version: a paragraph was
 * said when its first word was. Locators that know their time, or their page, keep it.
 */
export function adoptPlaces(pair: VersionPair, locators: readonly Locator[]): Locator[] {
  const { from, to } = pair;
  const back = new Int32Array(to.words.length).fill(-1);
  for (const [at, other] of pair.counterparts.entries()) if (other >= 0) back[other] = at;
  const isLacking = (key: 'time' | 'page') =>
    from.locators.some((one) => one[key] !== undefined) &&
    locators.every((one) => one[key] === undefined);
  const lacks = { time: isLacking('time'), page: isLacking('page') };
  if (!lacks.time && !lacks.page) return [...locators];
  return locators.map((locator) => {
    const { first, end } = wordsIn(to.words, locator);
    const inside = Array.from(back.subarray(first, end)).filter((at) => at >= 0);
    const [opening, closing] = [inside[0], inside.at(-1)];
    if (opening === undefined || closing === undefined) return locator;
    const whereOf = (at: number, key: 'time' | 'page') =>
      from.locators.findLast(
        (one) =>
          one[key] !== undefined &&
          one.start <= from.words[at]!.start &&
          from.words[at]!.start < one.end,
      );
    const time = lacks.time ? whereOf(opening, 'time')?.time : undefined;
    const endTime = lacks.time ? whereOf(closing, 'time')?.endTime : undefined;
    const page = lacks.page ? whereOf(opening, 'page')?.page : undefined;
    return {
      ...locator,
      ...(time === undefined ? {} : { time }),
      ...(time === undefined || endTime === undefined ? {} : { endTime }),
      ...(page === undefined ? {} : { page }),
    };
  });
}

function carriedSpan(pair: VersionPair, locator: Span): Span | null {
  const { from, to } = pair;
  const { first, end } = wordsIn(from.words, locator);
  if (end === first) return null;
  const newFirst = boundary(pair, first);
  const newEnd = boundary(pair, end);
  if (newEnd <= newFirst) return null;
  const before = Math.max(0, from.words[first]!.start - locator.start);
  const behind = locator.end - from.words[end - 1]!.end;
  return {
    start: startWithMarks(to.text, to.words[newFirst]!.start, before),
    // A corrected sentence may end in another mark, or in more of them.
    end: endWithMarks(to.text, to.words[newEnd - 1]!.end, behind > 0 ? behind + MORE_MARKS : 0),
  };
}

const MORE_MARKS = 2;

/** How a word begins: a line, a sentence, or neither. */
type Beginning = 0 | 1 | 2;

/**
 * The word of the new text before which the boundary before a word of the old one stands. Among what
 * was put in there, or came in place of what is gone, it is where a line or a sentence begins if one
 * did before; else after as large a share of it.
 */
function boundary({ from, to, counterparts }: VersionPair, word: number): number {
  if (word >= from.words.length) return to.words.length;
  let before = word - 1;
  while (before >= 0 && counterparts[before]! < 0) before--;
  let after = word;
  while (after < counterparts.length && counterparts[after]! < 0) after++;
  const low = before < 0 ? 0 : counterparts[before]! + 1;
  const high = after < counterparts.length ? counterparts[after]! : to.words.length;
  const isThere = after === word;
  const gone = after - before - 1;
  const share = gone > 0 ? (word - before - 1) / gone : 1;
  const guess = isThere ? high : low + Math.round(share * (high - low));
  for (let wanted = beginningOf(from, word); wanted > 0; wanted--) {
    let best = -1;
    for (let at = low; at <= high && at < to.words.length; at++) {
      const isNearer = best < 0 || Math.abs(at - guess) < Math.abs(best - guess);
      if (beginningOf(to, at) >= wanted && isNearer) best = at;
    }
    if (best >= 0) return best;
  }
  return guess;
}

function beginningOf({ text, words }: VersionPair['to'], word: number): Beginning {
  const gap = text.slice(words[word - 1]?.end ?? 0, words[word]?.start ?? text.length);
  if (word === 0 || gap.includes('\n')) return 2;
  // What follows a label begins too.
  return /[.!?…:。！？：]/u.test(gap) ? 1 : 0;
}

const LABEL = /^([^:\n]{1,60}?)\s*:(?:\s|$)/u;

/** What the line of an offset begins with, if it is a label. */
function labelOf(text: string, offset: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return LABEL.exec(line)?.[1] ?? null;
}
