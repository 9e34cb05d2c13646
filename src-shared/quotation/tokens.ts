import type { Word } from '../text/normalise';
import { expandAbbreviation } from './abbreviations';
import { readQuantity } from './numbers';
import { expandWord, type SpokenForm } from './spoken-forms';

/** How a token is written: as it is compared, or in a form that is first turned into it. */
export type TokenForm = 'plain' | 'number' | 'abbreviation' | SpokenForm;

/**
 * What is compared: one word as it would be said in full. `don't` makes two tokens (do, not) of one
 * word, `twenty-five` one token of two words.
 */
export interface Token {
  key: string;
  form: TokenForm;
  /** The words it comes from: word numbers, half-open. */
  from: number;
  to: number;
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
  let at = 0;
  while (at < words.length) {
    const word = words[at]!;
    if (isOpaque?.(at)) {
      tokens.push({ key: word.key, form: 'plain', from: at, to: ++at });
      continue;
    }
    const quantity = readQuantity(words, at, language);
    if (quantity && !isBroken(at, at + quantity.length, breaksBefore)) {
      // "one" is mostly no number: "the one who left".
      const form = word.key === 'one' && quantity.length === 1 ? 'plain' : 'number';
      tokens.push({ key: quantity.key, form, from: at, to: at + quantity.length });
      at += quantity.length;
      continue;
    }
    const expansion = language === 'en' ? expandWord(word.key) : null;
    const abbreviation = language === 'en' ? expandAbbreviation(words, at, text) : null;
    if (expansion) {
      for (const key of expansion.words) {
        tokens.push({ key, form: expansion.form, from: at, to: at + 1 });
      }
    } else if (abbreviation) {
      tokens.push({ key: abbreviation, form: 'abbreviation', from: at, to: at + 1 });
    } else {
      tokens.push({ key: word.key, form: 'plain', from: at, to: at + 1 });
    }
    at++;
  }
  return tokens;
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
