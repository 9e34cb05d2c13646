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
/** After these a raised figure is part of the unit. */
const UNIT = /^(?:[kcdm]?m|ft|in|mi|yd|km|cm|mm|s|kg)$/i;

const BRACKETS = /\[[^[\]]{0,200}\]/g;
const FOOTNOTE = /^\[(?:\^[\w-]+|\d{1,3}|[*†‡]|note\s\w+|n\s?\d+|citation needed|edit)\]$/i;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const TIMECODE_IN_BRACKETS = new RegExp(`^[[(]${TIME}[\\])]$`);
const ASIDES: readonly (readonly [RegExp, 'label' | 'note'])[] = [
  // A subtitle's number and times; a timecode at the beginning of a line or in parentheses.
  [new RegExp(`^(?:\\d+[\\t ]*\\r?\\n)?[\\t ]*${TIME}[\\t ]*-->[\\t ]*${TIME}.*$`, 'gm'), 'note'],
  [new RegExp(`^[\\t ]*\\[?${TIME}\\]?(?=\\s)`, 'gm'), 'note'],
  [new RegExp(`\\(${TIME}\\)`, 'g'), 'note'],
  // The address of a Markdown link, and a bare one.
  [/\]\([^()\s]+\)|\[(?=[^[\]]{1,200}\]\([^()\s]+\))/g, 'note'],
  [/\bhttps?:\/\/[^\s<>"”)\]]+/g, 'note'],
  [/<[^<>\n]{1,80}>/g, 'note'],
  // A footnote figure glued to the end of a sentence: "shut.3 The".
  [/(?<=\p{L}{4}[.,;:!?]["”’')]?)\d{1,3}(?=\s|$)/gu, 'note'],
];
const SOUND_IN_PARENTHESES = /\(([^()]{1,40})\)/g;
/** A name in capitals, or Q and A, before a colon; at the start of a line or after a sentence. */
const LABEL_IN_CAPITALS =
  /(?<=^|[\n.?!…\])"”’]\s{0,3})(?:Q|A|\p{Lu}[\p{Lu}.'’-]+(?:[ \t]\p{Lu}[\p{Lu}.'’-]*){0,4}(?:[ \t]\d{1,2})?)(?:[ \t]\([^()\n]{1,40}\))?:(?=\s)/gu;
/** A name at the start of a line before a colon: `Ada Brook:`. */
const LABEL_AT_LINE_START =
  /(?<=^|\n)[\t *_#>]*\p{Lu}[\p{L}.'’-]*(?:[ \t]\p{Lu}[\p{L}.'’-]*){0,3}(?:[ \t]\d{1,2})?(?:[ \t]\([^()\n]{1,40}\))?[*_]{0,2}:(?=[\s*_])/gu;
/** So many lines have to begin with a name for names at line starts to be labels. */
const FEWEST_LABELLED_LINES = 2;

/** True if the lines of a transcript begin with the names of speakers. Reads its first 20,000 units. */
export function hasLabelledLines(text: string): boolean {
  let lines = 0;
  for (const _label of text.slice(0, 20_000).matchAll(LABEL_AT_LINE_START)) {
    lines++;
    if (lines >= FEWEST_LABELLED_LINES) return true;
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
    const raised = SUPERSCRIPT.test(word.text) && !UNIT.test(words.at(-1)?.text ?? '');
    words.push({ ...word, role: role === 'word' && raised ? 'note' : role });
  }
  return { text, words, asides };
}

/** The words of a stretch; a word with masked letters (`f---ing`) is one. */
function tokeniseMasked(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let at = from;
  for (const match of text.slice(from, to).matchAll(MASKED)) {
    const start = from + match.index;
    const end = start + match[0].length;
    words.push(...tokenise(text, at, start), wordAt(match[0], start, end));
    at = end;
  }
  words.push(...tokenise(text, at, to));
  return words;
}
const MASKED = new RegExp(MASKED_WORD, 'gu');

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
  for (const match of stretch.matchAll(BRACKETS)) {
    // The text of a link, and single letters put right, are words.
    if (stretch[match.index + match[0].length] === '(' || isWithinWord(stretch, match)) continue;
    add(match, bracketRole(match[0]));
  }
  for (const [pattern, role] of ASIDES) {
    for (const match of stretch.matchAll(pattern)) add(match, role);
  }
  for (const match of stretch.matchAll(SOUND_IN_PARENTHESES)) {
    if (readNote(match[1]!) === 'editorial-note') add(match, bracketRole(match[0]));
  }
  const labels = [
    ...(options.spoken ? stretch.matchAll(LABEL_IN_CAPITALS) : []),
    ...(options.labelled ? stretch.matchAll(LABEL_AT_LINE_START) : []),
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
  const from = Math.max(0, at - 8_000);
  const labels = findAsides(text, from, at, options).filter((aside) => aside.role === 'label');
  const last = labels.at(-1);
  return last ? labelName(text.slice(last.start, last.end)) : null;
}

/** The name in a label, without its colon, marks and case. */
function labelName(label: string): string {
  return label
    .replace(/\([^()]*\)/g, '')
    .replace(/[*_#>:]/g, '')
    .trim()
    .toLowerCase();
}
