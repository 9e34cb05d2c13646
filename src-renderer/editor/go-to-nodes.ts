import { $isTextNode, type LexicalEditor, type LexicalNode } from 'lexical';
import { focusText } from './focus';
import { scrollToElement } from './quotation/go-to';
import { $selectBehind } from './suggestion/revive';

/**
 * Puts the cursor into the first of some nodes, to the start of a block, scrolls it into view and moves the focus there;
 * false where there is none.
 */
export function goToNodes(
  editor: LexicalEditor,
  scroller: HTMLElement,
  $nodes: () => readonly LexicalNode[],
): boolean {
  let key: string | null = null;
  editor.update(
    () => {
      const [first] = $nodes();
      if (!first) return;
      key = first.getKey();
      if (!$isTextNode(first)) {
        $selectBehind(first);
        return;
      }
      // Inside: at its start the cursor may count to the words before.
      const at = Math.min(1, first.getTextContentSize());
      first.select(at, at);
    },
    { discrete: true },
  );
  const element = key === null ? null : editor.getElementByKey(key);
  if (!element) return false;
  focusText(editor);
  scrollToElement(scroller, element);
  return true;
}
