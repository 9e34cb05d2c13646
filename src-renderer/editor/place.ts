import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { EditingPlace } from '../../src-shared/model/article';

/*
 * Where the editor is in an article: the selection and how far it is scrolled. Remembered in the
 * library, so that a restart, planned or not, goes on at the same place.
 */

type PlacePoint = NonNullable<EditingPlace['anchor']>;

const REMEMBER_AFTER_MS = 800;

/** The inline leaves of a block in reading order, each with its length in characters. */
function $leavesOf(block: ElementNode): { node: LexicalNode; length: number }[] {
  return block.getChildren().flatMap((node) => {
    if ($isElementNode(node)) return $leavesOf(node);
    return [{ node, length: $isTextNode(node) ? node.getTextContentSize() : 1 }];
  });
}

/** The element that a point's words stand in: a link is not one, its paragraph is. */
function $blockOf(node: LexicalNode): ElementNode | null {
  if ($isElementNode(node) && !node.isInline()) return node;
  const parent = node.getParent();
  return parent && $blockOf(parent);
}

/** Path to the block, and characters from its start: text nodes are split and joined all the time. */
function $placeOf(point: PointType): PlacePoint {
  const node = point.getNode();
  const block = $blockOf(node) ?? $getRoot();
  const path: number[] = [];
  for (let at: LexicalNode = block; !$getRoot().is(at); at = at.getParentOrThrow()) {
    path.unshift(at.getIndexWithinParent());
  }
  // An element's point stands before the child that its offset names; at the end there is none.
  const before = $isElementNode(node) ? node.getChildAtIndex(point.offset) : node;
  const within = $isElementNode(node) ? 0 : point.offset;
  let offset = 0;
  for (const leaf of $leavesOf(block)) {
    if (before && (leaf.node.is(before) || before.isParentOf(leaf.node))) {
      return { path, offset: offset + within };
    }
    offset += leaf.length;
  }
  return { path, offset };
}

/** Follows a path as far as it leads: the document may be another one by now. */
function $setPoint(point: PointType, place: PlacePoint): void {
  let block: ElementNode = $getRoot();
  let isComplete = true;
  for (const index of place.path) {
    const child: LexicalNode | null = block.getChildAtIndex(index) ?? block.getLastChild();
    if (!$isElementNode(child) || child.isInline()) break;
    isComplete = isComplete && block.getChildAtIndex(index) !== null;
    block = child;
  }
  let left = isComplete ? place.offset : Number.POSITIVE_INFINITY;
  let last: { node: LexicalNode; length: number } | undefined;
  for (const leaf of $leavesOf(block)) {
    last = leaf;
    if (left <= leaf.length && $isTextNode(leaf.node)) break;
    left -= leaf.length;
  }
  if (last && $isTextNode(last.node)) {
    point.set(last.node.getKey(), Math.min(Math.max(0, left), last.length), 'text');
  } else {
    point.set(block.getKey(), block.getChildrenSize(), 'element');
  }
}

/** The place now; `scrollTop` in CSS pixels. */
export function readPlace(editor: LexicalEditor, scrollTop: number): EditingPlace {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return { anchor: null, focus: null, scrollTop };
    return { anchor: $placeOf(selection.anchor), focus: $placeOf(selection.focus), scrollTop };
  });
}

/** Puts the selection back without taking the focus and without a step of undo. */
export function restoreSelection(editor: LexicalEditor, place: EditingPlace): void {
  const { anchor, focus } = place;
  if (!anchor || !focus) return;
  editor.update(
    () => {
      const selection = $createRangeSelection();
      $setPoint(selection.anchor, anchor);
      $setPoint(selection.focus, focus);
      $setSelection(selection);
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

export interface PlaceKeeper {
  /** The selection or the scrolling has changed. */
  changed(): void;
  /** Remembers at once what is not remembered yet. */
  flush(): Promise<void>;
  dispose(): void;
}

/** Remembers the place a moment after it changed; a place that cannot be remembered is no error. */
export function createPlaceKeeper(
  read: () => EditingPlace,
  remember: (place: EditingPlace) => Promise<unknown>,
): PlaceKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';

  async function flush() {
    clearTimeout(timer);
    timer = undefined;
    const place = read();
    const text = JSON.stringify(place);
    if (text === last) return;
    last = text;
    await remember(place).catch(() => undefined);
  }

  return {
    changed() {
      timer ??= setTimeout(flush, REMEMBER_AFTER_MS);
    },
    async flush() {
      if (timer !== undefined) await flush();
    },
    dispose() {
      if (timer !== undefined) void flush();
    },
  };
}
