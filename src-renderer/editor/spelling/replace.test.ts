import { $getRoot, type ElementNode, type TextNode } from 'lexical';
import { expect, test } from 'vitest';
import {
  document as documentWith,
  inlineBlock,
  textNode,
} from '../../../src-shared/document/build';
import { $quotationsOf, $setQuotations } from '../quotation/state';
import { articleOf, change, createTestEditor } from '../testing';
import { $blockText, $textBlocks, offsetIn, partsOf } from './block-text';
import { $replaceWords } from './replace';
import { $treatment } from './treat';

const MARK = {
  id: '01a20000-0000-7000-8000-000000000001',
  author: '01a20000-0000-7000-8000-000000000002',
  at: '2026-01-01T00:00:00.000Z',
};
const $paragraph = () => $getRoot().getChildAtIndex<ElementNode>(1)!;
const $treat = (node: TextNode) => $treatment(node, new Set(['q']));

/** An editor whose paragraph is of these parts, each with a format or a quotation. */
function editorOf(...parts: (string | { text: string; bold?: true; quotation?: string })[]) {
  const all = parts.map((part) => (typeof part === 'string' ? { text: part } : part));
  const editor = createTestEditor(articleOf('Taps', all.map(({ text }) => text).join('')));
  change(editor, () => {
    let [rest] = $paragraph().getAllTextNodes();
    for (const { text, bold, quotation } of all as {
      text: string;
      bold?: true;
      quotation?: string;
    }[]) {
      const [node, behind] =
        rest!.getTextContentSize() > text.length ? rest!.splitText(text.length) : [rest!];
      if (bold) node!.toggleFormat('bold');
      if (quotation) $setQuotations(node!, [quotation]);
      rest = behind;
    }
  });
  return editor;
}

function replaced(editor: ReturnType<typeof editorOf>, words: string, by: string) {
  let isDone = false;
  change(editor, () => {
    const block = $paragraph();
    const start = $blockText(block, $treat).text.indexOf(words);
    isDone = $replaceWords(block.getKey(), { start, end: start + words.length }, words, by, $treat);
  });
  const parts = editor.read(() =>
    $paragraph()
      .getAllTextNodes()
      .map((node) => {
        const marks = [...(node.hasFormat('bold') ? ['bold'] : []), ...$quotationsOf(node)];
        return marks.length > 0 ? [node.getTextContent(), ...marks] : node.getTextContent();
      }),
  );
  return { isDone, parts };
}

test('a word is replaced', () => {
  expect(replaced(editorOf('The wrold is'), 'wrold', 'world').parts).toEqual(['The world is']);
});

test('a word of two formats keeps both where its letters stay', () => {
  const editor = editorOf('The ', { text: 'wr', bold: true }, 'old is');
  expect(replaced(editor, 'wrold', 'world').parts).toEqual(['The ', ['wor', 'bold'], 'ld is']);
});

test('a word of a quotation stays in it', () => {
  const editor = editorOf('He said ', { text: '“A wrold.”', quotation: 'u' }, ' Then');
  expect(replaced(editor, 'wrold', 'world').parts).toEqual([
    'He said ',
    ['“A world.”', 'u'],
    ' Then',
  ]);
});

test('words that only go take one space with them', () => {
  expect(replaced(editorOf('The the board'), 'The ', '').parts).toEqual(['the board']);
  expect(replaced(editorOf('It was, um, shut'), 'um,', '').parts).toEqual(['It was, shut']);
});

test('letters that only come have the form of those before', () => {
  const editor = editorOf('a ', { text: 'tap', bold: true }, ' is');
  expect(replaced(editor, 'tap', 'taps').parts).toEqual(['a ', ['taps', 'bold'], ' is']);
});

test('nothing is done where other words stand there', () => {
  const editor = editorOf('The world is');
  let isDone = true;
  change(editor, () => {
    isDone = $replaceWords($paragraph().getKey(), { start: 4, end: 9 }, 'wrold', 'world', $treat);
  });
  expect(isDone).toBe(false);
});

test('a block’s text knows what is spared, and where each letter stands', () => {
  const editor = editorOf('He said ', { text: '“A wrold.”', quotation: 'q' }, ' Then');
  editor.read(() => {
    const text = $blockText($paragraph(), $treat);
    expect(text.text).toBe('He said “A wrold.” Then');
    expect(text.pieces.map(({ isSpared }) => isSpared)).toEqual([false, true, false]);
    const [part] = partsOf(text, { start: 11, end: 16 });
    expect(part).toMatchObject({ from: 3, to: 8 });
    expect(offsetIn(text, part!.key, part!.from)).toBe(11);
    expect($textBlocks()).toHaveLength(2);
  });
});

test('what somebody proposed to delete is not read, and is left where it is', () => {
  const deleted = Object.assign(textNode('old '), { $: { deleted: MARK } as object });
  const line = inlineBlock('paragraph', [textNode('The '), deleted, textNode('wrold is')]);
  const editor = createTestEditor(documentWith([inlineBlock('headline', []), line]));
  expect(editor.read(() => $blockText($paragraph(), $treat).text)).toBe('The wrold is');
  const { parts } = replaced(editor, 'wrold', 'world');
  expect(parts).toEqual(['The ', 'old ', 'world is']);
});
