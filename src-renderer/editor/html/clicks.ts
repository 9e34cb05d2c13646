import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  isDOMNode,
  isHTMLElement,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $asHtml, $htmlAtSelection, EDIT_HTML_COMMAND } from './edit';
import { $isHtmlBlock, $isInlineHtml, EDIT_BUTTON } from './nodes';

/**
 * A click on kept HTML selects it, so that it can be deleted, cut or copied; its button, two clicks, or
 * Enter where it is selected ask for it to be changed. From a block that is selected
 * so (a rule as well) a click into the text leads into the text: Lexical would hold on to the block, and
 * the browser's cursor be gone.
 */
export function registerHtmlClicks(editor: LexicalEditor): () => void {
  const letGo = () =>
    editor.update(
      () => {
        if ($isNodeSelection($getSelection())) $setSelection(null);
      },
      { discrete: true },
    );
  /** Among words no click selects HTML: two put the cursor behind it. */
  const edit = ({ target }: MouseEvent) => {
    let isHtml = false;
    editor.update(
      () => {
        const node = $asHtml(isDOMNode(target) ? $getNearestNodeFromDOMNode(target) : null);
        isHtml = node !== null;
        if ($isInlineHtml(node)) node.selectNext(0, 0);
      },
      { discrete: true },
    );
    if (isHtml) editor.dispatchCommand(EDIT_HTML_COMMAND, undefined);
  };
  return mergeRegister(
    editor.registerRootListener((root) => {
      root?.addEventListener('mousedown', letGo);
      root?.addEventListener('dblclick', edit);
      return () => {
        root?.removeEventListener('mousedown', letGo);
        root?.removeEventListener('dblclick', edit);
      };
    }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (!$isNodeSelection($getSelection()) || !$htmlAtSelection()) return false;
        event?.preventDefault();
        return editor.dispatchCommand(EDIT_HTML_COMMAND, undefined);
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      CLICK_COMMAND,
      ({ target }) => {
        const node = isDOMNode(target) ? $getNearestNodeFromDOMNode(target) : null;
        if (!$isHtmlBlock(node)) return false;
        const selection = $createNodeSelection();
        selection.add(node.getKey());
        $setSelection(selection);
        if (isHTMLElement(target) && target.classList.contains(EDIT_BUTTON)) {
          editor.dispatchCommand(EDIT_HTML_COMMAND, undefined);
        }
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
