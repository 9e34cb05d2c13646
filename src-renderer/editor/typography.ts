import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_LOW,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { typeset } from '../../src-shared/text/typeset';
import { $codeAt } from './code/node';
import { $blockOf } from './keys';

const CODE = 'code';

/**
 * Sets what is typed in the marks of the article's language. The sign that was typed is there for one
 * step of undo: undo puts it back.
 */
export function registerTypography(
  editor: LexicalEditor,
  options: { language(): string; isOn(): boolean },
): () => void {
  return editor.registerCommand(
    BEFORE_INPUT_COMMAND,
    (event) => {
      const { data, inputType } = event;
      if (inputType !== 'insertText' || data?.length !== 1 || event.isComposing) return false;
      if (!options.isOn()) return false;
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || selection.hasFormat(CODE) || $codeAt(selection))
        return false;
      const before = $textBefore(selection);
      const set = typeset(before, data, options.language());
      if (!set || (set.removed === 0 && set.text === data)) return false;
      event.preventDefault();
      selection.insertText(data);
      $onUpdate(() => {
        editor.update(() => $replaceBefore(set.removed + 1, set.text), { tag: HISTORY_PUSH_TAG });
      });
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** The line up to where the selection begins. */
function $textBefore(selection: RangeSelection): string {
  const [start] = selection.isBackward() ? [selection.focus] : [selection.anchor];
  const block = $blockOf(start);
  if (!block) return '';
  const node = start.getNode();
  let text = '';
  for (const one of block.getAllTextNodes()) {
    if (one.is(node)) return text + one.getTextContent().slice(0, start.offset);
    if ($isTextNode(node) || one.isBefore(node)) text += one.getTextContent();
  }
  return text;
}

/** Puts text in place of so many units before the cursor. */
function $replaceBefore(removed: number, text: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  if ($isTextNode(node) && offset >= removed) {
    node.spliceText(offset - removed, removed, text, true);
    return;
  }
  for (let unit = 0; unit < removed; unit++) selection.modify('extend', true, 'character');
  selection.insertText(text);
}
