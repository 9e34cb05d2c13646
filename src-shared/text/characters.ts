/**
 * What each character counts for when texts are compared. The index and the verdict both read
 * these tables, so that what one of them ignores the other does not trip over.
 */

/** Characters that take no space and carry no meaning: soft hyphen, zero-width characters, byte
 * order mark, direction marks, variation selectors of the basic plane. */
const INVISIBLE =
  '\\u00AD\\u034F\\u061C\\u180B-\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFE00-\\uFE0F\\uFEFF';

/** Regular-expression source (for use with the `u` flag) of one invisible character, variation
 * selectors of plane 14 included: they are the ones that carry content credentials (C2PA). */
export const INVISIBLE_CHARACTER = `[${INVISIBLE}\\u{E0001}\\u{E0020}-\\u{E007F}\\u{E0100}-\\u{E01EF}]`;

/** Regular-expression source, for inside a class: characters used as an apostrophe. */
export const APOSTROPHES = "'\\u2018\\u2019\\u02BC\\u02B9\\u2032\\u00B4`\\uFF07";

/** Regular-expression source, for inside a class: every quotation mark, single ones included. */
export const QUOTATION_MARKS =
  '"\\u201C\\u201D\\u201E\\u201F\\u00AB\\u00BB\\u2039\\u203A\\u300C-\\u300F\\u301D-\\u301F\\uFF02\\u201A\\u201B\\u2033\\uFE41-\\uFE44' +
  APOSTROPHES;

/** Regular-expression source, for inside a class: long dashes. The hyphen is not one of them. */
export const DASHES = '\\u2013\\u2014\\u2015\\u2012\\u2E3A\\u2E3B\\uFE58\\uFF0D';

/** Ligatures and old letter forms that stand for plain letters. No compatibility normalisation is
 * used, because it would also turn ½ into 1/2 and m² into m2. */
export const LETTER_FORMS: ReadonlyMap<string, string> = new Map([
  ['\uFB00', 'ff'],
  ['\uFB01', 'fi'],
  ['\uFB02', 'fl'],
  ['\uFB03', 'ffi'],
  ['\uFB04', 'ffl'],
  ['\uFB05', 'st'],
  ['\uFB06', 'st'],
  ['\u017F', 's'],
  ['\u0133', 'ij'],
  ['\u0132', 'IJ'],
]);

/** Scripts written without spaces: every character counts as a word of its own. Regular-expression
 * source, for inside a class. */
export const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** `FoldTable` entry: the character separates words. */
export const SEPARATOR = 0;
/** `FoldTable` entry: the character counts for nothing, inside a word or outside it. */
export const IGNORED = 1;

/**
 * One entry for each UTF-16 code unit: `SEPARATOR`, `IGNORED`, or the code unit that stands for it
 * when words are looked up (lower case, without diacritics).
 */
export type FoldTable = Uint16Array;

let foldTable: FoldTable | undefined;
let unspacedTable: Uint8Array | undefined;

/** The table that folds code units for look-up. It is made on first use (about 20 ms). */
export function lookupFold(): FoldTable {
  foldTable ??= buildFoldTable();
  return foldTable;
}

/** 1 for each code unit of a script that is written without spaces, otherwise 0. */
export function unspacedUnits(): Uint8Array {
  unspacedTable ??= buildUnspacedTable();
  return unspacedTable;
}

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

function buildFoldTable(): FoldTable {
  const table = new Uint16Array(0x10000);
  const letter = /[\p{L}\p{N}]/u;
  const mark = /\p{M}/u;
  const kana = /[\u3040-\u30FF]/;
  const hangul = /[\uAC00-\uD7A3]/;
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) {
      table[unit] = unit;
      continue;
    }
    const character = String.fromCharCode(unit);
    if (letter.test(character)) {
      // Taking Hangul or kana apart would leave their first stroke alone and make them collide.
      table[unit] =
        kana.test(character) || hangul.test(character) ? unit : plainLetter(character, unit);
    } else if (mark.test(character)) {
      // Vowel signs of Indic scripts are part of the word; accents and vocalisation are not.
      table[unit] = isOptionalMark(unit) ? IGNORED : unit;
    }
  }
  for (const [form, letters] of LETTER_FORMS) {
    if (letters.length === 1) table[form.charCodeAt(0)] = letters.charCodeAt(0);
  }
  const ignored = new RegExp(
    `[${INVISIBLE}${APOSTROPHES}\\u0640\\u3099\\u309A\\u00B9\\u00B2\\u00B3\\u2070-\\u2079]`,
  );
  for (let unit = 0; unit < 0x10000; unit++) {
    if (ignored.test(String.fromCharCode(unit))) table[unit] = IGNORED;
  }
  // Pictographs separate words; other characters outside the basic plane are letters.
  table.fill(SEPARATOR, 0xd83c, 0xd83f);
  return table;
}

function plainLetter(character: string, unit: number): number {
  const plain = character.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '');
  return plain.charCodeAt(0) || unit;
}

function isOptionalMark(unit: number): boolean {
  return (
    (unit >= 0x0300 && unit <= 0x036f) ||
    (unit >= 0x0483 && unit <= 0x0489) ||
    (unit >= 0x0591 && unit <= 0x05c7) ||
    (unit >= 0x0610 && unit <= 0x061a) ||
    (unit >= 0x064b && unit <= 0x065f) ||
    unit === 0x0670 ||
    (unit >= 0x06d6 && unit <= 0x06ed) ||
    (unit >= 0x1ab0 && unit <= 0x1aff) ||
    (unit >= 0x1dc0 && unit <= 0x1dff) ||
    (unit >= 0x20d0 && unit <= 0x20ff) ||
    (unit >= 0xfe00 && unit <= 0xfe2f)
  );
}

function buildUnspacedTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const unspaced = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
  for (let unit = 0x0e00; unit < 0x10000; unit++) {
    if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) continue;
    if (unspaced.test(String.fromCharCode(unit))) table[unit] = 1;
  }
  return table;
}
