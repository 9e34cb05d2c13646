import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { findSentences } from '../../../src-shared/claim/sentences';
import { $blockOf } from '../keys';
import { $cursorOffset, $placedTexts, pointAt } from '../quotation/positions';
import { $claimsOf, $setClaims } from './state';

/** The selected words, or the sentence that the cursor is in, as a selection; null where there are none. */
function $claimedSelection(): RangeSelection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  if (!selection.isCollapsed()) return selection;
  const placed = $placedTexts();
  const inBlock = placed.filter(({ node }) => $blockOf(selection.anchor)?.isParentOf(node));
  const [first] = inBlock;
  if (!first) return null;
  let text = '';
  for (const { node, start } of inBlock) {
    text = text.padEnd(start - first.start) + node.getTextContent();
  }
  const cursor = $cursorOffset(placed) - first.start;
  const sentence = findSentences(text).findLast(({ start }) => start <= cursor);
  if (!sentence || cursor > sentence.end) return null;
  const anchor = pointAt(placed, first.start + sentence.start);
  const focus = pointAt(placed, first.start + sentence.end, true);
  if (!anchor || !focus) return null;
  const range = $createRangeSelection();
  range.anchor.set(anchor.key, anchor.offset, 'text');
  range.focus.set(focus.key, focus.offset, 'text');
  return range;
}

/** The words that a claim would be made of; null where there are none. */
export function $claimedWords(): string | null {
  const words = $claimedSelection()?.getTextContent().replace(/\s+/g, ' ').trim() ?? '';
  return words === '' ? null : words;
}

/** Marks the selected words, or the sentence that the cursor is in. Spaces at their ends stay outside. */
export function $markClaim(claimId: string): void {
  const claimed = $claimedSelection();
  if (!claimed) return;
  const former = $getSelection();
  // Splitting the text at the ends of a selection needs it to be the editor's own.
  if (!claimed.is(former)) $setSelection(claimed);
  const nodes = claimed.extract().filter($isTextNode);
  for (const [index, node] of nodes.entries()) {
    const words = $withoutSpaces(node, index === 0, index === nodes.length - 1);
    if (words) $setClaims(words, [...$claimsOf(words), claimId]);
  }
}

/** The words of a node without the spaces at its start or end; null where it has nothing else. */
function $withoutSpaces(node: TextNode, atStart: boolean, atEnd: boolean): TextNode | null {
  const text = node.getTextContent();
  const from = atStart ? text.length - text.trimStart().length : 0;
  const to = atEnd ? text.trimEnd().length : text.length;
  if (to <= from) return null;
  const cuts = [from, to].filter((cut) => cut > 0 && cut < text.length);
  if (cuts.length === 0) return node;
  return node.splitText(...cuts)[from > 0 ? 1 : 0] ?? null;
}

/** Takes the marks of a claim out of the text. */
export function $unmarkClaim(claimId: string): void {
  for (const node of $nodesOfClaim(claimId)) {
    $setClaims(
      node,
      $claimsOf(node).filter((id) => id !== claimId),
    );
  }
}

/** The text nodes of a claim, in reading order. */
export function $nodesOfClaim(claimId: string): TextNode[] {
  return $getRoot()
    .getAllTextNodes()
    .filter((node) => $claimsOf(node).includes(claimId));
}

/** The claim that the selection begins in, the newest where several do; null where none does. */
export function $claimAtCursor(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $claimsOf(selection.anchor.getNode()).at(-1) ?? null;
}
