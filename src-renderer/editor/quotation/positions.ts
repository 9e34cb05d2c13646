import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isQuoteNode, type QuoteNode } from '@lexical/rich-text';
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
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
