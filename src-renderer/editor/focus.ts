import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type PointType,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';

/**
 * True while the cursor is in the text. Where it is not, an update must not write the selection back:
 * that would pull the focus out of a panel.
 */
export function hasFocus(editor: LexicalEditor): boolean {
  const root = editor.getRootElement();
  return root?.contains(root.ownerDocument.activeElement) ?? false;
}

/**
 * Moves the focus into the text, to where the cursor was (the start of the text if nowhere), without
 * scrolling. The element's own `focus` would begin at the start: the browser has forgotten the place.
 */
export function focusText(editor: LexicalEditor): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if (selection) selection.dirty = true;
      else $getRoot().selectStart();
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  if (!hasFocus(editor)) editor.getRootElement()?.focus({ preventScroll: true });
}

/**
 * Where the focus comes back by itself, as after a dialog, the cursor is where it was: the browser
 * would begin at the start of the text. A click puts it where it points.
 */
export function registerFocus(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return;
    let isPointed = false;
    const pressed = () => {
      isPointed = true;
    };
    const released = () => {
      isPointed = false;
    };
    const focused = () => {
      if (!isPointed) putCursorBack(editor);
    };
    const { ownerDocument } = root;
    root.addEventListener('pointerdown', pressed);
    root.addEventListener('focus', focused);
    ownerDocument.addEventListener('pointerup', released);
    ownerDocument.addEventListener('pointercancel', released);
    return () => {
      root.removeEventListener('pointerdown', pressed);
      root.removeEventListener('focus', focused);
      ownerDocument.removeEventListener('pointerup', released);
      ownerDocument.removeEventListener('pointercancel', released);
    };
  });
}

/** By hand: an update would write the place a moment later, when the focus may be somewhere else. */
function putCursorBack(editor: LexicalEditor): void {
  editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const anchor = placeOnPage(editor, selection.anchor);
    const focus = placeOnPage(editor, selection.focus);
    if (anchor && focus) window.getSelection()?.setBaseAndExtent(...anchor, ...focus);
  });
}

function placeOnPage(editor: LexicalEditor, point: PointType): [Node, number] | null {
  const element = editor.getElementByKey(point.key);
  if (!element) return null;
  if (point.type === 'element') return [element, Math.min(point.offset, element.childNodes.length)];
  // Bold and the like are elements around the text.
  const text = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return text ? [text, Math.min(point.offset, text.textContent?.length ?? 0)] : null;
}
