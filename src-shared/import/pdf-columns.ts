import { type Chunk, lengthOf, median, rangeOf } from './pdf-page';

/*
 * Reading order. A gutter is a place where many chunks start and that few cross: what crosses it
 * (headlines, pictures' captions) parts the page into bands, and in each band the columns are read
 * one after another. Tables look alike but for their short cells: they are read row by row.
 */

/** More chunks than that are no page of text in columns. */
const MOST_CHUNKS = 4000;
const MOST_CANDIDATES = 24;
const MOST_COLUMNS_DEEP = 4;
/** Lines that stand beside each other before they can be columns. */
const FEWEST_LINES = 4;
/** Most letters of a column stand in stretches at least this long: those of a table's cells are short. */
const SHORTEST_LINE = 18;

/** A gutter is looked for so far to the left of where lines start; in points. */
const INDENT = 2.5;
/** The narrowest gutter, in heights of letters. */
const GUTTER = 0.6;

interface Band {
  left: Chunk[];
  right: Chunk[];
  /** What crosses the gutter below the two. */
  spanning: Chunk[];
}

/**
 * Parts of a page in the order of reading, each one column wide. `gutters` holds where columns were
 * found to be parted on pages of the document, and gets what is found.
 */
export function columnsOf(
  chunks: readonly Chunk[],
  gutters: number[],
  isRightToLeft = false,
): Chunk[][] {
  if (chunks.length > MOST_CHUNKS) return [[...chunks]];
  return parted(chunks, gutters, isRightToLeft, 0);
}

function parted(
  chunks: readonly Chunk[],
  gutters: number[],
  isRightToLeft: boolean,
  depth: number,
): Chunk[][] {
  const x = depth < MOST_COLUMNS_DEEP ? findGutter(chunks, gutters) : null;
  if (x === null) return chunks.length > 0 ? [[...chunks]] : [];
  const parts: Chunk[][] = [];
  let wide: Chunk[] = [];
  const flush = () => {
    if (wide.length > 0) parts.push(wide);
    wide = [];
  };
  for (const band of bandsAt(chunks, x)) {
    if (isColumns(band)) {
      flush();
      const sides = isRightToLeft ? [band.right, band.left] : [band.left, band.right];
      for (const side of sides) parts.push(...parted(side, gutters, isRightToLeft, depth + 1));
    } else wide.push(...band.left, ...band.right);
    wide.push(...band.spanning);
  }
  flush();
  return parts;
}

function findGutter(chunks: readonly Chunk[], gutters: number[]): number | null {
  let best: { x: number; score: number } | null = null;
  for (const x of startsOf(chunks)) {
    const score = bandsAt(chunks, x).reduce((sum, band) => sum + scoreOf(band), 0);
    if (score > (best?.score ?? 0)) best = { x, score };
  }
  if (best) {
    if (!gutters.some((x) => Math.abs(x - (best?.x ?? 0)) < 2)) gutters.push(best.x);
    return best.x;
  }
  // The last page has too few lines to tell, but stands in columns like the others.
  return (
    gutters.find((x) =>
      bandsAt(chunks, x).some((band) => isColumns(band) && isText(band.left, FEWEST_LINES)),
    ) ?? null
  );
}

/** Where several chunks start, the most frequent first. */
function startsOf(chunks: readonly Chunk[]): number[] {
  const counts = new Map<number, number>();
  for (const { x0 } of chunks) {
    const x = Math.round(x0);
    for (const near of [x - 1, x, x + 1]) counts.set(near, (counts.get(near) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST_LINES)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CANDIDATES)
    .map(([x]) => x - INDENT);
}

function bandsAt(chunks: readonly Chunk[], x: number): Band[] {
  const size = median(chunks.map((chunk) => chunk.size));
  const bands: Band[] = [{ left: [], right: [], spanning: [] }];
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y)) {
    // A page's number in the gutter parts no more than a headline does.
    const isSpanning = chunk.x0 < x - 1 && chunk.x1 > x + INDENT - GUTTER * size;
    let band = bands[bands.length - 1];
    if (!band) break;
    if (isSpanning) {
      band.spanning.push(chunk);
      continue;
    }
    if (band.spanning.length > 0) {
      band = { left: [], right: [], spanning: [] };
      bands.push(band);
    }
    (chunk.x0 >= x - 1 ? band.right : band.left).push(chunk);
  }
  return bands;
}

/** How many letters stand in the lesser of two columns; 0 where the two are none. */
function scoreOf({ left, right }: Band): number {
  if (left.length < FEWEST_LINES || right.length < FEWEST_LINES) return 0;
  if (!areBeside({ left, right, spanning: [] })) return 0;
  if (!isText(left, FEWEST_LINES - 1) || !isText(right, FEWEST_LINES - 1)) return 0;
  return Math.min(lengthOf(left), lengthOf(right));
}

/** Whether a band is read column by column, where a gutter is known. */
function isColumns(band: Band): boolean {
  return areBeside(band) && isText(band.left, 1);
}

/** Whether both sides have something, at one height. */
function areBeside({ left, right }: Band): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const size = left[0]?.size ?? 0;
  const [leftTop, leftBottom] = rangeOf(left.map(({ y }) => y));
  const [rightTop, rightBottom] = rangeOf(right.map(({ y }) => y));
  return Math.min(leftBottom, rightBottom) >= Math.max(leftTop, rightTop) - size / 2;
}

/** Lines of words, most of them as wide as the column (or as one of two columns in it): no cells. */
function isText(side: readonly Chunk[], fewest: number): boolean {
  const rows: { x0: number; x1: number; y: number }[] = [];
  for (const chunk of [...side].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && chunk.y - row.y < 0.4 * chunk.size) {
      row.x0 = Math.min(row.x0, chunk.x0);
      row.x1 = Math.max(row.x1, chunk.x1);
    } else rows.push({ x0: chunk.x0, x1: chunk.x1, y: chunk.y });
  }
  const width = rangeOf(rows.map(({ x1 }) => x1))[1] - rangeOf(rows.map(({ x0 }) => x0))[0];
  const wide = rows.filter(({ x0, x1 }) => x1 - x0 > 0.4 * width).length;
  return rows.length >= fewest && wide * 2 >= rows.length && usualLength(side) >= SHORTEST_LINE;
}

/** How long the stretch is in which the letter in the middle stands. */
function usualLength(chunks: readonly Chunk[]): number {
  const lengths = chunks.map((chunk) => lengthOf([chunk])).sort((a, b) => a - b);
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  let sum = 0;
  for (const length of lengths) {
    sum += length;
    if (sum >= half) return length;
  }
  return 0;
}
