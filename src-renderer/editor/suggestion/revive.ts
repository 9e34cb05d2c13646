import { $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $parseSerializedNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { SuggestionMark } from '../../../src-shared/document/suggestion-marks';
import type { Piece, Place } from './read';
import { $setDeleted } from './state';

/*
 * Puts back what an update took away, as proposed to be deleted.
 */

/** Where something is put back: in a line, behind one of its nodes; blocks behind `tail`. */
export interface Spot {
  line: ElementNode | null;
  last: LexicalNode | null;
  tail: LexicalNode;
  /** The place that follows: what is put back comes before it. */
  next: LexicalNode | null;
}

/** Blocks that hold lines and were made again, by the key of what they stand for. */
export type Revived = Map<NodeKey, NodeKey>;

/** Puts a part of a piece into the line. */
export function $revivePiece(
  spot: Spot,
  { json, link }: Piece,
  text: string,
  mark: SuggestionMark,
): LexicalNode | null {
  if (!spot.line) return null;
  const isText = json.type === 'text';
  const node = $parseSerializedNode(isText ? { ...json, text } : json);
  $setDeleted(node, mark);
  const { last } = spot;
  const parent = last?.getParent();
  if (link && $isLinkNode(parent) && parent.getURL() === link.url) {
    last?.insertAfter(node, false);
  } else {
    $insert(spot, link ? ($parseSerializedNode(link) as LinkNode).append(node) : node);
  }
  spot.last = node;
  return node;
}

/** Behind the last node, outside of a link that it stands in. */
function $insert({ line, last }: Spot, node: LexicalNode): void {
  if (!last) {
    const first = line?.getFirstChild();
    if (first) first.insertBefore(node, false);
    else line?.append(node);
    return;
  }
  const parent = last.getParent();
  if ($isLinkNode(parent)) {
    $partLink(parent, last);
    parent.insertAfter(node, false);
  } else last.insertAfter(node, false);
}

/** Moves what follows one of its nodes into a link of its own. */
function $partLink(link: LinkNode, last: LexicalNode): void {
  const rest = last.getNextSiblings();
  if (rest.length === 0) return;
  const other = $parseSerializedNode({ ...link.exportJSON(), children: [] }) as LinkNode;
  link.insertAfter(other, false);
  other.append(...rest);
}

/** Parts the line at the spot again: what follows moves into the line that was joined with it. */
export function $reviveLine(
  spot: Spot,
  place: Place,
  mark: SuggestionMark,
  revived: Revived,
): ElementNode {
  const line = $parseSerializedNode(place.json) as ElementNode;
  $setDeleted(line, mark);
  const rest = $following(spot);
  $insertBlock(spot, place, line, revived);
  line.append(...rest);
  spot.line = line;
  spot.last = null;
  spot.tail = line;
  return line;
}

/** Puts a rule, a figure, a table, a footnote back as a whole. */
export function $reviveApart(
  spot: Spot,
  place: Place,
  mark: SuggestionMark,
  revived: Revived,
): LexicalNode {
  const node = $parseSerializedNode(place.json);
  $setDeleted(node, mark);
  $insertBlock(spot, place, node, revived);
  spot.tail = node;
  return node;
}

/** The nodes of the line behind the spot; a link that goes across it is parted. */
function $following({ line, last }: Spot): LexicalNode[] {
  if (!line) return [];
  if (!last) return line.getChildren();
  const parent = last.getParent();
  if ($isLinkNode(parent)) {
    $partLink(parent, last);
    return parent.getNextSiblings();
  }
  return last.getNextSiblings();
}

function $insertBlock(spot: Spot, place: Place, node: LexicalNode, revived: Revived): void {
  $putInto($holder(spot, place.holders, 0, revived), spot, node);
}

/** What the place stood in; made again where it is gone, or stands too far down the text by now. */
function $holder(
  spot: Spot,
  holders: Place['holders'],
  depth: number,
  revived: Revived,
): ElementNode {
  const holder = holders[depth];
  if (!holder) return $getRoot();
  for (const key of [revived.get(holder.key), holder.key]) {
    const node = key === undefined ? null : $getNodeByKey(key);
    if ($isElementNode(node) && node.isAttached() && !$isBehind(node, spot)) return node;
  }
  const made = $parseSerializedNode(holder.json) as ElementNode;
  $putInto($holder(spot, holders, depth + 1, revived), spot, made);
  revived.set(holder.key, made.getKey());
  return made;
}

function $isBehind(holder: ElementNode, { tail, next }: Spot): boolean {
  if (!next || holder.isParentOf(tail) || holder.isParentOf(next)) return false;
  return next.isBefore(holder);
}

/** Behind what stands in `parent` and holds the tail; where nothing does, at its start. */
function $putInto(parent: ElementNode, { tail, next }: Spot, node: LexicalNode): void {
  let at: LexicalNode | null = tail;
  let within: LexicalNode = tail;
  while (at && !parent.is(at.getParent())) {
    within = at;
    at = at.getParent();
  }
  if (!at) {
    const first = parent.getFirstChild();
    if (first) first.insertBefore(node, false);
    else parent.append(node);
    return;
  }
  // What follows is in the same list: that is parted.
  if (next && at.isParentOf(next) && $isElementNode(at)) {
    const rest = within.getNextSiblings();
    const other = $parseSerializedNode({ ...at.exportJSON(), children: [] }) as ElementNode;
    at.insertAfter(other, false);
    other.append(...rest);
  }
  at.insertAfter(node, false);
}

/** Puts the cursor to the end of a node, or the start of a block. */
export function $selectBehind(node: LexicalNode): void {
  if ($isTextNode(node)) node.select();
  else if ($isElementNode(node) && !node.isInline()) node.selectStart();
  else node.selectNext(0, 0);
}
