import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  isDOMNode,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $isHtmlBlock } from './nodes';

/**
 * A click on kept HTML selects it, so that it can be deleted, cut or copied. From a block that is selected
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
  return mergeRegister(
    editor.registerRootListener((root) => {
      root?.addEventListener('mousedown', letGo);
      return () => root?.removeEventListener('mousedown', letGo);
    }),
    editor.registerCommand(
      CLICK_COMMAND,
      ({ target }) => {
        const node = isDOMNode(target) ? $getNearestNodeFromDOMNode(target) : null;
        if (!$isHtmlBlock(node)) return false;
        const selection = $createNodeSelection();
        selection.add(node.getKey());
        $setSelection(selection);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
