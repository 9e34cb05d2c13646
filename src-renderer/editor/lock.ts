import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  COMMAND_PRIORITY_CRITICAL,
  type LexicalEditor,
  mergeRegister,
  UNDO_COMMAND,
} from 'lexical';
import { StetError } from '../../src-shared/errors';

/** Throws `article-finished` where the text cannot be edited. */
export function requireEditable(editor: LexicalEditor): void {
  if (!editor.isEditable()) throw new StetError('article-finished');
}

/**
 * While the text cannot be edited, steps from before are neither undone nor done again: what is undone
 * is what was done since, such as a comment. They are there again once the text can be edited.
 */
export function registerLock(editor: LexicalEditor): () => void {
  const history = () =>
    getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.value;
  /** How many steps were there when it was locked; null while it is not. */
  let floor: number | null = null;
  let redo: ReturnType<typeof history>['redoStack'] = [];

  function lock(isLocked: boolean) {
    if (isLocked === (floor !== null)) return;
    const state = history();
    if (isLocked) {
      floor = state.undoStack.length;
      redo = state.redoStack;
      state.redoStack = [];
    } else {
      // What was done since took the steps away that were undone before.
      if (state.undoStack.length === floor && state.redoStack.length === 0) state.redoStack = redo;
      floor = null;
      redo = [];
    }
  }

  lock(!editor.isEditable());
  return mergeRegister(
    editor.registerEditableListener((isEditable) => lock(!isEditable)),
    editor.registerCommand(
      UNDO_COMMAND,
      () => floor !== null && history().undoStack.length <= floor,
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}
