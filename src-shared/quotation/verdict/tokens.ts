import type { Word } from '../../text/normalise';
import { expandAbbreviation } from './abbreviations';
import { currencyOf, readQuantity } from './numbers';
import { expandWord, type SpokenForm } from './spoken-forms';
import { areWeight } from './weights';

/** How a token is written: as it is compared, or in a form that is first turned into it. */
export type TokenForm = 'plain' | 'number' | 'abbreviation' | SpokenForm;

/**
 * What is compared: one word as it would be said in full. `don't` makes two tokens (do, not) of one
 * word, `twenty-five` one token of two words, `$3` two tokens (3, $) like `3 dollars`.
 */
export interface Token {
  key: string;
  form: TokenForm;
  /** The words it comes from: word numbers, half-open. */
  from: number;
  to: number;
  /** Those words as they are written. */
  written: string;
  /** It is one of several tokens of a word. */
  partial: boolean;
}

export interface TokenOptions {
  /** BCP 47 primary tag; English contractions and abbreviations are read in English only. */
  language: string;
  /** True where a token may not run from the word before into this one. */
  breaksBefore?: (word: number) => boolean;
  /** True for words to be taken as they are. */
  isOpaque?: (word: number) => boolean;
}

/** The tokens of a list of words; `text` is the text that their offsets are into. */
export function readTokens(words: readonly Word[], text: string, options: TokenOptions): Token[] {
  const { language, breaksBefore, isOpaque } = options;
  const tokens: Token[] = [];
  const put = (key: string, form: TokenForm, from: number, to: number, partial = false) => {
    let written = words[from]!.key;
    for (let word = from + 1; word < to; word++) written += ` ${words[word]!.key}`;
    tokens.push({ key, form, from, to, written, partial });
  };
  let at = 0;
  while (at < words.length) {
    const word = words[at]!;
    if (isOpaque?.(at)) {
      put(word.key, 'plain', at, at + 1);
      at++;
      continue;
    }
    const quantity = readQuantity(words, at, language);
    if (quantity && !isBroken(at, at + quantity.length, breaksBefore)) {
      // "one" is mostly no number: "the one who left".
      const form = word.key === 'one' && quantity.length === 1 ? 'plain' : 'number';
      const key = isDayOfMonth(words, at, at + quantity.length)
        ? quantity.key.replace(/th$/, '')
        : quantity.key;
      put(key, form, at, at + quantity.length, quantity.sign !== null);
      if (quantity.sign) put(quantity.sign, 'number', at, at + quantity.length, true);
      at += quantity.length;
      continue;
    }
    const currency =
      tokens.at(-1)?.form === 'number' && !areWeight(words, at) ? currencyOf(word.key) : null;
    if (currency) {
      put(currency, 'number', at, at + 1);
      at++;
      continue;
    }
    const expansion = language === 'en' ? expandWord(word.key) : null;
    const abbreviation = language === 'en' ? expandAbbreviation(words, at, text) : null;
    if (expansion) {
      const partial = expansion.words.length > 1;
      for (const key of expansion.words) put(key, expansion.form, at, at + 1, partial);
    } else if (abbreviation) {
      put(abbreviation, 'abbreviation', at, at + 1);
    } else {
      put(word.key, 'plain', at, at + 1);
    }
    at++;
  }
  return tokens;
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

/** January 5, January 5th, the fifth of January: a day is one number in all of them. */
function isDayOfMonth(words: readonly Word[], from: number, to: number): boolean {
  const next = words[to]?.key === 'of' ? words[to + 1] : words[to];
  return MONTH.test(words[from - 1]?.text ?? '') || MONTH.test(next?.text ?? '');
}

function isBroken(from: number, to: number, breaksBefore: TokenOptions['breaksBefore']): boolean {
  for (let word = from + 1; word < to; word++) {
    if (breaksBefore?.(word)) return true;
  }
  return false;
}

/** True if the token is a number, an amount or a rank. */
export function isNumberToken(token: Token): boolean {
  return token.form === 'number';
}
