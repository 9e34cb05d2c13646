import { type Chunk, median, type Page } from './pdf-page';

/*
 * What is printed on every page and is no part of the text: running heads, feet, page numbers, the
 * address and time that browsers print, numbers of lines.
 */

/** Rows at the top and at the bottom of a page that can be furniture. */
const ROWS = 4;
/** A row of furniture stands at about the same height on each page; in points. */
const SAME_HEIGHT = 10;
const PAGE_NUMBER =
  /^(?:(?:page|seite|pagina|página|p\.|s\.)\s*)?[-–—|[(\s]*(\d{1,4}|[ivxlc]{1,7})[-–—|\])\s]*(?:(?:\/|of|von|de|sur|di|van)\s*\d{1,4})?[-–—|\])\s.]*$/i;
const PRINTED_ADDRESS = /^(?:https?|file):\/\/\S*\s*\d{0,4}(?:\/\d{1,4})?$/;
const PRINTED_TIME = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:\s?[AP]M)?(?:\s|$)/i;

interface Row {
  chunks: Chunk[];
  y: number;
  text: string;
  /** The text with every number as the same sign. */
  pattern: string;
}

/** What browsers print at the foot of a page: where it came from. */
export interface Furniture {
  address: string | null;
}

/** Takes what is no part of the text out of all pages, and says what it found. */
export function removeFurniture(pages: readonly Page[]): Furniture {
  for (const page of pages) removeLineNumbers(page);
  const rows = pages.map((page) => rowsOf(page.chunks));
  let address: string | null = null;
  for (const edge of [topOf, bottomOf]) {
    const edges = rows.map(edge);
    const { isRepeated, repeated } = repeatedIn(edges);
    edges.forEach((own, index) => {
      const page = pages[index];
      if (!page) return;
      const all = rows[index] ?? [];
      const found: Row[] = [];
      for (const row of own) {
        const isFurniture =
          row.chunks.every(({ isArtifact }) => isArtifact) ||
          isRepeated(row, index) ||
          hasOwnNumber(row, all, index + 1, edge === bottomOf) ||
          isFromBrowser(row, all);
        if (!isFurniture) break;
        found.push(row);
      }
      // The same words may start two pages of the text: furniture stands apart from it.
      const isSure = (row: Row | undefined) =>
        row !== undefined && repeated(row) * 2 >= pages.length;
      while (found.length > 0 && !isSure(found.at(-1)) && !isApart(found, own, all)) found.pop();
      for (const row of found)
        address ??= /^(https?:\/\/\S+?)\s*(?:\d{1,4}\/\d{1,4})?$/.exec(row.text)?.[1] ?? null;
      const gone = new Set(found.flatMap(({ chunks }) => chunks));
      page.chunks = page.chunks.filter((chunk) => !gone.has(chunk));
    });
  }
  removeTurned(pages);
  return { address };
}

/** A single page too has what browsers print, smaller than its text. */
function isFromBrowser(row: Row, rows: readonly Row[]): boolean {
  const isPrinted = PRINTED_ADDRESS.test(row.text) || PRINTED_TIME.test(row.text);
  return isPrinted && sizeOf(row.chunks) < 0.9 * sizeOf(rows.flatMap(({ chunks }) => chunks));
}

/** Whether the last of the rows found at an edge is set off from the row that follows it. */
function isApart(found: readonly Row[], own: readonly Row[], all: readonly Row[]): boolean {
  const [last, next] = [found.at(-1), own[found.length]];
  if (!last || !next) return true;
  const size = sizeOf(all.flatMap(({ chunks }) => chunks));
  const gaps = all.slice(1).map((row, at) => row.y - (all[at]?.y ?? 0));
  const isOther = Math.abs(sizeOf(last.chunks) - size) > 0.05 * size;
  const isMarked = last.chunks.every(({ isArtifact }) => isArtifact);
  return isMarked || isOther || Math.abs(last.y - next.y) > 1.25 * median(gaps);
}

function sizeOf(chunks: readonly Chunk[]): number {
  return median(chunks.map(({ size }) => size));
}

/**
 * The number of this very page at the edge of a row that stands apart: other pages may have theirs
 * elsewhere. On the first page only at its foot, since a text may start with a number.
 */
function hasOwnNumber(row: Row, rows: readonly Row[], page: number, isFoot: boolean): boolean {
  const at = rows.indexOf(row);
  const next = rows[isFoot ? at - 1 : at + 1];
  const sorted = [...row.chunks].sort((a, b) => a.x0 - b.x0);
  const ends = isFoot || page > 1 ? [sorted[0], sorted.at(-1)] : [];
  const isLone = !next || Math.abs(row.y - next.y) > 1.8 * sizeOf(row.chunks);
  return isLone && ends.some((end) => end !== undefined && pageNumber(textOf(end)) === page);
}

function topOf(rows: readonly Row[]): Row[] {
  return rows.slice(0, ROWS);
}

function bottomOf(rows: readonly Row[]): Row[] {
  return rows.slice(-ROWS).reverse();
}

function rowsOf(chunks: readonly Chunk[]): Row[] {
  const groups: Chunk[][] = [];
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && chunk.y - first.y < 0.4 * first.size) group.push(chunk);
    else groups.push([chunk]);
  }
  return groups.map((group) => {
    const text = [...group]
      .sort((a, b) => a.x0 - b.x0)
      .map(textOf)
      .join(' ')
      .replace(/\s+/g, ' ');
    const y = median(group.map((chunk) => chunk.y));
    return { chunks: group, y, text, pattern: patternOf(text) };
  });
}

function textOf({ runs }: Chunk): string {
  return runs
    .map(({ text, isSpaced }) => (isSpaced ? ` ${text}` : text))
    .join('')
    .trim();
}

function patternOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]{1,7}(?=\s|$)|(?<=\s)[ivxlc]{1,7}$/g, '#');
}

/**
 * Whether a row comes back at its height on other pages: the same words on a good part of them, or
 * a page's number that goes on as the pages do.
 */
function repeatedIn(edges: readonly Row[][]): {
  isRepeated: (row: Row, page: number) => boolean;
  /** On how many pages the words of a row stand at its height. */
  repeated: (row: Row) => number;
} {
  const places = new Tally<string>();
  const numbers = new Tally<number>();
  edges.forEach((rows, page) => {
    for (const { pattern, y, text } of rows) {
      places.add(pattern, y, page);
      const number = pageNumber(text);
      if (number !== null) numbers.add(number - page, y, page);
    }
  });
  // Left and right pages have different heads, and parts of a book their own.
  const enough = Math.max(2, Math.min(edges.length * 0.25, 6));
  const repeated = (row: Row) => places.count(row.pattern, row.y);
  const isRepeated = (row: Row, page: number) => {
    const number = pageNumber(row.text);
    if (number !== null) {
      if (numbers.count(number - page, row.y) >= Math.min(2, edges.length)) {
        return edges.length > 1 || number === 1;
      }
    }
    // A pattern of a number alone is a page's number only where it goes on: tables have numbers too.
    if (!/\p{L}/u.test(row.pattern)) return false;
    return repeated(row) >= enough;
  };
  return { isRepeated, repeated };
}

/** On how many pages something stands at about one height. */
class Tally<Key> {
  readonly #heights = new Map<Key, Map<number, { pages: number; last: number }>>();

  add(key: Key, y: number, page: number): void {
    const heights = this.#heights.get(key) ?? new Map<number, { pages: number; last: number }>();
    this.#heights.set(key, heights);
    const band = Math.round(y / SAME_HEIGHT);
    const known = heights.get(band);
    if (!known) heights.set(band, { pages: 1, last: page });
    else if (known.last !== page) {
      known.pages += 1;
      known.last = page;
    }
  }

  count(key: Key, y: number): number {
    const heights = this.#heights.get(key);
    const band = Math.round(y / SAME_HEIGHT);
    return [band - 1, band, band + 1].reduce(
      (sum, one) => sum + (heights?.get(one)?.pages ?? 0),
      0,
    );
  }
}

function pageNumber(text: string): number | null {
  const found = PAGE_NUMBER.exec(text)?.[1];
  if (found === undefined) return null;
  return /^\d/.test(found) ? Number(found) : romanNumber(found.toLowerCase());
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanNumber(text: string): number {
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** Numbers at the left edge that count the lines of a page, as court reporters and parliaments print. */
function removeLineNumbers(page: Page): void {
  const numbers = page.chunks.filter(
    ({ runs }) => runs.length === 1 && /^\d{1,3}$/.test(runs[0]?.text.trim() ?? ''),
  );
  if (numbers.length < 5) return;
  const edge = Math.min(...numbers.map(({ x1 }) => x1));
  const column = numbers.filter(({ x1 }) => x1 - edge < 12).sort((a, b) => a.y - b.y);
  const values = column.map(({ runs }) => Number(runs[0]?.text));
  const step = median(values.slice(1).map((value, at) => value - (values[at] ?? 0)));
  const regular = values.filter((value, at) => at === 0 || value - (values[at - 1] ?? 0) === step);
  const others = page.chunks.filter((chunk) => !column.includes(chunk));
  const right = Math.max(...column.map(({ x1 }) => x1));
  const lines = rowsOf(others).length;
  const isNumbering =
    column.length >= 5 &&
    (step === 1 || step === 5) &&
    regular.length * 10 >= values.length * 9 &&
    column.length * step * 10 >= lines * 6 &&
    others.filter(({ x0 }) => x0 < right).length <= 3;
  if (isNumbering) page.chunks = others;
}

/** Stamps along the edge, and drafts' marks across the page. */
function removeTurned(pages: readonly Page[]): void {
  const counts = new Map<string, number>();
  const keyOf = (chunks: readonly Chunk[]) => patternOf(chunks.map(textOf).join(' '));
  for (const { turned } of pages) {
    for (const key of new Set(turned.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const page of pages) {
    page.turned = page.turned.filter((chunks) => (counts.get(keyOf(chunks)) ?? 0) < 2);
  }
}
