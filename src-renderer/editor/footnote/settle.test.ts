import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import {
  document as documentOf,
  footnote,
  footnoteReference,
  inlineBlock,
  link,
  quote,
  textNode,
} from '../../../src-shared/document/build';
import type { BlockNode, InlineNode } from '../../../src-shared/document/schema';
import { change, createTestEditor, savedDocument } from '../testing';
import { $insertFootnote } from './commands';
import { $settleFootnotes } from './settle';

const paragraph = (...children: (InlineNode | string)[]) =>
  inlineBlock(
    'paragraph',
    children.map((one) => (typeof one === 'string' ? textNode(one) : one)),
  );
const note = (id: string, words: string) => footnote(id, [textNode(words)]);
const mark = footnoteReference;

/** "Words{id}" for each block; a note begins with its id. */
function lines(editor: LexicalEditor): string[] {
  const shown = (nodes: readonly (InlineNode | BlockNode)[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.text;
        if (node.type === 'linebreak') return '/';
        if (node.type === 'footnotereference') return `{${node.footnote}}`;
        return 'children' in node ? `<${shown(node.children as InlineNode[])}>` : '';
      })
      .join('');
  return savedDocument(editor).root.children.map((block) => {
    const words = 'children' in block ? shown(block.children as InlineNode[]) : block.type;
    return block.type === 'footnote' ? `${block.footnote}: ${words}` : words;
  });
}

function settled(...blocks: BlockNode[]): string[] {
  const editor = createTestEditor(documentOf(blocks));
  change(editor, $settleFootnotes);
  return lines(editor).slice(1);
}

test.each<[string, BlockNode[], string[]]>([
  [
    'notes are put into the order of their references',
    [paragraph('One', mark('b'), 'two', mark('a')), note('a', 'A'), note('b', 'B')],
    ['One{b}two{a}', 'b: B', 'a: A'],
  ],
  [
    'a note whose reference is gone goes',
    [paragraph('One', mark('a')), note('a', 'A'), note('gone', 'G')],
    ['One{a}', 'a: A'],
  ],
  ['a reference without a note goes', [paragraph('One', mark('nobody knows'))], ['One']],
  [
    'two references to one note share it',
    [paragraph('One', mark('a'), 'two', mark('a')), note('a', 'A')],
    ['One{a}two{a}', 'a: A'],
  ],
  [
    'what stands below a note goes on in it',
    [paragraph('One', mark('a')), note('a', 'A'), paragraph('pasted'), paragraph('lines')],
    ['One{a}', 'a: A/pasted/lines'],
  ],
  [
    'a reference in a link stands behind it',
    [paragraph(link('https://saltmere.example/', [textNode('see'), mark('a')])), note('a', 'A')],
    ['<see>{a}', 'a: A'],
  ],
  [
    'a link goes on behind the references in it, which stay at their words',
    [
      paragraph(
        link('https://saltmere.example/', [
          mark('a'),
          textNode('see'),
          mark('b'),
          textNode('there'),
          mark('c'),
        ]),
      ),
      note('a', 'A'),
      note('b', 'B'),
      note('c', 'C'),
    ],
    ['{a}<see>{b}<there>{c}', 'a: A', 'b: B', 'c: C'],
  ],
  [
    'a headline has no notes',
    [inlineBlock('headline', [textNode('One'), mark('a')]), paragraph('two'), note('a', 'A')],
    ['two'],
  ],
])('%s', (_, blocks, expected) => {
  expect(settled(...blocks)).toEqual(expected);
});

test('a note that went comes back with its words when its reference does', () => {
  const editor = createTestEditor(
    documentOf([paragraph('One', mark('cut')), paragraph('two'), note('cut', 'Kept words')]),
  );
  change(editor, () => {
    const first = $getRoot().getChildAtIndex(1);
    const reference = $isElementNode(first) ? first.getLastChild() : null;
    reference?.remove();
    $settleFootnotes();
  });
  expect(lines(editor)).toEqual(['', 'One', 'two']);

  const other = createTestEditor(documentOf([paragraph('Elsewhere', mark('cut'))]));
  change(other, $settleFootnotes);
  expect(lines(other)).toEqual(['', 'Elsewhere{cut}', 'cut: Kept words']);
});

test('where all is in order nothing changes', () => {
  const editor = createTestEditor(documentOf([paragraph('One', mark('a')), note('a', 'A')]));
  let updates = 0;
  editor.registerUpdateListener(() => {
    updates += 1;
  });
  change(editor, $settleFootnotes);
  expect(updates).toBe(0);
});

test('a note of words in a block quotation stands below the text', () => {
  const editor = createTestEditor(documentOf([quote([paragraph('We will stay.')])]));
  change(editor, () => {
    const [words] = $getRoot().getAllTextNodes();
    const selection = words?.selectEnd();
    if (selection) $insertFootnote(selection);
  });
  expect(savedDocument(editor).root.children.map(({ type }) => type)).toEqual([
    'headline',
    'quote',
    'footnote',
  ]);
  expect(lines(editor)[1]).toMatch(/^<We will stay.\{.+\}>$/);
});

test('a note is set behind what is selected, where the selection begins in the header as well', () => {
  const editor = createTestEditor(
    documentOf([inlineBlock('headline', [textNode('Ferry cut')]), paragraph('See the minutes.')]),
  );
  change(editor, () => {
    const [headline, body] = $getRoot().getAllTextNodes();
    const selection = headline!.select(2, 2);
    selection.focus.set(body!.getKey(), 3, 'text');
    $insertFootnote(selection);
  });
  expect(lines(editor)[1]).toMatch(/^See\{.+\} the minutes\.$/);
});
