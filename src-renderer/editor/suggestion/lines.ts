import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $isHeaderBlock } from '../nodes';

/*
 * The article as a row of lines and of blocks that are no lines, in the order of the text: what
 * suggestions are about. Works on the nodes of any state that is being read.
 */

/**
 * `line`: a line that can be joined with its neighbours; `header`: headline and standfirst; `apart`: a
 * rule, a figure, a table, a footnote, which comes and goes as a whole.
 */
export type PlaceKind = 'line' | 'header' | 'apart';

/** True for what stands inside a line. */
export function $isInline(node: LexicalNode): boolean {
  if ($isTextNode(node) || $isLineBreakNode(node)) return true;
  return ($isElementNode(node) || $isDecoratorNode(node)) && node.isInline();
}

/** What kind of place a block is; null for what only holds places (lists, quotations) or stands inside one. */
export function $kindOf(node: LexicalNode): PlaceKind | null {
  if ($isHeaderBlock(node)) return 'header';
  if ($isListItemNode(node)) return $isListLine(node) ? 'line' : null;
  if ($isListNode(node) || $isQuoteNode(node) || $getRoot().is(node)) return null;
  if ($isInline(node)) return null;
  if ($isParagraphNode(node) || $isHeadingNode(node)) {
    return $isHolder(node.getParent()) ? 'line' : null;
  }
  return $isHolder(node.getParent()) ? 'apart' : null;
}

/** True for what lines and blocks stand in. */
export function $isHolder(node: LexicalNode | null): node is ElementNode {
  return (
    node !== null &&
    ($getRoot().is(node) || $isQuoteNode(node) || $isListNode(node) || $isListItemNode(node))
  );
}

/** An item that only holds a nested list is that list's indent. */
function $isListLine(item: ElementNode): boolean {
  const first = item.getFirstChild();
  return first === null || !$isListNode(first);
}

/** The place that a node is, or stands in; null in the cells of a table, whose structure is not followed. */
export function $placeOf(node: LexicalNode): LexicalNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) {
    if ($kindOf(at)) return at;
  }
  return null;
}

/** The line whose words a node is one of: a place, a paragraph in the cell of a table, a caption. */
export function $textLineOf(node: LexicalNode): ElementNode | null {
  let at: LexicalNode | null = node;
  while (at && (!$isElementNode(at) || at.isInline())) at = at.getParent();
  return $isElementNode(at) && $holdsInlines(at) ? at : null;
}

function $holdsInlines(block: ElementNode): boolean {
  if ($getRoot().is(block)) return false;
  const kind = $kindOf(block);
  if (kind === 'line' || kind === 'header') return true;
  const first = block.getFirstChild();
  return first !== null ? $isInline(first) : $isParagraphNode(block);
}

/** The place after (or before) a place in the order of the text. */
export function $neighbourOf(place: LexicalNode, isForward: boolean): LexicalNode | null {
  let at: LexicalNode | null = place;
  while (at) {
    // A list item's nested list comes after its own words, and is reached from the outside only by its
    // wrapper: an item of its own.
    const sibling: LexicalNode | null = isForward ? at.getNextSibling() : at.getPreviousSibling();
    if (sibling) {
      const found = $firstIn(sibling, isForward);
      if (found) return found;
      at = sibling;
      continue;
    }
    at = at.getParent();
    if (!at || $getRoot().is(at)) return null;
  }
  return null;
}

/** The first (or last) place in a block, itself included. */
function $firstIn(node: LexicalNode, isForward: boolean): LexicalNode | null {
  if ($kindOf(node)) return node;
  if (!$isHolder(node)) return null;
  const children = node.getChildren();
  for (const child of isForward ? children : children.reverse()) {
    const found = $firstIn(child, isForward);
    if (found) return found;
  }
  return null;
}

/** All places in a block, itself included, in the order of the text. */
export function $placesIn(node: LexicalNode): LexicalNode[] {
  if ($kindOf(node)) return [node];
  return $isHolder(node) ? node.getChildren().flatMap($placesIn) : [];
}

/** What stands in a line, in order: text, breaks, tabs, references; links are looked into. */
export function $inlinesOf(line: ElementNode): LexicalNode[] {
  return line
    .getChildren()
    .flatMap((node) => ($isElementNode(node) ? (node.isInline() ? $inlinesOf(node) : []) : [node]));
}
