import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { textNode } from '../../../src-shared/document/build';
import type { BlockNode } from '../../../src-shared/document/schema';
import { restoreShapes } from '../../../src-shared/document/shapes';
import type { SuggestionMark } from '../../../src-shared/document/suggestion-marks';
import { dropUndefined, type NodeJson } from '../document';
import { $isHolder, $kindOf, $placesIn } from './lines';
import { $setShaped, $shapedBy } from './state';

/*
 * Gives lines the shape back that they had, in the text that is being written: `restoreShapes` is asked
 * about the blocks around them, with the key of each line in the place of its words, and what it answers
 * is built of the lines that are there, so that cursor and words stay.
 */

/** Rejects what is proposed about the shape of lines; answers of how many. Called in an update. */
export function $restoreShapes(isMeant: (mark: SuggestionMark) => boolean): number {
  const ids = new Set<string>();
  /** What is no line stays the same node. */
  const kept: LexicalNode[] = [];
  let count = 0;
  const $isMeant = (mark: SuggestionMark | null) => mark !== null && isMeant(mark);
  const $isShaped = (block: LexicalNode) => {
    const shaped = $placesIn(block).filter((line) => $isMeant($shapedBy(line)));
    for (const line of shaped) {
      ids.add($shapedBy(line)?.id ?? '');
      if ($kindOf(line) === 'apart') kept.push(line);
    }
    count += shaped.length;
    return shaped.length > 0;
  };
  const blocks = $getRoot().getChildren();
  const shaped = blocks.map($isShaped);
  if (count === 0) return 0;
  // Lists and quotations beside them may be what they were part of.
  const isConcerned = blocks.map(
    (block, index) =>
      shaped[index] ||
      ($isHolder(block) && (shaped[index - 1] === true || shaped[index + 1] === true)),
  );
  for (let at = 0; at < blocks.length; ) {
    let end = at;
    while (isConcerned[end]) end++;
    if (end > at) $rebuild(blocks.slice(at, end), (id) => ids.has(id));
    at = Math.max(end, at + 1);
  }
  for (const block of kept) $setShaped(block, null);
  return count;
}

function $rebuild(blocks: readonly LexicalNode[], isMeant: (id: string) => boolean): void {
  const [first] = blocks;
  if (!first) return;
  const outline = blocks.map((block) => $outline(block) as unknown as BlockNode);
  const kept = new Set<NodeKey>();
  for (const json of restoreShapes(outline, isMeant)) {
    const block = $built(json as unknown as NodeJson, kept);
    // The first one is the place; it goes last.
    first.insertBefore(block, false);
  }
  for (const block of blocks) if (!kept.has(block.getKey())) block.remove(true);
}

/** A block without words: each line holds its key. */
function $outline(node: LexicalNode): NodeJson {
  const json = node.exportJSON() as NodeJson;
  dropUndefined(json, false);
  if (!$isElementNode(node)) return { ...json, key: node.getKey() };
  const isLine = $kindOf(node) !== null;
  const children = isLine ? [textNode(node.getKey())] : node.getChildren().map($outline);
  return { ...json, key: node.getKey(), children };
}

interface Outline extends NodeJson {
  key?: NodeKey;
  children?: (NodeJson & { text?: string })[];
}

function $built(json: Outline, kept: Set<NodeKey>): LexicalNode {
  const { key, children = [], ...shallow } = json;
  const [first] = children;
  const line = first?.type === 'text' ? $getNodeByKey(first.text ?? '') : null;
  // What keeps its shape is the same node, in another place perhaps.
  if (line && key === line.getKey()) return $keep(line, kept);
  if (!$isHolderJson(json)) {
    const same = key === undefined ? null : $getNodeByKey(key);
    if (same && !line) return $keep(same, kept);
  }
  const made = $parseSerializedNode({ ...shallow, children: [] } as NodeJson) as ElementNode;
  if ($isElementNode(line)) $moveInto(made, line);
  else made.append(...children.map((child) => $built(child as Outline, kept)));
  return made;
}

function $keep(node: LexicalNode, kept: Set<NodeKey>): LexicalNode {
  kept.add(node.getKey());
  return node;
}

const $isHolderJson = ({ type, children = [] }: Outline): boolean =>
  type === 'list' || type === 'quote' || (type === 'listitem' && children[0]?.type !== 'text');

function $moveInto(made: ElementNode, line: ElementNode): void {
  made.append(...line.getChildren());
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key === line.getKey()) point.set(made.getKey(), point.offset, 'element');
  }
}
