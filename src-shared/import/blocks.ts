import { inlineBlock } from '../document/build';
import { type ImportedBlock, oneLine } from '../document/imported';
import { inlineText, leafBlocks } from '../document/plain-text';
import type { BlockNode, InlineNode } from '../document/schema';
import { rowsAsLines } from '../document/table';
import type { PageLine } from './main-text';

/** The lines of imported blocks as text, without empty ones. */
export function blockLines(blocks: readonly ImportedBlock[]): string[] {
  return pageLines(blocks).map(({ text }) => text);
}

/** The same, with whether a line is a link and nothing else. */
export function pageLines(blocks: readonly ImportedBlock[]): PageLine[] {
  // A source is text: each row of a table is a line of it, its cells parted by tabs.
  const children = blocks.flatMap(({ node }): BlockNode[] =>
    node.type === 'table'
      ? rowsAsLines(node).map((inlines) => inlineBlock('paragraph', inlines))
      : [node],
  );
  return leafBlocks({ root: { type: 'root', version: 1, children } })
    .map((leaf) => ({ text: inlineText(leaf.inlines).trim(), isLink: leaf.inlines.every(isLink) }))
    .filter(({ text }) => text !== '');
}

function isLink(node: InlineNode): boolean {
  return node.type === 'link' || (node.type === 'text' && node.text.trim() === '');
}

/** "By Mara Lind" is the creator Mara Lind. */
export function creatorName(byline: string | null): string | null {
  return oneLine(byline?.replace(/^(?:by|von|par|por|di|door)\s+(?=\p{L})/iu, ''));
}
