import { $findCellNode } from '@lexical/table';
import {
  $createRangeSelection,
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';

/** The blocks that hold words, in the order of the text: the lines of the plain text. */
export function $leaves(): ElementNode[] {
  const leaves: ElementNode[] = [];
  const walk = (node: LexicalNode): void => {
    if (!$isElementNode(node)) return;
    const blocks = node.getChildren().filter((one) => !$isInline(one));
    if (blocks.length === 0) leaves.push(node);
    else for (const block of blocks) walk(block);
  };
  for (const block of $getRoot().getChildren()) walk(block);
  return leaves;
}

function $isInline(node: LexicalNode): boolean {
  return $isElementNode(node) || $isDecoratorNode(node) ? node.isInline() : true;
}

/** The units of a line; a tab and a line break are one, a reference to a footnote none. */
export function $lengthOf(node: LexicalNode): number {
  if ($isTextNode(node)) return node.getTextContentSize();
  if ($isLineBreakNode(node)) return 1;
  return $isElementNode(node)
    ? node.getChildren().reduce((length, child) => length + $lengthOf(child), 0)
    : 0;
}

type Place = [key: string, offset: number, type: 'text' | 'element'];

/** So many units into a line, as a point. */
function $pointAt(parent: ElementNode, offset: number): Place {
  let left = offset;
  for (const [index, child] of parent.getChildren().entries()) {
    const length = $lengthOf(child);
    if ($isTextNode(child) && !$isTabNode(child)) {
      if (left <= length) return [child.getKey(), left, 'text'];
    } else if ($isElementNode(child)) {
      if (left <= length) return $pointAt(child, left);
    } else if (left < length) return [parent.getKey(), index, 'element'];
    left -= length;
  }
  return [parent.getKey(), parent.getChildrenSize(), 'element'];
}

/** The cell that a line is in; the root for a line outside of tables. */
const $cellOf = (line: LexicalNode): LexicalNode => $findCellNode(line) ?? $getRoot();

/** Where something is done: numbers of any size, of which the rest counts. */
export interface Where {
  line: number;
  offset: number;
  /** How far the selection goes: units in the same line, or so many lines further. */
  extent: { units: number } | { lines: number; offset: number };
  isBackward: boolean;
}

/** A place in a text: a line, and where in it the selection begins and ends. */
export interface Found {
  line: number;
  start: number;
  /** Null where it ends in another line. */
  end: number | null;
}

/** Selects a place; answers where it is. Called in an update. */
export function $select(where: Where): Found {
  const leaves = $leaves();
  const line = where.line % leaves.length;
  const leaf = leaves[line]!;
  const start = where.offset % ($lengthOf(leaf) + 1);
  const anchor = $pointAt(leaf, start);
  let focus: Place;
  let end: number | null = null;
  if ('units' in where.extent) {
    end = Math.min($lengthOf(leaf), start + where.extent.units);
    focus = $pointAt(leaf, end);
  } else {
    let other = leaves[Math.min(leaves.length - 1, line + where.extent.lines)]!;
    // On the page, a selection that goes out of a cell is made one of whole cells, or of the whole table.
    if (!$cellOf(other).is($cellOf(leaf))) other = leaf;
    focus = $pointAt(other, where.extent.offset % ($lengthOf(other) + 1));
  }
  const selection: RangeSelection = $createRangeSelection();
  const [first, last] = where.isBackward ? [focus, anchor] : [anchor, focus];
  selection.anchor.set(...first);
  selection.focus.set(...last);
  $setSelection(selection);
  return { line, start, end };
}
