import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isQuoteNode, type QuoteNode } from '@lexical/rich-text';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTabNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type TextNode,
} from 'lexical';

/*
 * Where the editor's text nodes stand in the plain text of the document (`plainText` of
 * src-shared/document): the same walk over the same leaf blocks, on live nodes.
 */

/** A text node and the offset of its first character in the plain text. */
export interface PlacedText {
  node: TextNode;
  start: number;
}

const BLOCK_SEPARATOR_LENGTH = 2;

function $isInline(node: LexicalNode): boolean {
  return $isTextNode(node) || $isLineBreakNode(node) || $isLinkNode(node);
}

/** All text nodes in reading order; tabs are no text of their own and only count. */
export function $placedTexts(): PlacedText[] {
  const placed: PlacedText[] = [];
  let offset = 0;
  let anyBlock = false;

  const addInlines = (nodes: readonly LexicalNode[]): void => {
    for (const node of nodes) {
      if ($isTabNode(node) || $isLineBreakNode(node)) {
        offset += 1;
      } else if ($isTextNode(node)) {
        placed.push({ node, start: offset });
        offset += node.getTextContentSize();
      } else if ($isElementNode(node)) {
        addInlines(node.getChildren());
      }
    }
  };
  const addLeaf = (inlines: readonly LexicalNode[]): void => {
    if (anyBlock) offset += BLOCK_SEPARATOR_LENGTH;
    anyBlock = true;
    addInlines(inlines);
  };
  const addBlock = (block: LexicalNode): void => {
    if ($isListNode(block)) addList(block);
    else if ($isQuoteNode(block)) addQuote(block);
    else if ($isElementNode(block)) addLeaf((block as ElementNode).getChildren());
  };
  const addQuote = (quote: QuoteNode): void => {
    let loose: LexicalNode[] = [];
    const flush = () => {
      if (loose.length > 0) addLeaf(loose);
      loose = [];
    };
    for (const child of quote.getChildren()) {
      if ($isInline(child)) loose.push(child);
      else {
        flush();
        addBlock(child);
      }
    }
    flush();
  };
  const addList = (list: ListNode): void => {
    for (const item of list.getChildren()) {
      if (!$isListItemNode(item)) continue;
      const own = item.getChildren().filter($isInline);
      const nested = item.getChildren().filter($isListNode);
      if (own.length > 0 || nested.length === 0) addLeaf(own);
      for (const child of nested) addList(child);
    }
  };

  for (const block of $getRoot().getChildren()) addBlock(block);
  return placed;
}

/** An offset as a point of a text node; `isEnd`: at the end of one rather than the start of the next. */
export function pointAt(
  placed: readonly PlacedText[],
  offset: number,
  isEnd = false,
): { key: string; offset: number } | null {
  for (const { node, start } of placed) {
    const end = start + node.getTextContentSize();
    if (offset >= start && (offset < end || (isEnd && offset === end))) {
      return { key: node.getKey(), offset: offset - start };
    }
  }
  return null;
}

/** A point as an offset into the plain text. */
export function $offsetOf(placed: readonly PlacedText[], point: PointType): number {
  const at: LexicalNode = point.getNode();
  const same = placed.find(({ node }) => node.is(at));
  if (same) return same.start + point.offset;
  const after = placed.find(({ node }) => at.isBefore(node) || at.isParentOf(node));
  return after ? after.start - 1 : Number.MAX_SAFE_INTEGER;
}

/** The offset of the cursor in the plain text; -1 where there is no cursor. */
export function $cursorOffset(placed: readonly PlacedText[]): number {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $offsetOf(placed, selection.anchor) : -1;
}
