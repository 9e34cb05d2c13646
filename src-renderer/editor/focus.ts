import { $getRoot, $getSelection, type LexicalEditor, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';

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
