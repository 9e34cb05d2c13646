import { $getHtmlContent, $getLexicalContent, copyToClipboard } from '@lexical/clipboard';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  type HTMLConfig,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  TextNode,
} from 'lexical';
import { $clearMarks, $isDeleted } from './state';
import { $selectedText } from './text';

/*
 * What is copied is the text as it reads; what is pasted is nobody's suggestion but, where changes are
 * proposed, that of who pastes it.
 */

/** Leaves words that are proposed to be deleted out of what is copied. */
export function registerSuggestionClipboard(editor: LexicalEditor): () => void {
  const $copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
    if (!selection.getNodes().some($isDeleted)) return false;
    if (!(event instanceof ClipboardEvent)) return false;
    event.preventDefault();
    const html = $getHtmlContent(editor, selection);
    const own = $getLexicalContent(editor, selection);
    void copyToClipboard(editor, event, {
      'text/plain': $selectedText(selection),
      'text/html': html,
      ...(own ? { 'application/x-lexical-editor': own } : {}),
    });
    return true;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$copy(event)) return false;
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.removeText();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** In HTML, deleted words are left out. */
export const exportWithoutDeleted: NonNullable<HTMLConfig['export']> = new Map([
  [
    TextNode,
    (editor: LexicalEditor, node: LexicalNode) =>
      $isDeleted(node) ? { element: null } : node.exportDOM(editor),
  ],
]);

/** Takes the marks out of what is pasted, and what is proposed to be deleted out of it altogether. */
export function $withoutSuggestions(nodes: readonly LexicalNode[]): LexicalNode[] {
  return nodes.filter((node) => {
    if (!$isElementNode(node)) {
      if ($isDeleted(node)) return false;
    } else {
      for (const child of node.getChildren()) {
        if ($withoutSuggestions([child]).length === 0) child.remove(true);
      }
    }
    $clearMarks(node);
    return true;
  });
}
