import type { Span } from '../model/span';

/** A block of an article before anything is known about it. */
export interface TextBlock {
  text: string;
  kind: 'paragraph' | 'heading' | 'list-item' | 'quote';
  /** 1 to 6, for headings. */
  level?: number;
}

interface Line extends Span {
  text: string;
  kind: 'paragraph' | 'list-item' | 'quote';
  /** A blank line stands before it. */
  separated: boolean;
}

const BULLET = /^(?:[•‣▪◦●∙·*]|[-–])\s+(?=\S)/u;
const QUOTED = /^(?:>\s?)+/u;

/** Lines longer than this are whole paragraphs: nobody wraps text there. */
const WIDEST_WRAP = 120;
/** A line shorter than this was not cut by wrapping. */
const NARROWEST_WRAP = 40;

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let separated = true;
  for (const match of text.matchAll(/([^\r\n\u2028\u2029]*)(?:\r\n|[\r\n\u2028\u2029]|$)/gu)) {
    const raw = match[1] ?? '';
    const trimmed = raw.trim();
    if (trimmed === '' || /^>+$/u.test(trimmed.replace(/\s/gu, ''))) {
      separated = true;
      continue;
    }
    let start = match.index + raw.indexOf(trimmed.charAt(0));
    const end = start + trimmed.length;
    let kind: Line['kind'] = 'paragraph';
    const marker = QUOTED.exec(trimmed)?.[0] ?? BULLET.exec(trimmed)?.[0] ?? '';
    if (marker !== '') kind = marker.startsWith('>') ? 'quote' : 'list-item';
    start += marker.length;
    lines.push({ start, end, text: trimmed.slice(marker.length), kind, separated });
    separated = false;
  }
  return lines;
}

function firstWordLength(line: Line): number {
  const space = line.text.search(/\s/u);
  return space < 0 ? line.text.length : space;
}

/** Does the next line follow this one without a blank line or a marker between? */
function touches(line: Line, next: Line | undefined): next is Line {
  if (!next || next.separated) return false;
  return next.kind === line.kind
    ? next.kind !== 'list-item'
    : next.kind === 'paragraph' && line.kind === 'list-item';
}

/** Would the first word of the next line have fitted on this one? If not, the line was wrapped. */
function isFull(line: Line, next: Line, width: number): boolean {
  return line.text.length >= NARROWEST_WRAP && line.text.length + 1 + firstWordLength(next) > width;
}

/**
 * The width at which the lines of a text were wrapped (e-mail, 72 columns), or 0 if they were not.
 * A wrapped text has no long lines, and hardly a line that had room for the next word.
 */
function wrapWidth(lines: readonly Line[]): number {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.text.length);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return 0;
  let inner = 0;
  let full = 0;
  let unfinished = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!touches(line, next)) continue;
    inner += 1;
    if (!isFull(line, next, width)) continue;
    full += 1;
    const goesOn = !/[.!?:;"”»)]$/u.test(line.text) || /^\p{Ll}/u.test(next.text);
    if (goesOn) unfinished += 1;
  }
  return full * 10 >= inner * 6 && unfinished * 2 >= full && unfinished > 0 ? width : 0;
}

/**
 * Cuts plain text into blocks; `start` and `end` are UTF-16 offsets into `text`, markers (bullets,
 * `>`) left out. Paragraphs are separated by blank lines or by single newlines; lines wrapped at a
 * fixed width are joined, so that a block's `text` may have a space where `text` has a newline.
 * Linear; never throws.
 */
export function blocksFromPlainText(text: string): (TextBlock & Span)[] {
  const lines = readLines(text);
  const width = wrapWidth(lines);
  const blocks: (TextBlock & Span)[] = [];
  let pieces: string[] = [];
  let last: Line | undefined;
  const close = () => {
    const block = blocks.at(-1);
    if (block) block.text = joinPieces(pieces);
  };
  for (const line of lines) {
    const block = blocks.at(-1);
    const joins = width > 0 && last && touches(last, line) && isFull(last, line, width);
    if (joins && block) {
      pieces.push(line.text);
      block.end = line.end;
    } else {
      close();
      pieces = [line.text];
      blocks.push({ text: line.text, kind: line.kind, start: line.start, end: line.end });
    }
    last = line;
  }
  close();
  return blocks;
}

/** A hyphen at the end of a line stays and takes no space: "well-⏎known". */
function joinPieces(pieces: readonly string[]): string {
  let joined = '';
  for (const piece of pieces) {
    const hyphen = /\p{L}-$/u.test(joined.slice(-3)) && /^\p{Ll}/u.test(piece);
    joined += joined === '' || hyphen ? piece : ` ${piece}`;
  }
  return joined;
}
