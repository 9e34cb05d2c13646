import type { LexicalEditor } from 'lexical';

/** Keys after which the browser moves the cursor by itself. */
const MOVING_KEYS = /^(?:Arrow|Home|End|Page)/;

/**
 * A key acts where the cursor is. The browser tells of a cursor that was moved in a task of its own,
 * and a key that follows at once overtakes it while the window is busy: Lexical would let Enter part
 * the line where the cursor was before the click. So it is told before the key.
 */
export function registerMovedCursor(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return;
    const { ownerDocument } = root;
    let isUntold = false;
    const moved = () => {
      isUntold = true;
    };
    const told = () => {
      isUntold = false;
    };
    const pressed = ({ key }: KeyboardEvent) => {
      if (isUntold) ownerDocument.dispatchEvent(new Event('selectionchange'));
      isUntold = MOVING_KEYS.test(key);
    };
    root.addEventListener('mousedown', moved);
    root.addEventListener('keydown', pressed, { capture: true });
    ownerDocument.addEventListener('selectionchange', told);
    return () => {
      root.removeEventListener('mousedown', moved);
      root.removeEventListener('keydown', pressed, { capture: true });
      ownerDocument.removeEventListener('selectionchange', told);
    };
  });
}
