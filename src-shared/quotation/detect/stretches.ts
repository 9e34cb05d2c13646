import type { Span } from '../../model/span';
import { type MarkedStretch, type MarkReader, pairMarks } from './marks-pair';

/** The blocks that lie within the text, in order and apart from each other. */
export function validBlocks(text: string, blocks: readonly Span[]): Span[] {
  const sorted = [...blocks].sort((left, right) => left.start - right.start);
  const valid: Span[] = [];
  for (const { start, end } of sorted) {
    const previous = valid.at(-1)?.end ?? 0;
    if (start >= previous && end > start && end <= text.length) valid.push({ start, end });
  }
  return valid;
}

/** Paragraphs marked with `>` as in e-mail and Markdown; neighbouring ones are one block. */
export function quotedParagraphs(text: string, paragraphs: readonly Span[]): Span[] {
  const blocks: Span[] = [];
  let previous = -1;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (text.charAt(paragraph.start) !== '>') continue;
    const open = previous === index - 1 ? blocks.at(-1) : undefined;
    previous = index;
    if (open) {
      open.end = paragraph.end;
      continue;
    }
    const marker = /^(?:> ?)+/u.exec(text.slice(paragraph.start, paragraph.start + 20))?.[0] ?? '';
    const start = paragraph.start + marker.length;
    if (start < paragraph.end) blocks.push({ start, end: paragraph.end });
    else previous = -1;
  }
  return blocks;
}

/** Block quotations, and the marked stretches of the paragraphs outside them, in order. */
export function findStretches(
  text: string,
  paragraphs: readonly Span[],
  blocks: readonly Span[],
  breaks: readonly number[],
  readMarks: MarkReader,
): MarkedStretch[] {
  if (blocks.length === 0) return pairMarks(text, paragraphs, breaks, readMarks);
  const outside: Span[] = [];
  let block = 0;
  for (const paragraph of paragraphs) {
    while ((blocks[block]?.end ?? Infinity) <= paragraph.start) block += 1;
    if ((blocks[block]?.start ?? Infinity) >= paragraph.end) outside.push(paragraph);
  }
  const marked = pairMarks(text, outside, breaks, readMarks);
  const set = blocks.map((span) => ({ ...span, closed: true, block: true }));
  // A running quotation that would reach across a block is cut there by leaving it out.
  const kept = marked.filter(({ start, end }) => !crossesBlock(start, end, blocks));
  return [...kept, ...set].sort((left, right) => left.start - right.start);
}

function crossesBlock(start: number, end: number, blocks: readonly Span[]): boolean {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (blocks[low]?.start ?? Infinity) < end;
}

/** Adds stretches to others; of two that share a character, block quotations and the added ones win. */
export function addStretches(
  stretches: readonly MarkedStretch[],
  added: readonly MarkedStretch[],
): MarkedStretch[] {
  if (added.length === 0) return [...stretches];
  const blocks = stretches.filter(({ block }) => block);
  const kept = added.filter(
    ({ start, end }) => !crossesBlock(start, end, blocks) && !liesIn(start, blocks),
  );
  const others = stretches.filter(
    ({ start, end }) => !crossesBlock(start, end, kept) && !liesIn(start, kept),
  );
  return [...others, ...kept].sort((left, right) => left.start - right.start);
}

/** Does an offset lie inside one of these spans, which are in order and apart? */
function liesIn(offset: number, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (spans[low - 1]?.end ?? 0) > offset;
}
