import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type ElementNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { document, inlineBlock, textNode } from '../../src-shared/document/build';
import { change, createTestEditor } from './testing';

/** An empty line, and one whose words are of two kinds. */
const open = () =>
  createTestEditor(
    document([
      inlineBlock('headline', [textNode('Ferry cut')]),
      inlineBlock('paragraph', []),
      inlineBlock('paragraph', [textNode('We stay '), textNode('here', 1)]),
    ]),
  );

const line = (index: number): ElementNode => {
  const node = $getRoot().getChildAtIndex(index);
  if (!$isElementNode(node)) throw new Error('No such line.');
  return node;
};

/** From the empty line to so many units into the other one. */
function $selectFromEmptyLine(offset: number, isBackward: boolean): void {
  const selection = $createRangeSelection();
  const { anchor, focus } = selection;
  const [first, last] = isBackward ? [focus, anchor] : [anchor, focus];
  first.set(line(1).getKey(), 0, 'element');
  last.set(line(2).getFirstChildOrThrow().getKey(), offset, 'text');
  $setSelection(selection);
}

describe('a selection from an empty line into the next one', () => {
  it.each([false, true])('is typed over (drawn backward: %s)', (isBackward) => {
    for (const offset of [1, 6, 8]) {
      const editor = open();
      change(editor, () => $selectFromEmptyLine(offset, isBackward));
      change(editor, () => {
        editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '”');
      });
      expect(editor.read(() => line(1).getTextContent())).toBe(`”${'We stay here'.slice(offset)}`);
      // The cursor is behind what was typed.
      change(editor, () => {
        editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '!');
      });
      expect(editor.read(() => line(1).getTextContent())).toBe(`”!${'We stay here'.slice(offset)}`);
    }
  });
});
