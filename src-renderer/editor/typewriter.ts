import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';

/** How far down the pane the line stands that is typed in. */
const HEIGHT = 0.42;

/**
 * Keeps the line with the cursor at the same height while it is moved by keys; a click leaves the page
 * where it is.
 */
export function registerTypewriter(
  editor: LexicalEditor,
  scroller: HTMLElement,
  isOn: () => boolean,
): () => void {
  let byKey = false;
  const root = editor.getRootElement();
  const keyDown = () => {
    byKey = true;
  };
  const pointerDown = () => {
    byKey = false;
  };
  root?.addEventListener('keydown', keyDown);
  root?.addEventListener('pointerdown', pointerDown);

  const stopListening = editor.registerUpdateListener(({ editorState }) => {
    if (!byKey || !isOn()) return;
    const isCursor = editorState.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) && selection.isCollapsed();
    });
    if (isCursor) requestAnimationFrame(bring);
  });

  function bring() {
    const selection = window.getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    // An empty line has no rectangle of its own: its block has.
    const block = range.startContainer instanceof Element ? range.startContainer : null;
    const rect = range.getClientRects()[0] ?? block?.getBoundingClientRect();
    if (!rect) return;
    const frame = scroller.getBoundingClientRect();
    scroller.scrollTop += rect.top - frame.top - frame.height * HEIGHT;
  }

  return () => {
    stopListening();
    root?.removeEventListener('keydown', keyDown);
    root?.removeEventListener('pointerdown', pointerDown);
  };
}
