import type { Word } from '../../text/normalise';
import { foreignScale, readNumberWordsIn, readsNumbersOf } from './number-words';

/** A number as words or digits: `3 million`, `twenty-five`, `9 a.m.`, `21st`, `5 per cent`. */
export interface Quantity {
  /** The same for the same quantity however it is written; starts with `#`. */
  key: string;
  /** The currency sign before it, if there is one: it counts among the words. */
  sign: string | null;
  /** How many words it takes up. */
  length: number;
}

const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, place) => [word, (place + 2) * 10]),
);
const SCALES = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const ORDINALS = new Map(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, value) => [word, value]),
);
const ORDINAL_TENS = new Map(
  'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
    .split(' ')
    .map((word, place) => [word, (place + 2) * 10]),
);

/** Decades as they are said; written 80s, '80s and, of the last century, 1980s. */
const DECADES = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, place) => [word, `${(place + 2) * 10}`]),
);

const CURRENCY_SIGNS = new Set(['$', '£', '€', '¥', '₹', '₽']);
const CURRENCY_WORDS = new Map([
  ['dollar', '$'],
  ['dollars', '$'],
  ['pound', '£'],
  ['pounds', '£'],
  ['euro', '€'],
  ['euros', '€'],
  ['yen', '¥'],
  ['rupees', '₹'],
  ['roubles', '₽'],
  ['rubles', '₽'],
]);
/** Letters glued to digits that multiply; `m` alone may be metres and counts only after a currency sign. */
const SCALE_LETTERS = new Map([
  ['k', 1e3],
  ['bn', 1e9],
  ['tn', 1e12],
  ['mn', 1e6],
  ['mln', 1e6],
]);
const DIGITS = /^(-?)(\p{Nd}[\p{Nd}.,:'\s\u00A0\u202F\u2009]*)(.*)$/su;
const ORDINAL_ENDING = /^(?:st|nd|rd|th)$/;
/** Beyond this many digits a JavaScript number would round. */
const MOST_DIGITS = 15;

/**
 * The quantity that begins at a word, or null if none does. `language` (a primary tag) decides
 * what a point or a comma in digits means, and which number words count besides the English ones.
 */
export function readQuantity(words: readonly Word[], at: number, language = 'en'): Quantity | null {
  if (!mayBegin(words[at]?.key ?? '', language)) return null;
  const sign = CURRENCY_SIGNS.has(words[at]?.key ?? '') ? words[at]!.key : null;
  const start = sign ? at + 1 : at;
  const number =
    readDigits(words, start, language, sign !== null) ?? readNumberWords(words, start, language);
  if (!number) return null;
  let next = start + number.length;
  const multiplied = multiply(number.value, words, next, language);
  next += multiplied.length;
  let { unit } = number;
  if (!unit && !sign) {
    const after = words[next]?.key ?? '';
    const percent = PERCENT[`${after} ${words[next + 1]?.key ?? ''}`] ?? PERCENT[after];
    if (percent) {
      unit = '%';
      next += percent;
    } else if (after === 'am' || after === 'pm') {
      unit = after;
      next += 1;
    }
  }
  return { key: `#${multiplied.value}${unit}`, sign, length: next - at };
}

/** A quick look that spares nearly every word the rest. */
function mayBegin(key: string, language: string): boolean {
  const first = key.charCodeAt(0);
  const isLetter = (first >= 0x61 && first <= 0x7a) || (first >= 0xc0 && first < 0x250);
  return !isLetter || readsNumbersOf(language) || FIRST_WORDS.has(key);
}
const FIRST_WORDS = new Set([
  ...UNITS.keys(),
  ...TENS.keys(),
  ...ORDINALS.keys(),
  ...ORDINAL_TENS.keys(),
  ...DECADES.keys(),
  'a',
  'an',
]);

/** How a hundredth is written, each with its number of words. Percentage points are something else. */
const PERCENT: Record<string, number> = {
  '%': 1,
  percent: 1,
  pct: 1,
  prozent: 1,
  'per cent': 2,
  'pour cent': 2,
  'por ciento': 2,
};

/** The sign of a currency that a word names, or null. */
export function currencyOf(key: string): string | null {
  return CURRENCY_WORDS.get(key) ?? null;
}

interface NumberRead {
  /** A plain decimal, or the digits as they stand where they are no plain number. */
  value: string;
  unit: string;
  length: number;
}

function readDigits(
  words: readonly Word[],
  at: number,
  language: string,
  afterCurrency: boolean,
): NumberRead | null {
  const match = DIGITS.exec(words[at]?.key ?? '');
  if (!match) return null;
  // "3%-5%": a hyphen right behind something is no minus.
  const joined = words[at - 1] !== undefined && words[at - 1]?.end === words[at]?.start;
  const value = `${joined && !afterCurrency ? '' : match[1]}${plainDigits(match[2]!, language)}`;
  const letters = match[3]!;
  const century = letters === 's' ? /^19(\d0)$/.exec(value) : null;
  if (century) return { value: century[1]!, unit: 's', length: 1 };
  if (ORDINAL_ENDING.test(letters)) return { value, unit: 'th', length: 1 };
  const factor = afterCurrency && letters === 'm' ? 1e6 : SCALE_LETTERS.get(letters);
  if (factor) return { value: times(value, factor), unit: '', length: 1 };
  return { value, unit: letters, length: 1 };
}

/** Digits without separators of thousands, with a point for the decimals. */
function plainDigits(written: string, language: string): string {
  const commaDecimals = /^(?:de|fr|es|it|pt|nl|sv|ru|cs|pl)$/.test(language);
  const thousands = commaDecimals
    ? /^\p{Nd}{1,3}(?:[.'\s\u00A0\u202F\u2009]\p{Nd}{3})+(?:,\p{Nd}+)?$/u
    : /^\p{Nd}{1,3}(?:[,'\s\u00A0\u202F\u2009]\p{Nd}{3})+(?:\.\p{Nd}+)?$/u;
  let digits = written;
  if (thousands.test(digits)) {
    digits = digits.replace(commaDecimals ? /[^\p{Nd},]/gu : /[^\p{Nd}.]/gu, '');
  }
  if (commaDecimals) digits = digits.replace(/^(\p{Nd}+),(\p{Nd}+)$/u, '$1.$2');
  return /^\d+\.\d+$/.test(digits) ? digits.replace(/\.?0+$/, '') : digits;
}

function times(value: string, factor: number): string {
  const plain = /^-?\d+(?:\.\d+)?$/.test(value) && value.length <= MOST_DIGITS;
  if (!plain) return `${value}e${factor}`;
  return String(Math.round(Number(value) * factor * 1e6) / 1e6);
}

/** Applies the scale words that follow a number: `3.5 million`, `ten thousand`. */
function multiply(
  value: string,
  words: readonly Word[],
  at: number,
  language: string,
): { value: string; length: number } {
  let result = value;
  let length = 0;
  for (;;) {
    const factor = scaleOf(words[at + length]?.key, language);
    if (!factor) return { value: result, length };
    result = times(result, factor);
    length++;
  }
}

function scaleOf(key: string | undefined, language = 'en'): number | undefined {
  if (key === undefined) return undefined;
  if (readsNumbersOf(language)) return foreignScale(key, language);
  return key === 'hundred' ? 100 : SCALES.get(key);
}

/** Reads English number words (`two hundred and five`, `nineteen ninety-nine`, `three point five`). */
function readNumberWords(words: readonly Word[], at: number, language: string): NumberRead | null {
  const first = words[at]?.key ?? '';
  if (readsNumbersOf(language)) {
    const read = readNumberWordsIn(language, (place) => words[at + place]?.key ?? '');
    return read && { value: String(read.value), unit: '', length: read.length };
  }
  const decade = DECADES.get(first);
  if (decade) return { value: decade, unit: 's', length: 1 };

  let length = 0;
  let total = 0;
  let current: number | null = null;
  if ((first === 'a' || first === 'an') && scaleOf(words[at + 1]?.key)) {
    current = 1;
    length = 1;
  }
  for (;;) {
    const key = words[at + length]?.key ?? '';
    const small = UNITS.get(key) ?? TENS.get(key);
    const ordinal = ORDINALS.get(key) ?? ORDINAL_TENS.get(key);
    if (small !== undefined && fitsAfter(current, total, small)) {
      current = (current ?? 0) + small;
    } else if (small !== undefined && isCentury(current, total) && small >= 10) {
      current = current! * 100 + small;
    } else if (ordinal !== undefined && fitsAfter(current, total, ordinal)) {
      return { value: String(total + (current ?? 0) + ordinal), unit: 'th', length: length + 1 };
    } else if (key === 'hundred' && current !== null && current > 0 && current < 100) {
      current *= 100;
    } else if (SCALES.has(key) && current !== null && current > 0) {
      total += current * SCALES.get(key)!;
      current = 0;
    } else if (key === 'and' && current !== null && isJoint(words, at + length, total + current)) {
      // "two hundred and five"
    } else {
      break;
    }
    length++;
  }
  if (current === null || length === 0) return null;
  let value = String(total + current);
  if (words[at + length]?.key === 'point') {
    let decimals = '';
    let digit = UNITS.get(words[at + length + 1]?.key ?? '');
    while (digit !== undefined && digit < 10) {
      decimals += digit;
      digit = UNITS.get(words[at + length + 1 + decimals.length]?.key ?? '');
    }
    if (decimals) {
      value += `.${decimals}`;
      length += 1 + decimals.length;
    }
  }
  return { value, unit: '', length };
}

/** Whether a number word can continue the number so far: "twenty five", not "five twenty". */
function fitsAfter(current: number | null, total: number, next: number): boolean {
  if (current === null) return true;
  if (current === 0) return total > 0;
  if (current % 100 === 0) return next > 0;
  return current % 100 >= 20 && current % 10 === 0 && next > 0 && next < 10;
}

/** "nineteen" as in "nineteen ninety-nine". */
function isCentury(current: number | null, total: number): boolean {
  return total === 0 && current !== null && current > 10 && current <= 20;
}

function isJoint(words: readonly Word[], at: number, soFar: number): boolean {
  const next = words[at + 1]?.key ?? '';
  return soFar > 0 && soFar % 100 === 0 && (UNITS.has(next) || TENS.has(next));
}

/** Single letters are left out: I is no one, and X may be a name. */
const ROMAN = new Map([
  ['II', 2],
  ['III', 3],
  ['IV', 4],
  ['VI', 6],
  ['VII', 7],
  ['VIII', 8],
  ['IX', 9],
  ['XI', 11],
  ['XII', 12],
]);

/** The number that capital Roman numerals stand for, as the key of a quantity; otherwise null. */
export function romanQuantity(word: Word): string | null {
  const value = ROMAN.get(word.text);
  return value === undefined ? null : `#${value}`;
}
