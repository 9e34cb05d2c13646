import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $inlinesOf, $kindOf, $neighbourOf, $textLineOf } from './lines';
import { $selectBehind } from './revive';
import { $isDeleted } from './state';

/**
 * Where the cursor stands at (or in) words that are deleted already, it goes to their other end: there
 * is nothing left to delete in them. False where it does not.
 */
export function $skipDeleted(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor } = selection;
  const line = $textLineOf(anchor.getNode());
  if (!line) return false;
  const inlines = $inlinesOf(line);
  const next = $nextAt(anchor, line, inlines, isBackward);
  if (next === null) return $skipBreak(line, isBackward);
  if (!$isDeleted(next)) return false;
  const step = isBackward ? -1 : 1;
  let index = inlines.findIndex((node) => node.is(next));
  for (let node = inlines[index + step]; node && $isDeleted(node); node = inlines[index + step]) {
    index += step;
  }
  const end = inlines[index];
  const beyond = inlines[index + step];
  if (!end) return false;
  if (!isBackward) $selectBehind(end);
  else if ($isTextNode(beyond)) beyond.select();
  else if ($isTextNode(end)) end.select(0, 0);
  else line.select(0, 0);
  return true;
}

/** What would be deleted next; null at the edge of the line. */
function $nextAt(
  anchor: PointType,
  line: ElementNode,
  inlines: readonly LexicalNode[],
  isBackward: boolean,
): LexicalNode | null {
  const node = anchor.getNode();
  if ($isTextNode(node)) {
    const isInside = isBackward ? anchor.offset > 0 : anchor.offset < node.getTextContentSize();
    if (isInside) return node;
    const index = inlines.findIndex((one) => one.is(node));
    return inlines[index + (isBackward ? -1 : 1)] ?? null;
  }
  const child = line.getChildAtIndex(isBackward ? anchor.offset - 1 : anchor.offset);
  if (!child) return null;
  if (!$isElementNode(child)) return child;
  return $inlinesOf(child).at(isBackward ? -1 : 0) ?? null;
}

/** A break that is deleted already is gone across as well. */
function $skipBreak(line: ElementNode, isBackward: boolean): boolean {
  if ($kindOf(line) !== 'line') return false;
  const other = $neighbourOf(line, !isBackward);
  if (!other || !$isElementNode(other)) return false;
  const lower = isBackward ? line : other;
  if (!$isDeleted(lower)) return false;
  if (isBackward) other.selectEnd();
  else other.selectStart();
  return true;
}
