import {
  $createNodeSelection,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $setSelection,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical';
import { expect, test, vi } from 'vitest';
import {
  document,
  htmlBlock,
  inlineBlock,
  inlineHtml,
  textNode,
} from '../../../src-shared/document/build';
import { change, createTestEditor, savedDocument } from '../testing';
import { registerHtmlClicks } from './clicks';
import { $asHtml, $htmlAtSelection, changeHtml, EDIT_HTML_COMMAND } from './edit';
import { $isHtmlBlock } from './nodes';

const MAP = '<iframe src="https://ferry.example/map"></iframe>';

/** A headline, a line with two tags in it, and a block. */
function open(): LexicalEditor {
  const editor = createTestEditor(
    document([
      inlineBlock('headline', [textNode('Head')]),
      inlineBlock('paragraph', [
        textNode('Press '),
        inlineHtml('<kbd>'),
        textNode('F5'),
        inlineHtml('</kbd>'),
      ]),
      htmlBlock(MAP),
    ]),
  );
  registerHtmlClicks(editor);
  return editor;
}

/** Puts the cursor into the line: behind so many of its nodes. */
function goBehind(editor: LexicalEditor, nodes: number) {
  change(editor, () => {
    const line = $getRoot().getChildAtIndex(1);
    if ($isElementNode(line)) line.select(nodes, nodes);
  });
}

function selectBlock(editor: LexicalEditor) {
  change(editor, () => {
    const selection = $createNodeSelection();
    selection.add($getRoot().getChildAtIndex(2)?.getKey() ?? '');
    $setSelection(selection);
  });
}

const found = (editor: LexicalEditor) => editor.read($htmlAtSelection);
const saved = (editor: LexicalEditor) => JSON.stringify(savedDocument(editor));

test.each([
  [0, null],
  [1, '<kbd>'],
  [2, '<kbd>'],
  [3, '</kbd>'],
  [4, '</kbd>'],
])('behind %i nodes of the line the cursor is beside %s', (nodes, html) => {
  const editor = open();
  goBehind(editor, nodes);
  expect(found(editor)?.html ?? null).toBe(html);
});

test('Enter on a block that is selected asks for its HTML, and is no new line', () => {
  const editor = open();
  selectBlock(editor);
  expect(found(editor)).toMatchObject({ html: MAP, isInline: false });
  const before = saved(editor);
  const asked = vi.fn(() => true);
  editor.registerCommand(EDIT_HTML_COMMAND, asked, 0);
  change(editor, () => void editor.dispatchCommand(KEY_ENTER_COMMAND, null));
  expect(asked).toHaveBeenCalledOnce();
  expect(saved(editor)).toBe(before);
});

test('a block that keeps Markdown alone is selected, and has no HTML to be changed', () => {
  const editor = open();
  change(editor, () => {
    const block = $getRoot().getChildAtIndex(2);
    if ($isHtmlBlock(block)) block.setHtml('');
  });
  selectBlock(editor);
  const asked = vi.fn(() => true);
  editor.registerCommand(EDIT_HTML_COMMAND, asked, 0);
  change(editor, () => void editor.dispatchCommand(KEY_ENTER_COMMAND, null));
  expect(asked).not.toHaveBeenCalled();
  expect(found(editor)).toBeNull();
  expect(editor.read(() => $asHtml($getRoot().getChildAtIndex(2)))).toBeNull();
});

test('a change is one step of undo, and so is taking it out', () => {
  const editor = open();
  selectBlock(editor);
  const key = found(editor)?.key ?? '';
  const before = saved(editor);
  changeHtml(editor, key, '<hr class="wide">\n');
  expect(saved(editor)).toContain('<hr class=\\"wide\\">');
  changeHtml(editor, key, null);
  expect(saved(editor)).not.toContain('htmlblock');
  change(editor, () => void editor.dispatchCommand(UNDO_COMMAND, undefined));
  expect(saved(editor)).toContain('<hr class=\\"wide\\">');
  change(editor, () => void editor.dispatchCommand(UNDO_COMMAND, undefined));
  expect(saved(editor)).toBe(before);
});

test('what is gone meanwhile is not changed', () => {
  const editor = open();
  selectBlock(editor);
  const key = found(editor)?.key ?? '';
  change(editor, () => $getNodeByKey(key)?.remove());
  const before = saved(editor);
  changeHtml(editor, key, '<p>late</p>');
  expect(saved(editor)).toBe(before);
});
