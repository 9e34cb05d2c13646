import type { LexicalEditor } from 'lexical';

/**
 * True while the cursor is in the text. Where it is not, an update must not write the selection back:
 * that would pull the focus out of a panel.
 */
export function hasFocus(editor: LexicalEditor): boolean {
  const root = editor.getRootElement();
  return root?.contains(root.ownerDocument.activeElement) ?? false;
}
