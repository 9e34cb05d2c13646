import { classAt, LETTER_OR_NUMBER } from '../speaker/lexicon';

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
  ['`', 'single'],
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

const COMMA = 0x2c;
const IS_MARK = new Uint8Array(0x10000);
for (const character of FAMILIES.keys()) IS_MARK[character.charCodeAt(0)] = 1;

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

/** Code between backticks: what is in quotation marks there is no quotation. */
const CODE = /`[^`\n]{1,200}`(?!`)/uy;

/**
 * All quotation marks between two offsets of a text, in order. Apostrophes, feet and inches that
 * can be told from their surroundings alone are left out. Linear in `end - start`.
 */
export function findMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  for (let runStart = start; runStart < end; ) {
    const runEnd = endOfRun(text, runStart, end);
    if (runEnd === runStart) {
      runStart += 1;
      continue;
    }
    const run = text.slice(runStart, runEnd);
    if (run === '`') {
      CODE.lastIndex = runStart;
      const code = CODE.exec(text)?.[0];
      if (code && !/^`\s|\s`$/u.test(code)) {
        runStart += code.length;
        continue;
      }
    }
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
    runStart = runEnd;
  }
  return marks;
}

/** One past the marks that stand together at an offset, or the offset itself. */
function endOfRun(text: string, index: number, limit: number): number {
  let end = index;
  while (end < limit && IS_MARK[text.charCodeAt(end)] === 1) end += 1;
  if (end > index || text.charCodeAt(index) !== COMMA) return end;
  // ,,low‘‘: two commas as a German opening mark.
  const doubled = text.charCodeAt(index + 1) === COMMA && index + 2 < limit;
  return doubled && classAt(text, index + 2) & LETTER_OR_NUMBER ? index + 2 : index;
}

function plainGlyph(character: string): string {
  if (character === '＂') return '"';
  if (character === '〝') return '“';
  if (character === '〞') return '”';
  if (character === '‟') return '“';
  if (character === '‛' || character === '`') return '‘';
  return character;
}

function characterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && index > 1;
  return text.slice(isPair ? index - 2 : index - 1, index);
}

/** A backtick opens a quotation as in `this', where no second one makes it code as in `this`. */
const TYPEWRITER = /^[^`\n]{1,400}'/u;

/** False if a single mark is an apostrophe for certain; sets `weak` where it may be a possessive. */
function settleSingle(
  mark: Mark,
  before: string,
  after: string,
  text: string,
  runEnd: number,
): boolean {
  if (text.charAt(mark.start) === '`') {
    return mark.shape === 'open' && TYPEWRITER.test(text.slice(mark.end, mark.end + 401));
  }
  const beforeIsLetter = LETTER.test(before);
  const afterIsLetter = LETTER.test(after);
  if (beforeIsLetter && afterIsLetter) {
    const directed = mark.glyph === '‘' || mark.glyph === '’';
    if (!directed || !(CJK.test(before) || CJK.test(after))) return false;
  }
  // The last of several marks is the apostrophe: ‘’Tis.
  if (afterIsLetter && mark.shape === 'open' && mark.end === runEnd) {
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
