import type { Locator } from '../model/source';
import type { Span } from '../model/span';
import { alignWords } from '../text/align-words';
import { tokenise, type Word } from '../text/normalise';
import type { WordDiffRun } from '../text/word-diff';

/** The words of one version of a source, read for comparing. */
export interface VersionText {
  text: string;
  locators: readonly Locator[];
  words: readonly Word[];
  keys: readonly string[];
  /** Where each word stands, by its key. */
  places: ReadonlyMap<string, readonly number[]>;
}

/** Two versions of a source, word beside word. */
export interface VersionPair {
  from: VersionText;
  to: VersionText;
  runs: readonly WordDiffRun[];
  /** By word of `from`: the word of `to` that it became; -1 where it is gone. */
  counterparts: Int32Array;
}

/** Reads a version. Words are the same when their letters are: case and typography do not count. */
export function readVersion(text: string, locators: readonly Locator[]): VersionText {
  const words = tokenise(text);
  const keys = words.map((word) => word.key);
  const places = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) {
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  return { text, locators, words, keys, places };
}

/** Lays two versions of a source beside each other. */
export function pairVersions(from: VersionText, to: VersionText): VersionPair {
  const runs = alignWords(from.keys, to.keys);
  const counterparts = new Int32Array(from.words.length).fill(-1);
  for (const run of runs) {
    if (run.type !== 'same') continue;
    for (let at = run.from.start; at < run.from.end; at++) {
      counterparts[at] = at - run.from.start + run.to.start;
    }
  }
  return { from, to, runs, counterparts };
}

/** The words that a stretch has a letter of: from `first` up to `end` (exclusive). */
export function wordsIn(words: readonly Word[], span: Span): { first: number; end: number } {
  const first = firstWhere(words, (word) => word.end > span.start);
  return {
    first,
    end: Math.max(
      first,
      firstWhere(words, (word) => word.start >= span.end),
    ),
  };
}

/** The number of the first word of which something holds that holds of all words behind it. */
function firstWhere(words: readonly Word[], holds: (word: Word) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(words[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Marks that stand right before a word (an opening quotation mark, a bracket), at most `most`. */
export function startWithMarks(text: string, start: number, most: number): number {
  let at = start;
  while (start - at < most && at > 0 && isMark(text[at - 1]!)) at--;
  return at;
}

/** Marks that stand right behind a word (a stop, a closing quotation mark), at most `most`. */
export function endWithMarks(text: string, end: number, most: number): number {
  let at = end;
  while (at - end < most && at < text.length && isMark(text[at]!)) at++;
  return at;
}

function isMark(character: string): boolean {
  return !/[\s\p{L}\p{N}]/u.test(character);
}
