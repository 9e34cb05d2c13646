/*
 * Quotation marks as characters: which there are, and what their surroundings say about each.
 * Pairing them is the business of marks-pair.ts.
 */

export type MarkFamily =
  | 'double'
  | 'single'
  | 'guillemet'
  | 'single-guillemet'
  | 'corner'
  | 'white-corner';

/**
 * What the characters around a mark say: `open` in `(“a`, `close` in `a”,`, `both` in `—"—`,
 * `neither` in `a"b` and ` " `.
 */
export type MarkShape = 'open' | 'close' | 'both' | 'neither';

/** A quotation mark of a text: UTF-16 code units, `end` exclusive (doubled marks have length 2). */
export interface Mark {
  start: number;
  end: number;
  family: MarkFamily;
  /** The character; `"` stands for every undirected double mark, doubled apostrophes included. */
  glyph: string;
  shape: MarkShape;
  /** The character before is a digit: `12"` may be inches, `6'` feet. */
  afterDigit: boolean;
  /** A single mark that closes only if nothing better does: `dogs’ tails`, `goin’ home`. */
  weak: boolean;
}

const FAMILIES: ReadonlyMap<string, MarkFamily> = new Map([
  ['"', 'double'],
  ['＂', 'double'],
  ['“', 'double'],
  ['”', 'double'],
  ['„', 'double'],
  ['‟', 'double'],
  ['〝', 'double'],
  ['〞', 'double'],
  ["'", 'single'],
  ['‘', 'single'],
  ['’', 'single'],
  ['‚', 'single'],
  ['‛', 'single'],
  ['«', 'guillemet'],
  ['»', 'guillemet'],
  ['‹', 'single-guillemet'],
  ['›', 'single-guillemet'],
  ['「', 'corner'],
  ['」', 'corner'],
  ['『', 'white-corner'],
  ['』', 'white-corner'],
]);

const MARK_RUN = /["＂“”„‟〝〞'‘’‚‛«»‹›「」『』`]+|,,(?=[\p{L}\p{N}])/gu;
const OPENING_NEIGHBOUR = /[\s([{<\-‐‑–—―/|¿¡=…\u200b\u2060\ufeff]/u;
const CLOSING_NEIGHBOUR = /[\s.,;:!?)\]}([>\-‐‑–—―/|…\u3001\u3002\uff0c\uff1b\uff1a\uff01\uff1f]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /[\p{L}\p{N}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Words that begin with an apostrophe in English: ’tis, ’em, ’til. */
const ELISION =
  /^(?:tis|twas|twere|twill|tisn|twasn|em|til|till|cause|cos|cuz|bout|round|neath|n|nuff|kay|ere|ow|appen|alf|ave|igh|er|im)(?![\p{L}\p{N}])/iu;
const DECADE = /^\d\ds?(?![\p{L}\p{N}])/u;

function shapeOf(before: string, after: string): MarkShape {
  const spaceBefore = before === '' || /\s/u.test(before);
  const spaceAfter = after === '' || /\s/u.test(after);
  const opens =
    (before === '' || OPENING_NEIGHBOUR.test(before)) &&
    !spaceAfter &&
    !/[,;:!?)\]}\u3001\u3002]/u.test(after);
  const closes = !spaceBefore && (after === '' || CLOSING_NEIGHBOUR.test(after));
  if (opens) return closes ? 'both' : 'open';
  return closes ? 'close' : 'neither';
}

/** Reads an undirected or doubled mark as one glyph of the family `double`, or null. */
function doubledGlyph(run: string, index: number): string | null {
  const pair = run.slice(index, index + 2);
  if (pair === ',,') return '„';
  if (pair === '``' || pair === '‘‘' || pair === '‛‛') return '“';
  if (pair === '’’') return '”';
  if (pair === '‚‚') return '„';
  return pair === "''" ? '"' : null;
}

/**
 * All quotation marks between two offsets of a text, in order. Apostrophes, feet and inches that
 * can be told from their surroundings alone are left out. Linear in `end - start`.
 */
export function findMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  MARK_RUN.lastIndex = start;
  for (let match = MARK_RUN.exec(text); match && match.index < end; match = MARK_RUN.exec(text)) {
    const run = match[0];
    const runStart = match.index;
    const runEnd = runStart + run.length;
    const before = runStart > start ? characterBefore(text, runStart) : '';
    const after = runEnd < end ? String.fromCodePoint(text.codePointAt(runEnd) ?? 32) : '';
    const shape = shapeOf(before, after);
    for (let index = 0; index < run.length; ) {
      const doubled = doubledGlyph(run, index);
      const length = doubled ? 2 : 1;
      const character = doubled ?? run.charAt(index);
      const family = FAMILIES.get(character);
      const mark: Mark | null = family
        ? {
            start: runStart + index,
            end: runStart + index + length,
            family,
            glyph: plainGlyph(character),
            shape,
            afterDigit: index === 0 && DIGIT.test(before),
            weak: false,
          }
        : null;
      index += length;
      if (!mark) continue;
      if (mark.family === 'single' && !settleSingle(mark, before, after, text, runEnd)) continue;
      marks.push(mark);
    }
  }
  return marks;
}

function plainGlyph(character: string): string {
  if (character === '＂') return '"';
  if (character === '〝') return '“';
  if (character === '〞') return '”';
  if (character === '‟') return '“';
  if (character === '‛') return '‘';
  return character;
}

function characterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && index > 1;
  return text.slice(isPair ? index - 2 : index - 1, index);
}

/** False if a single mark is an apostrophe for certain; sets `weak` where it may be a possessive. */
function settleSingle(
  mark: Mark,
  before: string,
  after: string,
  text: string,
  runEnd: number,
): boolean {
  const beforeIsLetter = LETTER.test(before);
  const afterIsLetter = LETTER.test(after);
  if (beforeIsLetter && afterIsLetter) {
    const directed = mark.glyph === '‘' || mark.glyph === '’';
    if (!directed || !(CJK.test(before) || CJK.test(after))) return false;
  }
  if (afterIsLetter && mark.shape === 'open') {
    const next = text.slice(runEnd, runEnd + 8);
    if (DECADE.test(next) || (mark.glyph !== '‚' && ELISION.test(next))) return false;
  }
  if (mark.glyph === "'" && mark.shape === 'neither' && !afterIsLetter) return false;
  if (
    mark.afterDigit &&
    mark.glyph === "'" &&
    /^\s?\d{1,2}["”]/u.test(text.slice(runEnd, runEnd + 4))
  )
    return false;
  mark.weak =
    mark.shape === 'close' &&
    mark.glyph !== '‘' &&
    /[snz]/iu.test(before) &&
    /^[ \u00a0]\p{L}/u.test(text.slice(runEnd, runEnd + 3));
  return true;
}
