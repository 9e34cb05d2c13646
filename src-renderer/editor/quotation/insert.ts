import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { inQuotationMarks } from '../../../src-shared/text/locale-marks';
import { $placedTexts } from './positions';
import { $quotationsOf, $setQuotations } from './state';

const JOINS_BEFORE = /[\s([{“‘„‚«‹「『/—–-]$/u;
const JOINS_AFTER = /^[\s,.;:!?…)\]}”’»›」』/—–-]/u;

/** The cursor, without anything selected; at the end of the text where there is none. */
function $cursor(): RangeSelection {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return $getRoot().selectEnd();
  const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
  const collapsed = selection.clone();
  collapsed.anchor.set(key, offset, type);
  collapsed.focus.set(key, offset, type);
  $setSelection(collapsed);
  return collapsed;
}

/** A quotation is not put inside another: the cursor goes behind the one it stands in. */
function $leaveQuotation(selection: RangeSelection): RangeSelection {
  const node = selection.anchor.getNode();
  const [outermost] = $quotationsOf(node);
  if (outermost === undefined) return selection;
  const isAtStart = selection.anchor.offset === 0;
  if (isAtStart && !$quotationsOf(node.getPreviousSibling()).includes(outermost)) return selection;
  const last = $placedTexts().findLast((placed) => $quotationsOf(placed.node).includes(outermost));
  return last?.node.selectEnd() ?? selection;
}

/** The characters on either side of the cursor, '' at the borders of the block. */
function $around(selection: RangeSelection): { before: string; after: string } {
  const { anchor } = selection;
  const node = anchor.getNode();
  if ($isTextNode(node)) {
    const text = node.getTextContent();
    return {
      before: text.slice(0, anchor.offset) || (node.getPreviousSibling()?.getTextContent() ?? ''),
      after: text.slice(anchor.offset) || (node.getNextSibling()?.getTextContent() ?? ''),
    };
  }
  const at = (index: number) =>
    $isElementNode(node) ? (node.getChildAtIndex(index)?.getTextContent() ?? '') : '';
  return { before: at(anchor.offset - 1), after: at(anchor.offset) };
}

/**
 * Puts words at the cursor as a quotation with this id, in the quotation marks of the language, with
 * spaces where they are missing; the cursor comes to stand behind it. Called in an update.
 */
export function $insertQuotation(id: string, words: string, language: string): TextNode {
  const selection = $leaveQuotation($cursor());
  const { before, after } = $around(selection);
  const text = inQuotationMarks(words.trim().replace(/\s+/g, ' '), language);
  const quotation = $createTextNode(text);
  $setQuotations(quotation, [id]);
  const nodes = [quotation];
  if (before !== '' && !JOINS_BEFORE.test(before)) nodes.unshift($createTextNode(' '));
  if (after !== '' && !JOINS_AFTER.test(after)) nodes.push($createTextNode(' '));
  selection.insertNodes(nodes);
  quotation.selectEnd();
  return quotation;
}
