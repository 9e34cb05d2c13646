import type { Locator } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';

/** A block of the reader: a speaker's turn or a paragraph. Offsets are UTF-16, into the source's text. */
export interface ReadingBlock extends Span {
  /** Shown beside it; null where it is the same as the block's before. */
  time: number | null;
  page: number | null;
  paragraph: number | null;
  /** Who speaks; null where the source does not say. */
  speaker: string | null;
  /** False where the block before has the same speaker, whose name need not be said again. */
  showsSpeaker: boolean;
  /** True for the first block of a page. */
  showsPage: boolean;
}

/** Longer blocks, in UTF-16 code units, are cut: nobody reads a paragraph of a megabyte in one. */
const LONGEST = 6_000;

/**
 * Cuts a source's text into the blocks it is read in. The smallest locators make the blocks; larger
 * ones (a page, a turn of several paragraphs) lend them what they know. Text that no locator covers is
 * shown as paragraphs of its own, except labels ("MAYOR: ") and timecodes, which are shown beside.
 */
export function readingBlocks(text: string, locators: readonly Locator[]): ReadingBlock[] {
  const sorted = locators
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const leaves = sorted.filter((one, index) => {
    const next = sorted[index + 1];
    return !next || next.start >= one.end;
  });
  const spans: Span[] = [];
  let position = 0;
  for (const leaf of leaves) {
    if (leaf.start < position) continue;
    spans.push(...uncovered(text, position, leaf.start));
    spans.push(...withinReason(text, leaf));
    position = leaf.end;
  }
  spans.push(...uncovered(text, position, text.length).flatMap((one) => withinReason(text, one)));
  return describe(spans, sorted);
}

const kept = new WeakMap<readonly Locator[], ReadingBlock[]>();

/** The blocks of a reading; worked out once. */
export function blocksOf(reading: { text: string; locators: readonly Locator[] }): ReadingBlock[] {
  const known = kept.get(reading.locators);
  if (known) return known;
  const blocks = readingBlocks(reading.text, reading.locators);
  kept.set(reading.locators, blocks);
  return blocks;
}

/** The last block that starts at or before an offset, by its number; 0 before the first. */
export function blockAt(blocks: readonly Span[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function withinReason(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST - 1);
    const to = space > from + LONGEST / 2 ? space + 1 : from + LONGEST;
    spans.push({ start: from, end: to });
    from = to;
  }
  return [...spans, { start: from, end }];
}

/** What the locators around each span know of it. Spans and locators are in the order of the text. */
function describe(spans: readonly Span[], sorted: readonly Locator[]): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  let open: Locator[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    open = open.filter((locator) => locator.end > start);
    for (; next < sorted.length && sorted[next]!.start <= start; next++) {
      if (sorted[next]!.end > start) open.push(sorted[next]!);
    }
    const around = open.filter((locator) => locator.end >= end);
    const known = <K extends 'time' | 'page' | 'paragraph' | 'speaker'>(key: K) =>
      around.findLast((locator) => locator[key] !== undefined)?.[key] ?? null;
    const speaker = known('speaker');
    const page = known('page');
    const before = blocks.at(-1);
    blocks.push({
      start,
      end,
      time: known('time'),
      page,
      paragraph: known('paragraph'),
      speaker,
      showsSpeaker: speaker !== null && speaker !== before?.speaker,
      showsPage: page !== null && page !== before?.page,
    });
  }
  return blocks;
}

/**
 * True where the line breaks of a paragraph say something (an address, a list of details), false
 * where they only keep lines short.
 */
export function keepsLines(paragraph: string): boolean {
  const lines = paragraph.trim().split('\n');
  return lines.length > 1 && !lines.slice(0, -1).every((line) => line.trim().length > 50);
}

const TIME = String.raw`[[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?[\])]?`;
/** A line that only labels what follows: "MAYOR:", "[00:07:52] Ann Dray:", "00:01.000 --> 00:04.000", "17". */
const LABEL = new RegExp(
  String.raw`^(?:${TIME}\s*(?:-->\s*${TIME}.*)?(?:\p{L}[^\n:.!?]{0,60}:)?|\p{Lu}[^\n:.!?]{0,60}:|\d+)$`,
  'u',
);

function uncovered(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  const gap = text.slice(from, to);
  if (gap.trim() === '') return spans;
  for (const match of gap.matchAll(/[^\n]+/g)) {
    const line = match[0].trim();
    if (line === '' || LABEL.test(line)) continue;
    const start = from + match.index + match[0].indexOf(line);
    spans.push({ start, end: start + line.length });
  }
  return spans;
}
