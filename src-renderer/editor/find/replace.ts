import { $createRangeSelection, $setSelection, type LexicalNode } from 'lexical';
import { type PlacedText, pointAt } from '../quotation/positions';
import { $quotationsOf } from '../quotation/state';
import type { Find } from './search';

/** True where a find has a word of a quotation. */
export function $isInQuotation(placed: readonly PlacedText[], { start, end }: Find): boolean {
  return placed.some(
    (text) =>
      text.start < end &&
      text.start + text.node.getTextContentSize() > start &&
      $quotationsOf(text.node).length > 0,
  );
}

/**
 * Puts the replacement of a find in its place, with the form and the quotation of its first letter.
 * False where other words stand there by now. With the same `placed`, those that stand before it can be
 * replaced afterwards, and those behind it cannot.
 */
export function $replaceFind(placed: readonly PlacedText[], find: Find): boolean {
  if ($textBetween(placed, find) !== find.text.replace(/[\n\t]/g, '')) return false;
  const from = pointAt(placed, find.start);
  const to = pointAt(placed, find.end, true);
  if (!from || !to) return false;
  const { node: before } = placed.find(({ node }) => node.getKey() === from.key)!;
  if (!before.isAttached()) return false;
  const node = before.getLatest();
  if (from.key === to.key) {
    node.spliceText(from.offset, to.offset - from.offset, find.replacement, true);
    if (node.getTextContentSize() === 0) removeEmpty(node);
    return true;
  }
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, 'text');
  selection.focus.set(to.key, to.offset, 'text');
  $setSelection(selection);
  if (find.replacement === '') selection.removeText();
  else selection.insertText(find.replacement);
  return true;
}

function removeEmpty(node: LexicalNode): void {
  const parent = node.getParent();
  node.remove(true);
  if (parent?.isEmpty() && parent.isInline()) parent.remove();
}

/** The letters of the text nodes between; breaks and tabs are no text nodes. */
function $textBetween(placed: readonly PlacedText[], { start, end }: Find): string {
  let words = '';
  for (const { node, start: at } of placed) {
    if (at >= end) break;
    const text = node.getTextContent();
    if (at + text.length > start) words += text.slice(Math.max(0, start - at), end - at);
  }
  return words;
}
