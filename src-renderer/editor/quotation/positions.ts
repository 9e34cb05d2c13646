import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode, type QuoteNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table';
import {
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTabNode,
  $isTextNode,
  type LexicalNode,
  type PointType,
  type TextNode,
} from 'lexical';
import { $isHeaderBlock } from '../nodes';
import { $isDeleted } from '../suggestion/state';
import { $isTableDeleted } from '../suggestion/tables';

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
  return (
    $isTextNode(node) ||
    $isLineBreakNode(node) ||
    $isLinkNode(node) ||
    ($isDecoratorNode(node) && node.isInline())
  );
}

/** True for what is left of a line when its deletions are accepted. */
function $isRead(node: LexicalNode): boolean {
  if ($isDeleted(node)) return false;
  return !$isElementNode(node) || node.isEmpty() || node.getChildren().some($isRead);
}

/**
 * All text nodes in reading order; tabs are no text of their own and only count. What somebody proposes
 * to delete is no part of the plain text.
 */
export function $placedTexts(): PlacedText[] {
  const placed: PlacedText[] = [];
  let offset = 0;
  let anyBlock = false;
  /** Nothing stands between the line before and the next: they can be one. */
  let canJoin = false;

  const addInlines = (nodes: readonly LexicalNode[]): void => {
    for (const node of nodes) {
      if ($isDeleted(node)) continue;
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
  /** `line`: the block whose start somebody may propose to delete; null where lines are not joined. */
  const addLeaf = (inlines: readonly LexicalNode[], line: LexicalNode | null = null): void => {
    const isJoined = line !== null && $isDeleted(line);
    if (isJoined && !canJoin && !inlines.some($isRead)) return;
    if (anyBlock && !(isJoined && canJoin)) offset += BLOCK_SEPARATOR_LENGTH;
    anyBlock = true;
    canJoin = line !== null;
    addInlines(inlines);
  };
  const addBlock = (block: LexicalNode): void => {
    if ($isListNode(block)) addList(block);
    else if ($isQuoteNode(block)) addQuote(block);
    else if ($isParagraphNode(block) || $isHeadingNode(block)) addLeaf(block.getChildren(), block);
    else if ($isHeaderBlock(block)) addLeaf(block.getChildren());
    else if (!$isDeleted(block) && !($isTableNode(block) && $isTableDeleted(block)))
      addApart(block);
  };
  /** A rule, a table, a figure, a footnote: no line runs into one or out of it. */
  const addApart = (block: LexicalNode): void => {
    canJoin = false;
    if ($isTableNode(block) || $isTableRowNode(block) || $isTableCellNode(block)) {
      for (const child of block.getChildren()) {
        if ($isParagraphNode(child)) addLeaf(child.getChildren());
        else if (!$isDeleted(child)) addApart(child);
      }
    } else if ($isElementNode(block)) addLeaf(block.getChildren());
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
      if (own.length > 0 || nested.length === 0) addLeaf(own, item);
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
  if (!after) return Number.MAX_SAFE_INTEGER;
  // What is proposed to go has no place of its own: its words stand where the next ones do.
  return $isTextNode(at) && $isDeleted(at) ? after.start : after.start - 1;
}

/** The offset of the cursor in the plain text; -1 where there is no cursor. */
export function $cursorOffset(placed: readonly PlacedText[]): number {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $offsetOf(placed, selection.anchor) : -1;
}
