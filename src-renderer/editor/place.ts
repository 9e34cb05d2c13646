import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
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

function $placeOf(point: PointType): PlacePoint {
  const path: number[] = [];
  let node: LexicalNode | null = point.getNode();
  while (node && !$getRoot().is(node)) {
    path.unshift(node.getIndexWithinParent());
    node = node.getParent();
  }
  return { path, offset: point.offset };
}

/** Follows a path as far as it leads: the document may be another one by now. */
function $setPoint(point: PointType, place: PlacePoint): void {
  let node: LexicalNode = $getRoot();
  let isComplete = true;
  for (const index of place.path) {
    if (!$isElementNode(node)) break;
    const child: LexicalNode | null = node.getChildAtIndex(index) ?? node.getLastChild();
    if (!child) break;
    isComplete = node.getChildAtIndex(index) !== null;
    node = child;
  }
  if ($isTextNode(node)) {
    const size = node.getTextContentSize();
    point.set(node.getKey(), isComplete ? Math.min(place.offset, size) : size, 'text');
  } else if ($isElementNode(node)) {
    const size = node.getChildrenSize();
    point.set(node.getKey(), isComplete ? Math.min(place.offset, size) : size, 'element');
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
