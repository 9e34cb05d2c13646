import {
  APOSTROPHES,
  type FoldTable,
  IGNORED,
  LETTER_FORMS,
  lookupFold,
  SEPARATOR,
  unspacedUnits,
} from '../text/characters';

/*
 * What full-text search takes for a word. The index and whoever marks hits in a text both read
 * these rules, so that what one finds the other can show.
 */

/** One word, or one character of a script that is written without spaces. */
export interface SearchUnit {
  /** UTF-16 code units, `end` exclusive. */
  start: number;
  end: number;
  /** Lower case, without accents. */
  letters: string;
  /** True for one character of a script that is written without spaces. */
  alone: boolean;
}

/** Grows when the rules below change: an index of other rules is made anew. */
export const SEARCH_FORM = 1;

const PLANE_14 = 0xdb40;
const FIRST_PICTOGRAPH = 0xd83c;
const LAST_PICTOGRAPH = 0xd83e;
const FIRST_LIGATURE = 0xfb00;
const LAST_LIGATURE = 0xfb06;
const SPACE = 0x20;

let table: FoldTable | undefined;

/** As for looking passages up, but an apostrophe separates: "Mara" finds "Mara’s". */
function foldTable(): FoldTable {
  if (table) return table;
  table = lookupFold().slice();
  const apostrophe = new RegExp(`[${APOSTROPHES}]`);
  for (let unit = 0; unit < table.length; unit++) {
    if (apostrophe.test(String.fromCharCode(unit))) table[unit] = SEPARATOR;
  }
  return table;
}

/** The words of a stretch of text, in its order. Linear in its length. */
export function searchUnits(text: string, from = 0, to = text.length): SearchUnit[] {
  const fold = foldTable();
  const unspaced = unspacedUnits();
  const units: SearchUnit[] = [];
  let letters = '';
  let start = -1;
  let end = 0;
  const close = () => {
    if (start >= 0 && letters !== '') units.push({ start, end, letters, alone: false });
    start = -1;
    letters = '';
  };
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === PLANE_14) {
      at++;
      continue;
    }
    const folded = fold[unit]!;
    if (folded === SEPARATOR) {
      close();
      if (unit >= FIRST_PICTOGRAPH && unit <= LAST_PICTOGRAPH) at++;
    } else if (folded !== IGNORED) {
      if (unspaced[unit] === 1) {
        close();
        units.push({ start: at, end: at + 1, letters: String.fromCharCode(folded), alone: true });
        continue;
      }
      if (start < 0) start = at;
      letters += isLigature(unit)
        ? (LETTER_FORMS.get(text[at]!) ?? '')
        : String.fromCharCode(folded);
      end = at + 1;
    } else if (start >= 0 && letters !== '') end = at + 1;
  }
  close();
  return units;
}

/**
 * A text as the index takes it: folded words with a space after each. Characters of scripts without
 * spaces come in pairs that overlap (the last one of a run alone), so that any part of a run is found.
 */
export function foldForIndex(text: string): string {
  const source = text.normalize('NFC');
  return foldToAscii(source) ?? foldAny(source);
}

/** Most texts in Latin letters fold to ASCII, which goes faster; null for any other. */
function foldToAscii(source: string): string | null {
  const fold = foldTable();
  const folded = new Uint8Array(source.length + 1);
  let size = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    const letter = fold[unit]!;
    if (letter > LAST_ASCII || isLigature(unit) || unit === PLANE_14) return null;
    if (letter > IGNORED) folded[size++] = letter;
    else if (letter === SEPARATOR && size > 0 && folded[size - 1] !== SPACE) folded[size++] = SPACE;
  }
  if (size > 0 && folded[size - 1] !== SPACE) folded[size++] = SPACE;
  return decoded(folded.subarray(0, size));
}

const LAST_ASCII = 0x7f;

function foldAny(source: string): string {
  const fold = foldTable();
  const unspaced = unspacedUnits();
  const length = source.length;
  let folded = new Uint16Array(length * 2 + 16);
  let size = 0;
  let pending = 0;
  let inWord = false;
  for (let at = 0; at <= length; at++) {
    // A character adds at most four units: a pair of characters, a space before and one after.
    if (size + 8 > folded.length) folded = grown(folded);
    const unit = at < length ? source.charCodeAt(at) : SPACE;
    if (unit === PLANE_14) {
      at++;
      continue;
    }
    const letter = fold[unit]!;
    if (letter === IGNORED) continue;
    const alone = letter !== SEPARATOR && unspaced[unit] === 1;
    if (pending !== 0) {
      folded[size++] = pending;
      if (alone) folded[size++] = letter;
      folded[size++] = SPACE;
      pending = 0;
    }
    if (letter === SEPARATOR || alone) {
      if (inWord) folded[size++] = SPACE;
      inWord = false;
      if (alone) pending = letter;
      else if (unit >= FIRST_PICTOGRAPH && unit <= LAST_PICTOGRAPH) at++;
      continue;
    }
    inWord = true;
    if (isLigature(unit)) {
      for (const one of LETTER_FORMS.get(source[at]!) ?? '') folded[size++] = one.charCodeAt(0);
    } else folded[size++] = letter;
  }
  return decoded(folded.subarray(0, size));
}

/**
 * The words of a term as the index holds them, to be looked for one right after the other; `prefix`
 * where the last of them is only the beginning of one.
 */
export function indexTokens(units: readonly SearchUnit[]): { tokens: string[]; prefix: boolean } {
  const tokens: string[] = [];
  let prefix = false;
  for (const [index, { letters, alone }] of units.entries()) {
    const next = units[index + 1];
    if (!alone) tokens.push(letters);
    else if (next?.alone) tokens.push(letters + next.letters);
    else if (next || !units[index - 1]?.alone) {
      tokens.push(letters);
      // A single character is the first of some pair.
      prefix = next === undefined;
    }
  }
  return { tokens, prefix };
}

function isLigature(unit: number): boolean {
  return unit >= FIRST_LIGATURE && unit <= LAST_LIGATURE;
}

function grown(units: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length * 2);
  larger.set(units);
  return larger;
}

const DECODED_AT_ONCE = 8192;

function decoded(units: Uint16Array | Uint8Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += DECODED_AT_ONCE) {
    // Spreading a typed array takes ten times as long.
    const piece = units.subarray(at, at + DECODED_AT_ONCE) as unknown as number[];
    text += String.fromCharCode.apply(null, piece);
  }
  return text;
}
