import { $isListItemNode, $isListNode } from '@lexical/list';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { $blockOf } from './keys';

/** Lists stand at most this deep in each other. */
const DEEPEST = 6;

/**
 * Tab puts an item of a list below the one before it, Shift+Tab takes it out again. Where there is no
 * such step the key goes on to the next thing in the window, as everywhere else in the text: the
 * keyboard is never caught in a list.
 */
export function registerListKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return false;
      const [first] = selection.isBackward()
        ? [$blockOf(selection.focus)]
        : [$blockOf(selection.anchor)];
      if (!$isListItemNode(first) || !$isListItemNode($blockOf(selection.focus))) return false;
      const depth = first.getIndent();
      if (event.shiftKey ? depth === 0 : depth >= DEEPEST - 1) return false;
      const list = first.getParent();
      // Nothing to stand below of.
      if (!event.shiftKey && $isListNode(list) && first.getPreviousSibling() === null) return false;
      event.preventDefault();
      return editor.dispatchCommand(
        event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
        undefined,
      );
    },
    COMMAND_PRIORITY_NORMAL,
  );
}
