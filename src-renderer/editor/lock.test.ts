import {
  $getRoot,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { expect, test } from 'vitest';
import { plainText } from '../../src-shared/document/plain-text';
import { $markComment, $nodesOf, $unmarkComment } from './comment/mark';
import { registerLock, requireEditable } from './lock';
import { articleOf, change, createTestEditor, savedDocument } from './testing';

const THREAD = '0199c1c2-8f5a-7c3e-9a51-3a1f5d2c7b10';

function desk() {
  const editor = createTestEditor(articleOf('', 'Text.'));
  registerLock(editor);
  const text = () => plainText(savedDocument(editor)).text.trim();
  const type = (words: string) =>
    change(
      editor,
      () => {
        $getRoot().selectEnd().insertText(words);
      },
      HISTORY_PUSH_TAG,
    );
  const isCommented = () => editor.read(() => $nodesOf(THREAD).length > 0);
  return { editor, text, type, isCommented };
}

const undo = (editor: LexicalEditor) => editor.dispatchCommand(UNDO_COMMAND, undefined);
const redo = (editor: LexicalEditor) => editor.dispatchCommand(REDO_COMMAND, undefined);

test('what was typed before an article was finished is neither undone nor done again', () => {
  const { editor, text, type } = desk();
  type(' One.');
  type(' Two.');
  undo(editor);
  expect(text()).toBe('Text. One.');
  editor.setEditable(false);
  undo(editor);
  redo(editor);
  expect(text()).toBe('Text. One.');
  editor.setEditable(true);
  redo(editor);
  expect(text()).toBe('Text. One. Two.');
  undo(editor);
  undo(editor);
  expect(text()).toBe('Text.');
});

test('a comment on a finished article is taken back and made again, and nothing else', () => {
  const { editor, text, type, isCommented } = desk();
  type(' One.');
  editor.setEditable(false);
  change(
    editor,
    () => {
      $getRoot().selectEnd();
      $markComment(THREAD);
    },
    HISTORY_PUSH_TAG,
  );
  expect(isCommented()).toBe(true);
  undo(editor);
  expect(isCommented()).toBe(false);
  undo(editor);
  expect(text()).toBe('Text. One.');
  redo(editor);
  expect(isCommented()).toBe(true);
  change(editor, () => $unmarkComment(THREAD), HISTORY_PUSH_TAG);
  expect(text()).toBe('Text. One.');
});

test('an article that is opened finished has nothing to undo', () => {
  const editor = createTestEditor(articleOf('', 'Text.'));
  editor.setEditable(false);
  registerLock(editor);
  expect(() => requireEditable(editor)).toThrow(/article-finished/);
  undo(editor);
  expect(plainText(savedDocument(editor)).text.trim()).toBe('Text.');
});
