/// <reference path="./pdf-modules.d.ts" />

import type { PdfPage, TextContent, TextItem } from 'pdfjs-dist/legacy/build/pdf.min.mjs';

/*
 * What stands on a page, as stretches on a baseline. Coordinates are in points from the top left of
 * the page as it is shown, y growing downwards; of turned text, of the page turned so that it reads.
 */

/** Glyphs of one font and size. */
export interface Run {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  isRightToLeft: boolean;
  /** White space was drawn, or left, in front of it. */
  isSpaced: boolean;
}

/** Runs that follow each other on a line without a gap wider than a letter. */
export interface Chunk {
  runs: Run[];
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  /** Marked by the writing program as no part of the text: a page's head, foot or number. */
  isArtifact: boolean;
}

export interface Page {
  /** Counts from 1. */
  number: number;
  height: number;
  chunks: Chunk[];
  /** The way in which most of the page reads: degrees clockwise from left to right, less than 360. */
  direction: number;
  /** Text that reads in another direction than most of the page, one list for each direction. */
  turned: Chunk[][];
}

/**
 * Signs that fonts of TeX keep where others have control characters, from U+000B on: its encoding OT1
 * up to U+000F, then T1. A file may use such a font without saying what its letters are.
 */
const TEX_SIGNS = [...'ﬀﬁﬂﬃﬄ“”„«»–—', '', '', 'ı', 'ȷ', ...'ﬀﬁﬂﬃﬄ'];

/** Beyond this a page is no page of words. */
const MOST_ITEMS = 200_000;
/** Below it, and no lower, a raised run is still on the line; in heights of the larger letters. */
const SAME_LINE = 0.6;
/** Gaps as wide as this, in heights of letters, part two chunks. */
const WIDE = 1;

/** Reads what stands on a page; `isLate` ends the reading of a page without end. */
export async function readPage(
  page: PdfPage,
  number: number,
  isLate: () => boolean,
): Promise<Page> {
  const { height, transform } = page.getViewport({ scale: 1 });
  const directions = new Map<number, Chunk[]>();
  const drawn = new Map<string, Run[]>();
  let artifacts = 0;
  let marks: boolean[] = [];
  let isSpaced = true;
  let count = 0;
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Content };
    if (done || !value) break;
    count += value.items.length;
    if (count > MOST_ITEMS || isLate()) {
      reader.cancel(new Error('No end of text.')).catch(() => {});
      break;
    }
    for (const item of value.items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') artifacts -= marks.pop() ? 1 : 0;
        else {
          const isArtifact = item.tag === 'Artifact';
          marks.push(isArtifact);
          artifacts += isArtifact ? 1 : 0;
        }
        if (marks.length > 1000) marks = marks.slice(-500);
        continue;
      }
      if (item.str.trim() === '') {
        isSpaced ||= item.str !== '';
        continue;
      }
      const { run, direction } = runOf(item, value.styles, transform, isSpaced);
      if (isDrawnAgain(run, drawn)) continue;
      const chunks = directions.get(direction) ?? [];
      directions.set(direction, chunks);
      addRun(chunks, run, artifacts > 0);
      isSpaced = /\s$/.test(item.str);
    }
  }
  const [[direction, chunks] = [0, []], ...turned] = [...directions].sort(
    ([, a], [, b]) => lengthOf(b) - lengthOf(a),
  );
  return { number, height, chunks, direction, turned: turned.map(([, other]) => other) };
}

interface Content extends TextContent {
  styles: Record<string, { vertical?: boolean }>;
}

/** The run of an item in coordinates along its direction, in degrees clockwise. */
function runOf(
  item: TextItem,
  styles: Content['styles'],
  page: readonly number[],
  isSpaced: boolean,
): { run: Run; direction: number } {
  const [p0 = 1, p1 = 0, p2 = 0, p3 = 1, p4 = 0, p5 = 0] = page;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const isVertical = styles[item.fontName]?.vertical === true;
  // The way of the words: along the baseline, or down.
  const [alongX, alongY] = isVertical ? [-c, -d] : [a, b];
  const angle = Math.atan2(p1 * alongX + p3 * alongY, p0 * alongX + p2 * alongY);
  const degrees = Math.round((angle * 180) / Math.PI);
  const quarter = Math.round(degrees / 90) * 90;
  // Pages are scanned a little askew.
  const direction = (Math.abs(degrees - quarter) <= 5 ? quarter + 360 : degrees + 360) % 360;
  const [sin, cos] = [Math.sin((direction * Math.PI) / 180), Math.cos((direction * Math.PI) / 180)];
  const x = p0 * e + p2 * f + p4;
  const y = p1 * e + p3 * f + p5;
  const start = x * cos + y * sin;
  const size = isVertical ? item.width || Math.hypot(a, b) : item.height || Math.hypot(c, d);
  return {
    direction,
    run: {
      text: plainText(item.str),
      x0: start,
      x1: start + (isVertical ? item.height : item.width),
      y: y * cos - x * sin,
      size: size || 1,
      font: item.fontName,
      isRightToLeft: item.dir === 'rtl',
      isSpaced: isSpaced || /^\s/.test(item.str),
    },
  };
}

/** Signs that every font can hold instead of those of one program's own. */
function plainText(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (sign) => TEX_SIGNS[sign.charCodeAt(0) - 0x0b] ?? '')
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\uf0b7\uf0a7\uf0d8]/g, '•')
    .replace(/\u00ad(?!$)|\u200b/g, '');
}

/** How many places of one text are looked at for another one on top of them. */
const LOOKED_AT = 40;

/** The same words all but in the same place: a program's way to make them bold, or a shadow. */
function isDrawnAgain(run: Run, drawn: Map<string, Run[]>): boolean {
  const places = drawn.get(run.text) ?? [];
  const isSame = places
    .slice(-LOOKED_AT)
    .some(({ x0, y }) => Math.max(Math.abs(x0 - run.x0), Math.abs(y - run.y)) < 0.1 * run.size);
  if (!isSame) places.push(run);
  drawn.set(run.text, places);
  return isSame;
}

function addRun(chunks: Chunk[], run: Run, isArtifact: boolean): void {
  const chunk = chunks.at(-1);
  const last = chunk?.runs.at(-1);
  if (chunk && last && isArtifact === chunk.isArtifact && follows(last, run)) {
    chunk.runs.push(run);
    chunk.x0 = Math.min(chunk.x0, run.x0);
    chunk.x1 = Math.max(chunk.x1, run.x1);
    // The line is that of its largest letters, not that of a raised mark.
    if (run.size > chunk.size * 1.05) {
      chunk.y = run.y;
      chunk.size = run.size;
      chunk.font = run.font;
    }
    return;
  }
  const { x0, x1, y, size, font } = run;
  chunks.push({ runs: [run], x0, x1, y, size, font, isArtifact });
}

function follows(last: Run, run: Run): boolean {
  const size = Math.max(last.size, run.size);
  const gap = run.x0 >= last.x0 ? run.x0 - last.x1 : last.x0 - run.x1;
  // A large first letter stands beside several lines.
  const isAlike = Math.min(last.size, run.size) > size * 0.45;
  return (
    isAlike && Math.abs(run.y - last.y) <= SAME_LINE * size && gap <= WIDE * size && gap > -size
  );
}

/** How many characters stand in chunks. */
export function lengthOf(chunks: readonly Chunk[]): number {
  return chunks.reduce(
    (sum, { runs }) => runs.reduce((all, { text }) => all + text.length, sum),
    0,
  );
}

/** The value in the middle of a sorted copy; 0 of nothing. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** The least and the most of any number of values. */
export function rangeOf(values: readonly number[]): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
