import { isStemCorrection } from './misspelt-stems';
import { MISSPELLINGS, REGIONAL_SPELLINGS } from './spelling-words';

/** What makes two differently written words the same word. */
export type SpellingRelation =
  /** The source's misspelling, put right. */
  | 'correction'
  /** British and American, Swiss and German. */
  | 'regional'
  /** The same letters with other accents. */
  | 'diacritics'
  /** With or without an apostrophe. */
  | 'apostrophe';

const AMERICAN_TO_BRITISH: readonly (readonly [RegExp, string])[] = [
  [
    /([bcdgilmnpstv])or(s|ed|ing|ful|able|ably|ite|ites|ism|less|er|ers|hood|hoods|al|ally|ist|ists)?$/,
    '$1our$2',
  ],
  [/iz(e|es|ed|ing|er|ers|ation|ations|ational)$/, 'is$1'],
  [/yz(e|es|ed|ing|er|ers)$/, 'ys$1'],
  [
    /([aeiouy][bcdghklmnprstv]+[aeo]|[bcdfghlmnprstvw](?:ue|ia))l(ed|ing|er|ers|ation|or|ors|ous)$/,
    '$1ll$2',
  ],
  [/og(s)?$/, 'ogue$1'],
  [/(def|off|pret)ense(s|less)?$/, '$1ence$2'],
  [/(lic)ense(s|d)?$/, '$1ence$2'],
  [/(pract)ic(e|es|ed|ing)$/, '$1is$2'],
];
const SHORTEST_REGIONAL = 5;
/** Words that a rule would join although they are different ones. */
const DIFFERENT_WORDS = new Set([
  'prize prise',
  'contort contourt',
  'tenor tenour',
  'size sise',
  'prized prised',
  'prizes prises',
  'prizing prising',
  'mails maills',
]);

/** True if both are the same word in British and American spelling, or in Swiss and German, or in
 * Russian with and without the points of ё. */
export function isRegionalPair(one: string, other: string): boolean {
  return isAmericanOf(one, other) || isAmericanOf(other, one) || isLetterVariant(one, other);
}

function isAmericanOf(american: string, british: string): boolean {
  if (REGIONAL_SPELLINGS.get(american) === british) return true;
  if (american.length < SHORTEST_REGIONAL) return false;
  // The rules leave the beginning alone.
  if (american[0] !== british[0] || american[1] !== british[1]) return false;
  if (DIFFERENT_WORDS.has(`${american} ${british}`)) return false;
  return AMERICAN_TO_BRITISH.some(
    ([pattern, replacement]) =>
      pattern.test(american) && american.replace(pattern, replacement) === british,
  );
}

function isLetterVariant(one: string, other: string): boolean {
  if (!NOT_ASCII.test(one) && !NOT_ASCII.test(other)) return false;
  const level = (word: string) => word.replace(/ß/g, 'ss').replace(/ё/g, 'е');
  if (level(one) !== level(other)) return false;
  return !OTHER_WITH_LETTER.has(one) && !OTHER_WITH_LETTER.has(other);
}

/** With ß or ё these are other words than with ss or е: in Maßen, in Massen. */
const OTHER_WITH_LETTER = new Set(
  'maße maßen buße bußen flöße всё чём нём осёл берёт узнаёт передохнём'.split(' '),
);

/** True if the source's word is a known misspelling of the draft's, or was misread by a machine. */
export function isCorrection(draft: string, source: string): boolean {
  return (
    MISSPELLINGS.get(source) === draft ||
    isStemCorrection(draft, source) ||
    isMisreadDigit(draft, source) ||
    isDoubtfulCorrection(draft, source)
  );
}

const DIGIT_AMONG_LETTERS = /\p{L}[015]|[015]\p{L}/u;
const READ_AS: Record<string, readonly string[]> = { 0: ['o'], 1: ['l', 'i'], 5: ['s'] };

/** `c0uncil`: no word has digits among its letters. */
function isMisreadDigit(draft: string, source: string): boolean {
  if (draft.length !== source.length || draft.length < 4) return false;
  if (!DIGIT_AMONG_LETTERS.test(source) || /\d/.test(draft)) return false;
  // An amount or a name with a number has more digits than letters, or at its end: 5th, covid19.
  if (!/^\p{L}.*\p{L}$/u.test(source)) return false;
  return [...draft].every(
    (letter, at) => letter === source[at] || READ_AS[source[at]!]?.includes(letter),
  );
}

const LEAST_DOUBTFUL = 6;

/** `govemment`: looks misread (rn, m), but the source's may be a word of its own. */
export function isDoubtfulCorrection(draft: string, source: string): boolean {
  if (draft.length < LEAST_DOUBTFUL || draft === source) return false;
  if (!/rn|m|cl|vv|d|w/.test(source) || Math.abs(draft.length - source.length) > 1) return false;
  const level = (word: string) => word.replace(/rn/g, 'm').replace(/cl/g, 'd').replace(/vv/g, 'w');
  return level(draft) === level(source);
}

/** Words that are others without their apostrophe: dropping it changes what is said. */
const OTHER_WITHOUT_APOSTROPHE = new Set(
  "we're we'll he'll she'll i'll i'd we'd she'd who're".split(' '),
);

const NOT_ASCII = /[^\x20-\x7E]/;
const MOST_LETTERS_APART = 4;

/** How two words that are not the same relate in spelling, or null if they do not. */
export function spellingRelation(draft: string, source: string): SpellingRelation | null {
  if (Math.abs(draft.length - source.length) > MOST_LETTERS_APART) return null;
  if (isCorrection(draft, source)) return 'correction';
  if (isRegionalPair(draft, source)) return 'regional';
  if (NOT_ASCII.test(draft) || NOT_ASCII.test(source)) {
    if (withoutMarks(draft) === withoutMarks(source)) return 'diacritics';
    if (writtenOut(draft) === writtenOut(source)) return 'diacritics';
  }
  if (!draft.includes("'") && !source.includes("'")) return null;
  if (draft.replace(/'/g, '') === source.replace(/'/g, '')) {
    const pointed = draft.includes("'") ? draft : source;
    return OTHER_WITHOUT_APOSTROPHE.has(pointed) ? null : 'apostrophe';
  }
  return null;
}

/** A word without diacritics. */
function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđı]/g, (letter) => ({ ø: 'o', ł: 'l', đ: 'd', ı: 'i' })[letter]!);
}

/** A word with its umlauts written out, as names in tickets and addresses have them. */
function writtenOut(word: string): string {
  return word.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter]!);
}
