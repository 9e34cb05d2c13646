import { columnsOf } from './pdf-columns';
import { withInitials } from './pdf-initials';
import { type Line, linesOf } from './pdf-lines';
import { type Note, notesOf } from './pdf-notes';
import type { Page } from './pdf-page';
import {
  joinParagraphs,
  labelsOf,
  type Paragraph,
  paragraphsIn,
  type Style,
  sizeKey,
} from './pdf-paragraphs';
import { joinLines, type Words, wordsOf } from './pdf-words';

/** The text of a document in the order of reading. */
export interface PdfText {
  paragraphs: Paragraph[];
  /** The words set largest at the start of the first page. */
  heading: string | null;
}

/**
 * The paragraphs of a document. The notes of a page stand behind the paragraph that is not over when
 * the page is.
 */
export function textOfPages(pages: readonly Page[]): PdfText {
  const gutters: number[] = [];
  const columns = pages.flatMap((page) => columnsOfPage(page, gutters));
  const style = styleOf(columns);
  const marks = marksOf(columns);
  const paragraphs: Paragraph[] = [];
  let waiting: Paragraph[] = [];
  let open: Paragraph | null = null;
  let note: Paragraph | null = null;
  for (const column of columns) {
    const page = column[0]?.page ?? 1;
    const isNoteOpen = note?.isOpen === true;
    const { body, notes } = notesOf(
      withInitials(column, style),
      style,
      marks.get(page) ?? new Set(),
      isNoteOpen,
    );
    for (const [index, paragraph] of paragraphsIn(body, style).entries()) {
      if (index === 0 && open && joinParagraphs(open, paragraph, style.words)) continue;
      paragraphs.push(...waiting, paragraph);
      waiting = [];
      const isBody = Math.abs(paragraph.size - style.size) < 0.06 * style.size;
      if (isBody) open = paragraph.isOpen ? paragraph : null;
    }
    for (const one of notes) {
      const next = noteParagraph(one, style.words);
      if (one.mark === null && note && joinParagraphs(note, next, style.words)) continue;
      note = next;
      waiting.push(next);
    }
  }
  paragraphs.push(...waiting);
  return { paragraphs, heading: headingOf(paragraphs, style) };
}

function columnsOfPage(page: Page, gutters: number[]): Line[][] {
  const letters = page.chunks.reduce((sum, { runs }) => sum + runs.length, 0);
  const back = page.chunks.reduce(
    (sum, { runs }) => sum + runs.filter((run) => run.isRightToLeft).length,
    0,
  );
  const columns = columnsOf(page.chunks, gutters, back * 2 > letters);
  return [...columns, ...page.turned]
    .map((chunks) => linesOf(chunks, page.number).filter(({ text }) => text !== ''))
    .filter((lines) => lines.length > 0);
}

function styleOf(columns: readonly (readonly Line[])[]): Style {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  const gaps = new Map<number, Map<number, number>>();
  const add = <K>(counts: Map<K, number>, key: K, count: number) =>
    counts.set(key, (counts.get(key) ?? 0) + count);
  for (const lines of columns) {
    lines.forEach((line, index) => {
      const key = sizeKey(line.size);
      add(sizes, key, line.text.length);
      add(fonts, line.font, line.text.length);
      const last = lines[index - 1];
      const gap = last && sizeKey(last.size) === key ? line.y - last.y : 0;
      if (gap < 0.8 * line.size || gap > 3 * line.size) return;
      const own = gaps.get(key) ?? new Map<number, number>();
      gaps.set(key, own);
      add(own, Math.round(gap * 2) / 2, 1);
    });
  }
  const most = <K>(counts: Map<K, number>) => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const all = columns.flat();
  return {
    size: most(sizes) ?? 10,
    font: most(fonts) ?? '',
    leading: new Map(
      [...gaps].filter(([, own]) => countOf(own) >= 3).map(([key, own]) => [key, leadingOf(own)]),
    ),
    labels: labelsOf(all),
    words: wordsOf(all.map(({ text }) => text)),
  };
}

/** The smallest distance of lines that is no exception: in a list of short paragraphs most are wider. */
function leadingOf(gaps: ReadonlyMap<number, number>): number {
  const highest = Math.max(...gaps.values());
  return Math.min(...[...gaps].filter(([, count]) => count * 4 >= highest).map(([gap]) => gap));
}

function countOf(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** The marks of notes in the text of each page. */
function marksOf(columns: readonly (readonly Line[])[]): Map<number, Set<string>> {
  const marks = new Map<number, Set<string>>();
  for (const { page, marks: own } of columns.flat()) {
    const known = marks.get(page) ?? new Set<string>();
    marks.set(page, known);
    for (const mark of own) known.add(mark);
  }
  return marks;
}

function noteParagraph({ mark, lines }: Note, words: Words): Paragraph {
  const text = lines.reduce(
    (all, line) => joinLines(all, line.text.replaceAll('\t', ' '), words),
    '',
  );
  const [first] = lines;
  return {
    text,
    page: first?.page ?? 1,
    turns: [],
    size: first?.size ?? 0,
    font: first?.font ?? '',
    note: mark,
    isOpen: !/[.!?]["'”’»)\]]*$/.test(text),
    isRest: mark === null,
  };
}

/** Larger than the text, and the largest of what the first page starts with. */
function headingOf(paragraphs: readonly Paragraph[], { size }: Style): string | null {
  const top = paragraphs.slice(0, 8).filter(({ page, note }) => page === 1 && note === null);
  const largest = top.reduce<Paragraph | null>(
    (best, one) => (best && best.size >= one.size ? best : one),
    null,
  );
  const isHeading = largest !== null && largest.size > 1.15 * size && largest.text.length <= 200;
  return isHeading ? largest.text : null;
}
