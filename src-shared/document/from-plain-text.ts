import { heading, inlineBlock, inlinesOf, type ListLine, list, quote } from './build';
import { headingTag, type ImportedBlock, type ImportedText, NO_DETAILS } from './imported';
import { blocksFromPlainText } from './recognise';
import type { BlockNode } from './schema';

/** Reads plain text into blocks; bullets and `>` become lists and block quotations. */
export function importPlainText(text: string): ImportedText {
  const blocks: ImportedBlock[] = [];
  let lines: { isNumbered: boolean; line: ListLine; start: number }[] = [];
  let quoted: BlockNode[] = [];
  const flush = () => {
    const first = lines[0];
    if (first) {
      const listType = first.isNumbered ? 'number' : 'bullet';
      const items = lines.map(({ line }) => line);
      blocks.push({ node: list(listType, items, first.isNumbered ? first.start : 1) });
    }
    if (quoted.length > 0) blocks.push({ node: quote(quoted) });
    lines = [];
    quoted = [];
  };
  for (const block of blocksFromPlainText(text)) {
    const inlines = inlinesOf(block.text);
    if (inlines.length === 0) continue;
    if (block.kind === 'list-item' && isSpeech(text, block)) {
      flush();
      blocks.push({ node: inlineBlock('paragraph', inlinesOf(`– ${block.text}`)) });
      continue;
    }
    if (block.kind === 'list-item') {
      const number = /^\s*(\d{1,9})[.)]/.exec(text.slice(block.start, block.end))?.[1];
      if (quoted.length > 0 || (lines[0] && lines[0].isNumbered !== (number !== undefined)))
        flush();
      lines.push({
        isNumbered: number !== undefined,
        line: { inlines },
        start: Number(number ?? 1),
      });
      continue;
    }
    if (block.kind === 'quote') {
      if (lines.length > 0) flush();
      quoted.push(inlineBlock('paragraph', inlines));
      continue;
    }
    flush();
    if (block.kind === 'heading') {
      const level = block.level ?? 2;
      blocks.push({ node: heading(headingTag(level), inlines), level });
    } else {
      blocks.push({ node: inlineBlock('paragraph', inlines) });
    }
  }
  flush();
  return { details: NO_DETAILS, blocks };
}

/** A whole sentence behind an en dash is what somebody says, as many languages print it. */
function isSpeech(text: string, { text: words, start }: { text: string; start: number }): boolean {
  return /–\s+$/u.test(text.slice(Math.max(0, start - 4), start)) && /[.!?…]$/u.test(words);
}
