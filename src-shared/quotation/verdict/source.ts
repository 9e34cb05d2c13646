import { tokenise, type Word, wordAt } from '../../text/normalise';
import { MASKED_WORD, readNote } from './draft';

/**
 * What a stretch of the source is, if it is no speech or prose: `label`: a speaker's name before a turn.
 * `note`: timecodes, footnote marks, addresses of links, [laughs]. `bracketed`: words that somebody
 * added to the source in square brackets. `inaudible`: [inaudible].
 */
export type SourceRole = 'word' | 'label' | 'note' | 'bracketed' | 'inaudible';

export interface SourceWord extends Word {
  role: SourceRole;
}

/** A stretch of the source, read for comparison. Offsets are into the whole source text. */
export interface SourceStretch {
  text: string;
  words: SourceWord[];
  /** Stretches that are no speech, in order. */
  asides: { start: number; end: number; role: Exclude<SourceRole, 'word'> }[];
}

const SUPERSCRIPT = /^[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+$/;
/** After these a raised figure is part of the unit, after a digit an exponent. */
const UNIT = /(?:^|\d)(?:[kcdm]?m|ft|in|mi|yd|kg|\p{L})?$/iu;

const BRACKETS = /\[[^[\]]{0,200}\]/g;
const FOOTNOTE = /^\[(?:\^[\w-]+|\d{1,3}|[*†‡]|note\s\w+|n\s?\d+|citation needed|edit)\]$/i;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const TIMECODE_IN_BRACKETS = new RegExp(`^[[(]${TIME}[\\])]$`);
/** Each with characters that no match is without. */
const ASIDES: readonly (readonly [RegExp, 'label' | 'note', RegExp])[] = [
  // A subtitle's number and times; a timecode at the beginning of a line or in parentheses.
  [
    new RegExp(`^(?:\\d+[\\t ]*\\r?\\n)?[\\t ]*${TIME}[\\t ]*-->[\\t ]*${TIME}.*$`, 'gm'),
    'note',
    /-->/,
  ],
  [new RegExp(`^[\\t ]*\\[?${TIME}\\]?(?=\\s)`, 'gm'), 'note', /\d:\d/],
  [new RegExp(`\\(${TIME}\\)`, 'g'), 'note', /\d:\d/],
  // The address of a Markdown link, and a bare one.
  [/\]\([^()\s]+\)|\[(?=[^[\]]{1,200}\]\([^()\s]+\))/g, 'note', /\]\(/],
  [/\bhttps?:\/\/[^\s<>"”)\]]+/g, 'note', /http/],
  [/<\/?[a-zA-Z][^<>\n]{0,80}>/g, 'note', /</],
  // A footnote figure glued to the end of a sentence: "shut.3 The".
  [/(?<=\p{L}{4}[.,;:!?]["”’')]?)\d{1,3}(?=\s|$)/gu, 'note', /\d/],
];
const SOUND_IN_PARENTHESES = /\(([^()]{1,40})\)/g;
/** A name in capitals, or Q and A, before a colon; at the start of a line or after a sentence. */
const LABEL_IN_CAPITALS =
  /(?<=^|[\n.?!…\])"”’]\s{0,3})(?:Q|A|\p{Lu}[\p{Lu}.'’-]+(?:[ \t]\p{Lu}[\p{Lu}.'’-]*){0,4}(?:[ \t]\d{1,2})?)(?:[ \t]\([^()\n]{1,40}\))?:(?=\s)/gu;
/** A name at the start of a line before a colon: `Ada Brook:`, `Team doctor Ada Brook:`. */
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*`;
const LABEL_AT_LINE_START = new RegExp(
  String.raw`(?<=^|\n)[\t *_#>]*${NAME}(?:(?:[ \t]\p{L}[\p{L}.'’-]*){0,3}[ \t]${NAME}|(?:[ \t]${NAME}){0,3})(?:[ \t]\d{1,2})?(?:[ \t]\([^()\n]{1,40}\))?[*_]{0,2}:(?=[\s*_])`,
  'gu',
);
/** A name before a colon after the end of a sentence, where turns follow each other in one line. */
const LABEL_IN_LINE = new RegExp(
  String.raw`(?<=^|\n|[.?!…]["”’)\]]?\s{1,3})${NAME}(?:[ \t]${NAME}){0,3}(?:[ \t]\d{1,2})?:(?=\s)`,
  'gu',
);
/** So many turns have to begin with a name for names before colons to be labels. */
const FEWEST_LABELS = 2;

/**
 * True if the turns of a transcript begin with the names of speakers, each on its line or one after
 * the other. Reads its first 20,000 units.
 */
export function hasLabels(text: string, spoken: boolean): boolean {
  const sample = text.slice(0, 20_000);
  return hasSeveral(sample, LABEL_AT_LINE_START) || (spoken && hasSeveral(sample, LABEL_IN_LINE));
}

function hasSeveral(text: string, pattern: RegExp): boolean {
  let count = 0;
  for (const _label of text.matchAll(pattern)) {
    count++;
    if (count >= FEWEST_LABELS) return true;
  }
  return false;
}

/**
 * Reads the words `from`–`to` of a source, each with its role. Labels are looked for where the source
 * is spoken or `labelled`.
 */
export function readStretch(
  text: string,
  from: number,
  to: number,
  options: { spoken: boolean; labelled: boolean },
): SourceStretch {
  const asides = findAsides(text, from, to, options);
  const words: SourceWord[] = [];
  let next = 0;
  for (const word of tokeniseMasked(text, from, to)) {
    while (next < asides.length && asides[next]!.end <= word.start) next++;
    const aside = asides[next];
    const role: SourceRole = aside && word.end > aside.start ? aside.role : 'word';
    if (role === 'word' && isNoteNumber(word, words.at(-1))) {
      asides.splice(next, 0, { start: word.start, end: word.end, role: 'note' });
      words.push({ ...word, role: 'note' });
    } else words.push({ ...word, role });
  }
  return { text, words, asides };
}

/** A raised figure that sends to a footnote: no power of ten, no square metres. */
function isNoteNumber(word: Word, before: Word | undefined): boolean {
  if (!SUPERSCRIPT.test(word.text)) return false;
  return before?.end !== word.start || !UNIT.test(before.text);
}

/** The words of a stretch; a word with masked letters (`f---ing`) is one. */
function tokeniseMasked(text: string, from: number, to: number): Word[] {
  const stretch = text.slice(from, to);
  if (!MAYBE_MASKED.test(stretch)) return tokenise(text, from, to);
  const words: Word[] = [];
  let at = from;
  for (const match of stretch.matchAll(MASKED)) {
    const start = from + match.index;
    const end = start + match[0].length;
    // The asterisks that end a stretch of emphasis mask nothing.
    if (
      match[0].endsWith('*') &&
      OPENS_EMPHASIS.test(stretch.slice(Math.max(0, match.index - 300), match.index))
    )
      continue;
    words.push(...tokenise(text, at, start), wordAt(match[0], start, end));
    at = end;
  }
  words.push(...tokenise(text, at, to));
  return words;
}
const MASKED = new RegExp(MASKED_WORD, 'gu');
const OPENS_EMPHASIS = /(?:^|[\s("“‘])\*{2,3}(?=[^\s*])[^*]*$/;
const MAYBE_MASKED = /\*\*|---|\p{L}[–—]/u;

type Aside = SourceStretch['asides'][number];

function findAsides(
  text: string,
  offset: number,
  to: number,
  options: { spoken: boolean; labelled: boolean },
): Aside[] {
  const stretch = text.slice(offset, to);
  const beginsLine = offset === 0 || text[offset - 1] === '\n';
  const found: Aside[] = [];
  const add = (match: RegExpExecArray, role: Aside['role']) => {
    const start = offset + match.index;
    found.push({ start, end: start + match[0].length, role });
  };
  for (const match of stretch.includes('[') ? stretch.matchAll(BRACKETS) : []) {
    // The text of a link, and single letters put right, are words.
    if (stretch[match.index + match[0].length] === '(' || isWithinWord(stretch, match)) continue;
    add(match, bracketRole(match[0]));
  }
  for (const [pattern, role, needed] of ASIDES) {
    if (!needed.test(stretch)) continue;
    for (const match of stretch.matchAll(pattern)) add(match, role);
  }
  for (const match of stretch.includes('(') ? stretch.matchAll(SOUND_IN_PARENTHESES) : []) {
    if (readNote(match[1]!) === 'editorial-note') add(match, bracketRole(match[0]));
  }
  const mayBeLabelled = stretch.includes(':');
  const labels = [
    ...(options.spoken && mayBeLabelled ? stretch.matchAll(LABEL_IN_CAPITALS) : []),
    ...(options.labelled && mayBeLabelled ? stretch.matchAll(LABEL_AT_LINE_START) : []),
    ...(options.labelled && options.spoken && mayBeLabelled ? stretch.matchAll(LABEL_IN_LINE) : []),
  ];
  for (const match of labels) {
    if (match.index > 0 || beginsLine) add(match, 'label');
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const asides: Aside[] = [];
  for (const aside of found) {
    if (aside.start >= (asides.at(-1)?.end ?? 0)) asides.push(aside);
  }
  return asides;
}

function bracketRole(brackets: string): Aside['role'] {
  if (FOOTNOTE.test(brackets) || TIMECODE_IN_BRACKETS.test(brackets)) return 'note';
  if (/inaudible|unintelligible|indistinct|unclear/i.test(brackets)) return 'inaudible';
  return readNote(brackets.slice(1, -1)) ? 'note' : 'bracketed';
}

function isWithinWord(text: string, match: RegExpExecArray): boolean {
  const before = text[match.index - 1] ?? ' ';
  const after = text[match.index + match[0].length] ?? ' ';
  return (
    match[0].length <= 8 &&
    (/\p{L}/u.test(before) || /\p{L}/u.test(after)) &&
    /^\[\p{L}*\]$/u.test(match[0])
  );
}

/** The last label before a place, looking back over 8,000 units; null if there is none. */
export function labelBefore(
  text: string,
  at: number,
  options: { spoken: boolean; labelled: boolean },
): string | null {
  // Most turns are short.
  for (const length of [1_000, 8_000]) {
    const from = Math.max(0, at - length);
    if (!text.slice(from, at).includes(':')) {
      if (from === 0) break;
      continue;
    }
    const labels = findAsides(text, from, at, options).filter((aside) => aside.role === 'label');
    const last = labels.at(-1);
    if (last) return labelName(text.slice(last.start, last.end));
    if (from === 0) break;
  }
  return null;
}

/** The name in a label, without its colon, marks and case. */
function labelName(label: string): string {
  return label
    .replace(/\([^()]*\)/g, '')
    .replace(/[*_#>:]/g, '')
    .trim()
    .toLowerCase();
}
