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
}

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
  const blocks: ReadingBlock[] = [];
  let position = 0;
  for (const leaf of leaves) {
    if (leaf.start < position) continue;
    blocks.push(...uncovered(text, position, leaf.start, sorted));
    blocks.push(blockOf(leaf, sorted));
    position = leaf.end;
  }
  blocks.push(...uncovered(text, position, text.length, sorted));
  return blocks.map((block, index) => ({
    ...block,
    showsSpeaker: block.speaker !== null && block.speaker !== blocks[index - 1]?.speaker,
  }));
}

function blockOf(leaf: Span, locators: readonly Locator[]): ReadingBlock {
  const around = locators.filter(({ start, end }) => start <= leaf.start && end >= leaf.end);
  const known = <K extends 'time' | 'page' | 'paragraph' | 'speaker'>(key: K) =>
    around.findLast((locator) => locator[key] !== undefined)?.[key] ?? null;
  return {
    start: leaf.start,
    end: leaf.end,
    time: known('time'),
    page: known('page'),
    paragraph: known('paragraph'),
    speaker: known('speaker'),
    showsSpeaker: false,
  };
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

function uncovered(
  text: string,
  from: number,
  to: number,
  locators: readonly Locator[],
): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  for (const match of text.slice(from, to).matchAll(/[^\n]+/g)) {
    const line = match[0].trim();
    if (line === '' || LABEL.test(line)) continue;
    const start = from + match.index + match[0].indexOf(line);
    blocks.push(blockOf({ start, end: start + line.length }, locators));
  }
  return blocks;
}
