import { $isQuoteNode, type QuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  $isParagraphNode,
  type RangeSelection,
} from 'lexical';
import { $blockOf } from '../keys';
import { $isAttribution } from './looks';

/** Goes to the line that says who is quoted in the block quotation at the cursor; makes it if need be. */
export function $goToAttribution(selection: RangeSelection): void {
  const line = $blockOf(selection.focus);
  const parent = line?.getParent() ?? null;
  const before = line?.getPreviousSibling() ?? null;
  const quote: QuoteNode | null = $isQuoteNode(parent)
    ? parent
    : $isQuoteNode(before)
      ? before
      : null;
  if (!quote) return;
  if ($isQuoteNode(parent) && line?.isEmpty() && parent.getChildrenSize() > 1) line.remove();
  const after = quote.getNextSibling();
  const standing = [after, quote.getLastChild()].find((node) => $isAttribution(node ?? null));
  if ($isElementNode(standing)) {
    standing.selectEnd();
    return;
  }
  const isFree = $isParagraphNode(after) && after.isEmpty();
  const paragraph = isFree ? after : $createParagraphNode();
  if (!isFree) quote.insertAfter(paragraph);
  paragraph.append($createTextNode('— '));
  paragraph.selectEnd();
}
