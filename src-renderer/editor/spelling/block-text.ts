import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import type { Span } from '../../../src-shared/model/span';

/*
 * The text of a block as a checker reads it, and where each of its letters stands in the editor.
 */

/** What a text node gives to its block's text. */
export interface Piece extends Span {
  key: NodeKey;
  /** Not corrected: a quotation with a source, code. */
  isSpared: boolean;
}

export interface BlockText {
  text: string;
  pieces: readonly Piece[];
}

/** How a checker takes the words of a text node: as they are, without underlines, or not at all. */
export type Treatment = 'read' | 'spared' | 'left-out';

/** The block that a node's text belongs to: the nearest one around it that is not inline. */
export function $blockOf(node: LexicalNode): ElementNode | null {
  for (let at = node.getParent(); at; at = at.getParent()) {
    if (!at.isInline()) return at;
  }
  return null;
}

/** The text of a block without that of the blocks in it (the lists within an item). */
export function $blockText(block: ElementNode, $treat: (node: TextNode) => Treatment): BlockText {
  const pieces: Piece[] = [];
  let text = '';
  const add = (nodes: readonly LexicalNode[]) => {
    for (const node of nodes) {
      if ($isTabNode(node)) text += '\t';
      else if ($isLineBreakNode(node)) text += '\n';
      else if ($isTextNode(node)) {
        const treatment = $treat(node);
        if (treatment === 'left-out') continue;
        const start = text.length;
        text += node.getTextContent();
        const isSpared = treatment === 'spared';
        pieces.push({ key: node.getKey(), start, end: text.length, isSpared });
      } else if ($isElementNode(node) && node.isInline()) add(node.getChildren());
    }
  };
  add(block.getChildren());
  return { text, pieces };
}

/** The keys of the blocks with words of their own, in the order of the text. */
export function $textBlocks(): NodeKey[] {
  const keys: NodeKey[] = [];
  const visit = (block: ElementNode) => {
    const children = block.getChildren();
    const isOwn = (node: LexicalNode) =>
      $isTextNode(node) || ($isElementNode(node) && node.isInline());
    if (children.some(isOwn)) keys.push(block.getKey());
    for (const child of children) {
      if ($isElementNode(child) && !child.isInline()) visit(child);
    }
  };
  visit($getRoot());
  return keys;
}

/** Where a point of a text node stands in its block's text; null where its words are left out. */
export function offsetIn({ pieces }: BlockText, key: NodeKey, offset: number): number | null {
  const piece = pieces.find((one) => one.key === key);
  return piece ? piece.start + Math.min(offset, piece.end - piece.start) : null;
}

/** The parts of text nodes that a stretch of the block's text is made of, in order. */
export function partsOf(
  { pieces }: BlockText,
  { start, end }: Span,
): { key: NodeKey; from: number; to: number }[] {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => ({
      key: piece.key,
      from: Math.max(start, piece.start) - piece.start,
      to: Math.min(end, piece.end) - piece.start,
    }));
}
