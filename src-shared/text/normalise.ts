import {
  APOSTROPHES,
  DASHES,
  INVISIBLE_CHARACTER,
  LETTER_FORMS,
  QUOTATION_MARKS,
  UNSPACED_SCRIPTS,
} from './characters';
import { afterLineEndHyphen } from './word-hashes';

/** A text with its typography levelled, and where each of its code units comes from. */
export interface FoldedText {
  text: string;
  /**
   * By UTF-16 code unit of `text`: where the character it stands for starts in the original. One
   * more entry than `text` has units; the last is the length of the original.
   */
  offsets: Uint32Array;
}

export interface FoldOptions {
  /** Lower case too. */
  case?: boolean;
  /** Without diacritics too, as a search wants it. Never for a verdict: José is not Jose. */
  diacritics?: boolean;
}

const SKIPPED = new RegExp(INVISIBLE_CHARACTER, 'uy');
const ALL_INVISIBLES = new RegExp(INVISIBLE_CHARACTER, 'gu');
const LETTER_WITH_MARKS = /\p{L}\p{M}+/uy;
const IS_WORD_CHARACTER = /[\p{L}\p{N}]/u;
const IS_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`);
const IS_QUOTATION_MARK = new RegExp(`[${QUOTATION_MARKS}]`);
const IS_SPACE = /\s/;
/** A dash with the space around it; two or three hyphens, or one with space on both sides, count. */
const DASH = new RegExp(`\\s{0,9}(?:[${DASHES}]+|-{2,3}(?!-))\\s{0,9}|\\s{1,9}-\\s{1,9}`, 'uy');
const DIACRITICS = /\p{M}/gu;

/**
 * Levels the typography of a text: every quotation mark becomes `"`, every apostrophe `'`, a dash
 * `—` without space around it; white space becomes one space; invisible characters and the hyphen
 * at a line end go; ligatures and long s become plain letters; letters are composed (NFC).
 * Numbers and symbols such as ½ and m² stay.
 */
export function foldText(original: string, options: FoldOptions = {}): FoldedText {
  let text = '';
  const offsets: number[] = [];
  const put = (letters: string, from: number) => {
    for (let index = 0; index < letters.length; index++) offsets.push(from);
    text += letters;
  };
  let at = 0;
  while (at < original.length) {
    const skipped = matchAt(SKIPPED, original, at);
    if (skipped) {
      const next = skipped === '\u00AD' ? afterLineEndHyphen(original, at) : 0;
      at = next || at + skipped.length;
      continue;
    }
    const dash = matchAt(DASH, original, at);
    if (dash) {
      put('—', at);
      at += dash.length;
      continue;
    }
    const character = String.fromCodePoint(original.codePointAt(at)!);
    if ((character === '-' || character === '\u2010') && at > 0) {
      const next = IS_WORD_CHARACTER.test(original[at - 1]!) ? afterLineEndHyphen(original, at) : 0;
      put(next ? '' : '-', at);
      at = next || at + 1;
      continue;
    }
    if (IS_SPACE.test(character)) {
      if (!text.endsWith(' ')) put(' ', at);
      at += 1;
      continue;
    }
    if (IS_QUOTATION_MARK.test(character)) {
      put(isApostrophe(original, at) ? "'" : '"', at);
      at += 1;
      continue;
    }
    const letters = matchAt(LETTER_WITH_MARKS, original, at) ?? character;
    put(foldLetters(letters, options), at);
    at += letters.length;
  }
  offsets.push(original.length);
  return { text, offsets: Uint32Array.from(offsets) };
}

function foldLetters(letters: string, options: FoldOptions): string {
  const visible = letters.length > 1 ? letters.replace(ALL_INVISIBLES, '') : letters;
  let folded = LETTER_FORMS.get(visible) ?? visible;
  folded = options.diacritics
    ? folded.normalize('NFD').replace(DIACRITICS, '').normalize('NFC')
    : folded.normalize('NFC');
  return options.case ? folded.toLowerCase() : folded;
}

/** Between two letters or digits it is an apostrophe (`don’t`); elsewhere nobody can tell it from a
 * quotation mark, and it is taken for one. */
function isApostrophe(text: string, at: number): boolean {
  return (
    IS_APOSTROPHE.test(text[at]!) &&
    at > 0 &&
    at + 1 < text.length &&
    IS_WORD_CHARACTER.test(text[at - 1]!) &&
    IS_WORD_CHARACTER.test(text[at + 1]!)
  );
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] || undefined;
}

/** A word of a text. */
export interface Word {
  /** Where it stands in the original text: UTF-16 code units, `end` exclusive. */
  start: number;
  end: number;
  /** Its letters with the typography levelled: composed, with straight apostrophes, unbroken. */
  text: string;
  /** `text` in lower case: what counts as the same word. Diacritics stay. */
  key: string;
  /** It was broken by a hyphen at the end of a line, which may or may not belong to it. */
  broken: boolean;
}

const INVISIBLES = `(?:${INVISIBLE_CHARACTER})*`;
const LETTER = `(?:[\\p{L}\\p{Nl}]\\p{M}*${INVISIBLES})`;
const LETTER_OR_DIGIT = `(?:[\\p{L}\\p{Nl}\\p{Nd}]\\p{M}*${INVISIBLES})`;
const BREAK = '(?:[-\\u2010\\u00AD][\\t \\u00A0]*\\r?\\n[\\t \\u00A0]*(?=\\p{Ll}))';
/** Marks of emphasis within a word, `**T**he`: no letter of it. */
const EMPHASIS = '(?:(?<=\\p{L})[*_]{1,3}(?=\\p{L}))';

/**
 * In this order: a number with its separators and what is glued to it (`1,000`, `9am`, `3.5m`);
 * a character of a script without spaces; an initialism with points; a word; a raised number; a
 * symbol that is said aloud.
 */
const WORD = new RegExp(
  [
    `(?:(?<![\\p{L}\\p{N}])[-\\u2212])?(?:\\p{Nd}{1,3}(?:[ \\u00A0\\u202F\\u2009]\\p{Nd}{3})+(?![\\p{Nd}])|\\p{Nd}+(?:[.,:'\\u2019](?=\\p{Nd})\\p{Nd}+)*)(?:${LETTER_OR_DIGIT}+)?`,
    `[${UNSPACED_SCRIPTS}]\\p{M}*`,
    `\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])\\.?`,
    `${LETTER}${LETTER_OR_DIGIT}*(?:(?:[${APOSTROPHES}](?=\\p{L})|${EMPHASIS}|${BREAK})${LETTER_OR_DIGIT}+)*`,
    '[\\u00B9\\u00B2\\u00B3\\u2070\\u2074-\\u2079]+',
    '[%\\u2030\\u00B0$\\u00A3\\u20AC\\u00A5\\u20BD\\u20B9&+=\\u00A7@\\u00BC-\\u00BE\\u2150-\\u215E]',
  ].join('|'),
  'gu',
);

const NEEDS_CLEANING = new RegExp(`[^\\p{ASCII}]|[*_\\n\`\\u00B4]|${INVISIBLE_CHARACTER}`, 'u');
const ALL_BREAKS = new RegExp(BREAK, 'gu');
const ALL_APOSTROPHES = new RegExp(`[${APOSTROPHES}]`, 'g');
const ALL_LETTER_FORMS = new RegExp(`[${[...LETTER_FORMS.keys()].join('')}]`, 'g');
const INITIALISM = /^\p{L}(?:\.\p{L})+\.?$/u;

/**
 * The words of a text in order: words, numbers, and symbols that are said aloud (%, $, &).
 * `from` and `to` limit the stretch that is read; offsets are into the whole text.
 * Scripts without spaces yield a word for each character.
 */
export function tokenise(text: string, from = 0, to = text.length): Word[] {
  const stretch = from === 0 && to === text.length ? text : text.slice(from, to);
  const words: Word[] = [];
  for (const match of stretch.matchAll(WORD)) {
    const start = from + match.index;
    words.push(wordAt(match[0], start, start + match[0].length));
  }
  return words;
}

/** The word that these letters make; `start` and `end` say where they stand. */
export function wordAt(letters: string, start: number, end: number): Word {
  let text = letters;
  let broken = false;
  if (NEEDS_CLEANING.test(letters)) {
    text = letters.replace(ALL_BREAKS, '');
    broken = text.length !== letters.length;
    text = text
      .replace(ALL_INVISIBLES, '')
      .replace(/[*_]/g, '')
      .replace(ALL_LETTER_FORMS, (form) => LETTER_FORMS.get(form)!)
      .replace(ALL_APOSTROPHES, "'")
      .replace(/\u2212/g, '-')
      .normalize('NFC');
  }
  // The points of an initialism are punctuation: U.S. and US are one word.
  if (INITIALISM.test(text)) text = text.replace(/\./g, '');
  return { start, end, text, key: text.toLowerCase(), broken };
}
