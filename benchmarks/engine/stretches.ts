import { UNSPACED_SCRIPTS } from '../../src-shared/text/characters';
import { foldPlainly } from './peers';
import type { Random } from './random';

/** A stretch of a text, as its words: a character each in scripts without spaces. */
export interface Stretch {
  /** UTF-16 code units, from the first letter to the last. */
  start: number;
  end: number;
  words: string[];
}

const WORD = new RegExp(
  `[${UNSPACED_SCRIPTS}][^\\s\\p{L}\\p{N}]*|(?:(?![${UNSPACED_SCRIPTS}])\\S)+`,
  'gu',
);
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
const LETTER = /[\p{L}\p{N}]/u;
/** What stands for something else in a quotation, or shows that this is no prose. */
const UNFIT = /[[\]#*_|<>{}=\\@]|\.\s?\.|…|\n\s*\n\s*\n/;

export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

/** The words of a text, with the punctuation that clings to them. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Puts words together again: a space between two, none where the script has none. */
export function joinWords(words: readonly string[]): string {
  let text = '';
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before !== undefined && !(isUnspaced(before) && isUnspaced(word))) text += ' ';
    text += word;
  }
  return text;
}

/** A random stretch of so many words that lies within a paragraph, mostly; null if none was met. */
export function cutStretch(text: string, random: Random, count: number): Stretch | null {
  for (let tries = 0; tries < 300; tries++) {
    const at = random.whole(0, Math.max(0, text.length - count * 6));
    // From a word's first letter: not from the middle of the word that was hit.
    const window = text.slice(at, at + count * 16 + 200);
    const first = at === 0 ? 0 : window.search(isUnspaced(window[0] ?? '') ? /./ : /\s/);
    if (first < 0) continue;
    const words: string[] = [];
    let start = -1;
    let end = -1;
    WORD.lastIndex = first;
    for (let match = WORD.exec(window); match; match = WORD.exec(window)) {
      if (!LETTER.test(match[0])) {
        if (start >= 0) words.push(match[0]);
        continue;
      }
      if (start < 0) start = match.index;
      words.push(match[0]);
      end = match.index + match[0].length;
      if (words.length >= count) break;
    }
    if (words.length < count || start < 0) continue;
    while (start < end && !LETTER.test(window[start]!)) start++;
    while (end > start && !LETTER.test(window[end - 1]!)) end--;
    const stretch = window.slice(start, end);
    if (UNFIT.test(stretch) || stretch.length > count * 14 + 20) continue;
    if (/\n\s*\n/.test(stretch) && random.chance(0.7)) continue;
    return { start: at + start, end: at + end, words: wordsOf(stretch) };
  }
  return null;
}

/** Tells whether words occur once, never or more often in a text, however they are written. */
export class Occurrences {
  private readonly folded: string;

  constructor(text: string) {
    this.folded = ` ${foldPlainly(text)} `;
  }

  /** 0, 1 or 2, which means more than once. */
  count(text: string): number {
    const wanted = foldPlainly(text).trim();
    const first = this.folded.indexOf(wanted);
    if (first < 0) return 0;
    return this.folded.indexOf(wanted, first + 1) < 0 ? 1 : 2;
  }
}
