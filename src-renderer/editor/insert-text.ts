import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from 'lexical';
import { focusText } from './focus';

/** Puts text at the cursor, formatted as what stands there, as one step of undo. */
export function insertText(editor: LexicalEditor, text: string): void {
  editor.update(
    () => {
      if (!$getSelection()) $getRoot().selectEnd();
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(text);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  focusText(editor);
}
