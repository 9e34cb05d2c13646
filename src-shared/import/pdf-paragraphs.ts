import type { Line } from './pdf-lines';
import { median, rangeOf } from './pdf-page';
import { joinLines, type Words } from './pdf-words';
import { lineStart } from './turns';

/** A paragraph with where in its text another page starts; offsets count UTF-16 code units. */
export interface Paragraph {
  text: string;
  /** The page on which its first word stands, counting from 1. */
  page: number;
  turns: { at: number; page: number }[];
  size: number;
  font: string;
  /** The mark of a footnote. */
  note: string | null;
  /** It may go on in the next column: its last line is full and nothing says that it ends. */
  isOpen: boolean;
  /** It starts like the middle of one. */
  isRest: boolean;
}

/** What is the same all over a document. */
export interface Style {
  /** Of most of its letters, in points. */
  size: number;
  font: string;
  /** From baseline to baseline in points, by size (rounded to halves). */
  leading: ReadonlyMap<number, number>;
  /** Speakers' labels that start lines again and again. */
  labels: ReadonlySet<string>;
  words: Words;
}

const BULLET = /^(?:[•◦▪‣●○■□▸►–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+\S/;
const SURE_BULLET = /^[•◦▪‣●○■□▸►]/;
const SENTENCE_END = /[.!?:;…。！？]["'”’»)\]]*$/;
const QUESTION_OR_ANSWER = /^[QA][.:]?\s+\S/;

/** Nobody writes longer paragraphs; to join one with every page of a file would take its time. */
const LONGEST = 50_000;

/** The key of a size in `Style.leading`. */
export function sizeKey(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The paragraphs of a column's lines, in order. */
export function paragraphsIn(column: readonly Line[], style: Style): Paragraph[] {
  const lines = withoutGaps(mirrored(column));
  const blocks = blocksOf(lines, style);
  return blocks.flatMap((block) => paragraphsOfBlock(block, style));
}

/** Text that runs from right to left starts and ends the other way round. */
function mirrored(lines: readonly Line[]): Line[] {
  const back = lines.filter(({ isRightToLeft }) => isRightToLeft).length;
  if (back * 2 <= lines.length) return [...lines];
  return lines.map((line) => ({
    ...line,
    x0: -line.x1,
    x1: -line.x0,
    cells: line.cells.map((x) => -x),
  }));
}

/** The gaps of a line that was stretched to fill its column are no cells'. */
function withoutGaps(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    if (!line.isEven || !isRow(line)) return line;
    // Lines that are not stretched end where this one does.
    const isLike = (step: number) => {
      let at = index + step;
      let other = lines[at];
      while (other?.isEven && isRow(other) && Math.abs(at - index) < 20) {
        at += step;
        other = lines[at];
      }
      return other && !isRow(other) && Math.abs(other.x1 - line.x1) < 2 && isOneSize(other, line);
    };
    return isLike(-1) || isLike(1) ? { ...line, text: line.text.replaceAll('\t', ' ') } : line;
  });
}

/** Stretches of lines with one size, evenly apart. */
function blocksOf(lines: readonly Line[], style: Style): Line[][] {
  const blocks: Line[][] = [];
  // How far lines of each size reach.
  const rights = new Map<number, number>();
  for (const { size, x1 } of lines) {
    rights.set(sizeKey(size), Math.max(rights.get(sizeKey(size)) ?? x1, x1));
  }
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    const isApart = !last || isGap(lines, index, rights, style) || !isOneSize(last, line);
    if (isApart) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  });
  return blocks;
}

function isOneSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= 0.06 * Math.max(a.size, b.size);
}

function isGap(
  lines: readonly Line[],
  index: number,
  rights: ReadonlyMap<number, number>,
  style: Style,
): boolean {
  const [a, b, c] = [lines[index - 1], lines[index], lines[index + 1]];
  const before = lines[index - 2];
  if (!a || !b) return true;
  const gap = b.y - a.y;
  const leading = style.leading.get(sizeKey(b.size)) ?? 1.3 * b.size;
  if (gap <= 0) return true;
  if (gap <= 1.28 * leading) return false;
  // Lines that are wider apart than elsewhere, but all of them.
  const next = c ? c.y - b.y : null;
  const last = before ? a.y - before.y : null;
  const isEven = (other: number | null) => other !== null && Math.abs(other - gap) < 0.06 * gap;
  return !(gap < 2.7 * b.size && (isEven(next) || isEven(last)) && !isVoluntary(a, b, rights));
}

/** Whether the next line's first word would have fitted behind a line. */
function isVoluntary(a: Line, b: Line, rights: ReadonlyMap<number, number>): boolean {
  const right = rights.get(sizeKey(a.size)) ?? a.x1;
  return right - a.x1 > firstWordWidth(b) * 1.1 + 0.6 * a.size;
}

function firstWordWidth({ text, x0, x1, isRightToLeft, cells }: Line): number {
  const isUnspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const word = isUnspaced ? 2 : (/^\S+/.exec(text)?.[0].length ?? 0);
  const from = isRightToLeft || cells.length < 2 ? x0 : Math.min(...cells);
  return ((x1 - from) * word) / Math.max(1, text.length);
}

function paragraphsOfBlock(block: readonly Line[], style: Style): Paragraph[] {
  const edges = edgesOf(block);
  const paragraphs: Paragraph[] = [];
  let current: Line[] = [];
  const flush = () => {
    const [first] = current;
    const last = current.at(-1);
    if (first && last) paragraphs.push(paragraphOf(current, block, edges, style));
    current = [];
  };
  block.forEach((line, index) => {
    if (index > 0 && starts(block, index, current, edges, style)) flush();
    current.push(line);
  });
  flush();
  return paragraphs;
}

interface Edges {
  /** Where most lines start, and the furthest end of one. */
  left: number;
  right: number;
  isJustified: boolean;
}

function edgesOf(block: readonly Line[]): Edges {
  const counts = new Map<number, number>();
  for (const { x0 } of block) {
    const x = Math.round(x0 / 2);
    counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  const [, most] = rangeOf([...counts.values()]);
  const [left] = rangeOf([...counts].filter(([, n]) => n === most).map(([x]) => x * 2));
  const [, right] = rangeOf(block.map(({ x1 }) => x1));
  const full = block.filter(({ x1 }) => right - x1 < 1.5).length;
  return { left, right, isJustified: block.length >= 4 && full * 2 > block.length };
}

/** Whether a line starts a paragraph; `current` are the lines of the one before it. */
function starts(
  block: readonly Line[],
  index: number,
  current: readonly Line[],
  edges: Edges,
  style: Style,
): boolean {
  const [a, b, c] = [block[index - 1], block[index], block[index + 1]];
  const first = current[0];
  if (!a || !b || !first) return true;
  const isHeading = b.size > 1.12 * style.size;
  if (isHeading && a.font === b.font && !isRow(a) && !isRow(b)) return false;
  const label = labelWidth(a, style);
  if ((isRow(a) && label === null) || (isRow(b) && labelWidth(b, style) === null)) return true;
  if (isLabelled(b.text, style)) return true;
  if (/\p{L}[-‐\u00ad]$/u.test(a.text) && /^\p{L}/u.test(b.text)) return false;
  const slack = edges.right - a.x1;
  const isShort = edges.isJustified
    ? slack > Math.max(1.2 * a.size, 2)
    : slack > firstWordWidth(b) * 1.1 + 0.6 * a.size;
  const ends = SENTENCE_END.test(a.text);
  if (SURE_BULLET.test(b.text)) return true;
  if (BULLET.test(b.text) && (isShort || ends)) return true;
  if (a.font !== b.font && isShort) return true;
  // Words beside a label, a bullet or a number start below each other.
  const hang = label ?? bulletWidth(first);
  if (hang !== null && Math.abs(b.x0 - hang) < 0.8 * b.size) return isShort && ends;
  const step = b.x0 - a.x0;
  if (current.length === 1 && step > 0 && isLabelled(a.text, style)) return isShort && ends;
  const isCentred = Math.abs(a.x0 + a.x1 - b.x0 - b.x1) < 4 && Math.abs(step) > 2;
  if (step > 0.8 * b.size && !isCentred) {
    // The second line of a paragraph whose first stands out.
    const isHanging = current.length === 1 && a.x0 < edges.left - 0.8 * a.size;
    const goesOn = c !== undefined && Math.abs(c.x0 - b.x0) < 1 && !ends && !isShort;
    return !(isHanging || (current.length === 1 && goesOn)) || (isShort && ends);
  }
  if (step < -0.8 * b.size && current.length > 1) return true;
  if (!isShort) return false;
  const isOneSentence = !ends && /^[\p{Ll}]/u.test(b.text) && !isCentred;
  return !(isOneSentence && slack < 0.4 * (edges.right - edges.left));
}

/** Cells with gaps between them: a row of a table, a line of a list of contents. */
function isRow(line: Line): boolean {
  return line.text.includes('\t');
}

/** Where the words start behind a label and a gap, as scripts and lists are set. */
function labelWidth(line: Line, style: Style): number | null {
  const [label = '', words, ...more] = line.text.split('\t');
  if (words === undefined || more.length > 0 || line.cells[1] === undefined) return null;
  const isLabel = /:$/.test(label) || BULLET.test(`${label} x`) || isLabelled(label, style);
  return isLabel ? line.cells[1] : null;
}

function bulletWidth(line: Line): number | null {
  const found = BULLET.exec(line.text);
  if (!found) return null;
  const width = (line.x1 - line.x0) / Math.max(1, line.text.length);
  return line.cells[1] ?? line.x0 + width * (found[0].length - 1);
}

function isLabelled(text: string, style: Style): boolean {
  if (QUESTION_OR_ANSWER.test(`${text} x`) && style.labels.has(text[0] ?? '')) return true;
  const { label, time } = lineStart(text.replace('\t', ' '));
  return label === null ? time !== null && style.labels.has('time') : style.labels.has(label);
}

/** Labels, questions, answers and times that start lines more than once. */
export function labelsOf(lines: Iterable<Line>): Set<string> {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { text } of lines) {
    if (QUESTION_OR_ANSWER.test(text)) count(text[0] ?? '');
    const { label, time } = lineStart(text.slice(0, 200).replace('\t', ' '));
    if (label !== null) count(label);
    if (time !== null) count('time');
  }
  // An answer starts with "A", a sentence too: only where questions come back.
  const asks = (counts.get('Q') ?? 0) >= 2 && (counts.get('A') ?? 0) >= 2;
  const isKnown = (key: string) => (key === 'Q' || key === 'A' ? asks : true);
  return new Set([...counts].filter(([key, n]) => n >= 2 && isKnown(key)).map(([key]) => key));
}

function paragraphOf(
  lines: readonly Line[],
  block: readonly Line[],
  edges: Edges,
  style: Style,
): Paragraph {
  const [first] = lines;
  const last = lines.at(-1);
  const text = lines.reduce(
    (all, line) => joinLines(all, wordsOfLine(line, style), style.words),
    '',
  );
  const isLast = last === block.at(-1);
  const slack = edges.right - (last?.x1 ?? 0);
  const isFull = slack < (edges.isJustified ? 1.5 : 5) * style.size;
  const isIndented = (first?.x0 ?? 0) > edges.left + 0.8 * style.size;
  const isRowLine = last !== undefined && isRow(last) && labelWidth(last, style) === null;
  return {
    text,
    page: first?.page ?? 1,
    turns: [],
    size: median(lines.map(({ size }) => size)),
    font: first?.font ?? '',
    note: null,
    isOpen: isLast && !isRowLine && (/[-‐]$/.test(text) || isFull || !SENTENCE_END.test(text)),
    isRest:
      first !== undefined &&
      !isIndented &&
      !isRow(first) &&
      !isLabelled(text, style) &&
      !BULLET.test(text),
  };
}

/** A gap behind a label or a bullet is a space. */
function wordsOfLine(line: Line, style: Style): string {
  return labelWidth(line, style) === null ? line.text : line.text.replace('\t', ' ');
}

/**
 * Joins a paragraph with the one that the break of a column or page cut it from. Both have the same
 * letters; the first is open, and the second starts like a rest.
 */
export function joinParagraphs(a: Paragraph, b: Paragraph, words: Words): boolean {
  if (!a.isOpen || !b.isRest || a.font !== b.font || a.text.length > LONGEST) return false;
  if (Math.abs(a.size - b.size) > 0.06 * a.size) return false;
  const ends = SENTENCE_END.test(a.text.slice(-20));
  const isLower = /^[\p{Ll}\d(]/u.test(b.text);
  const hasCase = /^["'“„«‘(]?\p{L}/u.test(b.text) && /^["'“„«‘(]?[\p{Lu}\p{Ll}]/u.test(b.text);
  if (ends && hasCase && isLower && !/[;:]["'”’»)\]]*$/.test(a.text)) return false;
  const joined = joinLines(a.text, b.text, words);
  const at = joined.length - b.text.length;
  a.turns.push(...(b.page === a.page ? [] : [{ at, page: b.page }]));
  for (const turn of b.turns) a.turns.push({ at: turn.at + at, page: turn.page });
  a.text = joined;
  a.isOpen = b.isOpen;
  return true;
}
