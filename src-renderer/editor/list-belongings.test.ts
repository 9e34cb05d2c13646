import { $isListNode } from '@lexical/list';
import { $getRoot, KEY_TAB_COMMAND, type LexicalEditor, UNDO_COMMAND } from 'lexical';
import { expect, it } from 'vitest';
import { document, inlineBlock, textNode } from '../../src-shared/document/build';
import { listBlocks } from '../../src-shared/document/list-blocks';
import { writeMarkdown } from '../../src-shared/document/markdown';
import { toMdast } from '../../src-shared/document/to-mdast';
import { change, createTestEditor, savedDocument } from './testing';

const words = (text: string) => [textNode(text)];

function open(): LexicalEditor {
  return createTestEditor(
    document([
      inlineBlock('headline', words('Days')),
      ...listBlocks({
        type: 'list-content',
        listType: 'number',
        start: 1,
        isLoose: true,
        items: [
          { parts: [words('Monday'), words('The ferry runs.')] },
          { parts: [words('Tuesday')] },
        ],
      }),
      inlineBlock('paragraph', words('The end.')),
    ]),
  );
}

const written = (editor: LexicalEditor): string =>
  writeMarkdown({ type: 'root', children: toMdast(savedDocument(editor)) });

/** Presses Tab at the start of the block with these words; true where the key was used. */
function tab(editor: LexicalEditor, block: string, shiftKey = false): boolean {
  let isUsed = false;
  change(editor, () => {
    const node = $getRoot()
      .getChildren()
      .find((one) => one.getTextContent() === block);
    node?.selectStart();
  });
  change(editor, () => {
    const event = { shiftKey, preventDefault() {} } as KeyboardEvent;
    isUsed = editor.dispatchCommand(KEY_TAB_COMMAND, event);
  });
  return isUsed;
}

it('keeps what belongs to an item with it, and goes on counting behind it', () => {
  expect(written(open())).toBe('1. Monday\n\n   The ferry runs.\n\n2. Tuesday\n\nThe end.\n');
});

it('puts a paragraph into the item above it with Tab, and takes it out with Shift+Tab', () => {
  const editor = open();
  expect(tab(editor, 'The end.')).toBe(true);
  expect(written(editor)).toBe('1. Monday\n\n   The ferry runs.\n\n2. Tuesday\n\n   The end.\n');
  expect(tab(editor, 'The end.')).toBe(false);
  expect(tab(editor, 'The end.', true)).toBe(true);
  expect(tab(editor, 'The end.', true)).toBe(false);
  expect(written(editor)).toBe(written(open()));
  expect(tab(editor, 'The ferry runs.', true)).toBe(true);
  expect(written(editor)).toBe('1. Monday\n\nThe ferry runs.\n\n2. Tuesday\n\nThe end.\n');
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(written(editor)).toBe(written(open()));
});

it('leaves a paragraph of its own where the list above it goes', () => {
  const editor = open();
  change(editor, () => {
    const [list] = $getRoot().getChildren().filter($isListNode);
    list?.remove();
  });
  expect(written(editor)).toBe('The ferry runs.\n\n2. Tuesday\n\nThe end.\n');
  expect(JSON.stringify(savedDocument(editor))).not.toContain('"item"');
});
