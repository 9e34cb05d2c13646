import type { LexicalEditor, TextNode } from 'lexical';
import { focusText } from './focus';
import { scrollToElement } from './quotation/go-to';

/**
 * Puts the cursor into the first of some text nodes, scrolls it into view and moves the focus there;
 * false where there is none.
 */
export function goToNodes(
  editor: LexicalEditor,
  scroller: HTMLElement,
  $nodes: () => readonly TextNode[],
): boolean {
  let key: string | null = null;
  editor.update(
    () => {
      const [first] = $nodes();
      // Inside: at its start the cursor may count to the words before.
      const at = Math.min(1, first?.getTextContentSize() ?? 0);
      first?.select(at, at);
      key = first?.getKey() ?? null;
    },
    { discrete: true },
  );
  const element = key === null ? null : editor.getElementByKey(key);
  if (!element) return false;
  focusText(editor);
  scrollToElement(scroller, element);
  return true;
}
