import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getRoot,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { holderOf, sameShape } from '../../../src-shared/document/shapes';
import type {
  Shape,
  ShapeHolder,
  ShapeMark,
  SuggestionMark,
} from '../../../src-shared/document/suggestion-marks';
import { $isFootnote } from '../footnote/nodes';
import { $isPullQuote } from '../quote/state';
import { $isHolder, $kindOf, $neighbourOf, $placesIn } from './lines';
import { $insertedBy, $setShaped, $shapedBy } from './state';

/*
 * Shapes of lines that stayed: what an update made of them (a heading, an item, part of a quotation) is
 * proposed, like their words.
 */

export interface ShapeTracking {
  editor: LexicalEditor;
  baseline: EditorState;
  changed(): ReadonlySet<NodeKey>;
  author: string | null;
  /** Lines that were made anew, by their keys, and which they were. */
  standsFor: ReadonlyMap<NodeKey, NodeKey>;
}

/** A line as it was before an update. */
interface Former {
  shape: Shape;
  shaped: ShapeMark | null;
}

/** Marks lines that have another shape than they had, and takes marks away that say nothing any more. */
export function $trackShapes(
  tracking: ShapeTracking,
  mark: SuggestionMark,
  done: { formatted: number },
): void {
  const lines = $changedShapes(tracking);
  if (lines.size === 0) return;
  const { editor, baseline, author } = tracking;
  const former = baseline.read(
    () =>
      [...lines].map(([line, key]): [LexicalNode, Former | null] => {
        const was = $getNodeByKey(key);
        const shape = was && $shapeOf(was);
        return [line, was && shape ? { shape, shaped: $shapedBy(was) } : null];
      }),
    { editor },
  );
  for (const [line, was] of former) {
    const shape = was && $shapeOf(line);
    if (!was || !shape) continue;
    const wanted = $wanted(line, shape, was, author, mark);
    if (JSON.stringify(wanted) === JSON.stringify($shapedBy(line))) continue;
    $setShaped(line, wanted);
    done.formatted += 1;
  }
}

function $wanted(
  line: LexicalNode,
  shape: Shape,
  was: Former,
  author: string | null,
  mark: SuggestionMark,
): ShapeMark | null {
  const { shaped } = was;
  if (sameShape(shape, was.shape)) return shaped;
  // What is simply made is decided; one's own new line looks as it is inserted.
  if (author === null || $insertedBy(line)?.author === author) return null;
  const former = shaped?.former ?? was.shape;
  if (sameShape(shape, former)) return null;
  const current = $shapedBy(line);
  const own = [current, shaped].find((one) => one?.author === author) ?? mark;
  return { id: own.id, author: own.author, at: own.at, former };
}

/** The lines whose shape may be another one, with the keys that they had. */
function $changedShapes({
  baseline,
  changed,
  standsFor,
}: ShapeTracking): Map<LexicalNode, NodeKey> {
  const lines = new Map<NodeKey, LexicalNode>();
  for (const key of changed()) {
    const node = $getNodeByKey(key);
    if (!node?.isAttached() || $getRoot().is(node)) continue;
    if ($hasShape(node)) lines.set(key, node);
    else if ($isHolder(node)) {
      for (const place of $placesIn(node)) {
        if ($hasShape(place)) lines.set(place.getKey(), place);
      }
    }
  }
  return new Map(
    [...lines].flatMap(([key, line]) => {
      const was = standsFor.get(key) ?? key;
      return baseline._nodeMap.has(was) ? [[line, was] as const] : [];
    }),
  );
}

/** True for lines, and for blocks that can stand among them in a quotation. */
function $hasShape(node: LexicalNode): boolean {
  const kind = $kindOf(node);
  return kind === 'line' || (kind === 'apart' && !$isFootnote(node));
}

/** The shape of a line in the state that is being read; null for what has none. */
export function $shapeOf(line: LexicalNode): Shape | null {
  if (!$hasShape(line)) return null;
  const holders: ElementNode[] = [];
  for (let at = line.getParent(); at && !$getRoot().is(at); at = at.getParent()) {
    holders.unshift(at);
  }
  const [outermost] = holders;
  const around = holders.map($holderOf);
  return {
    line: $lineOf(line),
    holders: around,
    begins: !outermost || $isEdge(line, outermost, around, false),
    ends: !outermost || $isEdge(line, outermost, around, true),
  };
}

function $lineOf(line: LexicalNode): Shape['line'] {
  if ($kindOf(line) === 'apart') return { type: 'block' };
  if ($isHeadingNode(line)) return { type: 'heading', tag: line.getTag() };
  if (!$isListItemNode(line)) return { type: 'paragraph' };
  const list = line.getParent();
  const isTask = $isListNode(list) && list.getListType() === 'check';
  return { type: 'listitem', ...(isTask ? { checked: line.getChecked() ?? false } : {}) };
}

function $holderOf(node: ElementNode): ShapeHolder {
  if ($isListNode(node)) {
    return { type: 'list', listType: node.getListType(), start: node.getStart() };
  }
  return $isQuoteNode(node)
    ? { type: 'quote', pull: $isPullQuote(node) }
    : holderOf({ type: 'listitem' });
}

/** True where nothing before (or after) the line stands in the same, nor did before it was proposed. */
function $isEdge(
  line: LexicalNode,
  outermost: ElementNode,
  holders: readonly ShapeHolder[],
  isForward: boolean,
): boolean {
  const next = $neighbourOf(line, isForward);
  if (!next) return true;
  if (outermost.isParentOf(next)) return false;
  const former = $shapedBy(next)?.former;
  if (!former || former[isForward ? 'begins' : 'ends']) return true;
  const holder = former.holders[0];
  const [own] = holders;
  return (
    !holder ||
    !own ||
    !sameShape(
      { ...former, line: { type: 'paragraph' }, holders: [holder] },
      { ...former, line: { type: 'paragraph' }, holders: [own] },
    )
  );
}
