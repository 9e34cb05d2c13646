import { inlineText, plainText } from '../document/plain-text';
import type { BlockNode, Document } from '../document/schema';
import type { Sidecar } from './sidecar';

/**
 * A document without the lines that an export put below block quotations to say who is quoted: the
 * sidecar names them.
 */
export function withoutAddedLines(document: Document, { quotations }: Sidecar): Document {
  const added = quotations.filter(({ attribution }) => attribution !== null);
  if (added.length === 0) return document;
  const children: BlockNode[] = [];
  for (const block of document.root.children) {
    const before = children.at(-1);
    const line = block.type === 'paragraph' ? folded(inlineText(block.children)) : '';
    const isAdded =
      before?.type === 'quote' &&
      added.some(({ attribution, parts: [first] }) => {
        const isLine = line.replace(/^[—–-]\s*/u, '') === folded(attribution ?? '');
        return isLine && textOf(before).includes(folded(first?.exact ?? ''));
      });
    if (!isAdded) children.push(block);
  }
  return { ...document, root: { ...document.root, children } };
}

function textOf(block: BlockNode): string {
  return folded(plainText({ root: { type: 'root', version: 1, children: [block] } }).text);
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
