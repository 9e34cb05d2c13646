import { $getRoot, $getSelection, $isRangeSelection, KEY_DOWN_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import {
  document,
  footnote,
  footnoteReference,
  inlineBlock,
  textNode,
} from '../../src-shared/document/build';
import { change, createTestEditor } from './testing';

test('Ctrl+End goes to the end of the text, and only from there to the notes below it', () => {
  const editor = createTestEditor(
    document([
      inlineBlock('headline', [textNode('Head')]),
      inlineBlock('paragraph', [textNode('One.'), footnoteReference('1')]),
      inlineBlock('paragraph', [textNode('Two.')]),
      footnote('1', [textNode('A note.')]),
    ]),
  );
  change(editor, () => void $getRoot().selectStart());
  /** Whether the page is kept from doing what it does with the key. */
  const press = () => {
    let isKept = false;
    const event = { key: 'End', ctrlKey: true, preventDefault: () => (isKept = true) };
    change(editor, () => {
      editor.dispatchCommand(KEY_DOWN_COMMAND, event as unknown as KeyboardEvent);
    });
    return isKept;
  };
  const at = () =>
    editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      return [selection.anchor.getNode().getTextContent(), selection.anchor.offset];
    });
  expect(press()).toBe(true);
  expect(at()).toEqual(['Two.', 4]);
  expect(press()).toBe(false);
});
