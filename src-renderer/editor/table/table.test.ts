import { $createHorizontalRuleNode } from '@lexical/extension';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $findCellNode, $isTableNode, type TableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import {
  figure,
  inlineBlock,
  table,
  tableCell,
  textNode,
} from '../../../src-shared/document/build';
import { inlineText, plainText } from '../../../src-shared/document/plain-text';
import { $insertFigures } from '../figure/commands';
import { $insertBlocks } from '../paste-blocks';
import { $placedTexts } from '../quotation/positions';
import { articleOf, change, createTestEditor, savedDocument } from '../testing';
import { changeTable, insertTable } from './commands';
import { rowsOfText } from './paste';

function $table(): TableNode {
  const table = $getRoot().getChildren().find($isTableNode);
  if (!table) throw new Error('There is no table.');
  return table;
}

/** An editor with a table of two rows and two columns, the cursor in its first cell. */
function editorWithTable(): LexicalEditor {
  const editor = createTestEditor(articleOf('Head', 'Before.', ''));
  change(editor, () => void $getRoot().getLastChildOrThrow().selectStart());
  insertTable(editor, { rows: 2, columns: 2, hasHeader: true });
  return editor;
}

const shape = (editor: LexicalEditor) =>
  savedDocument(editor).root.children.map((block) =>
    block.type === 'table'
      ? block.children.map((row) => row.children.map((cell) => cell.headerState).join('')).join('/')
      : block.type,
  );

describe('a table', () => {
  test('takes the place of an empty line, and leaves a line below to go on in', () => {
    const editor = editorWithTable();
    expect(shape(editor)).toEqual(['headline', 'paragraph', '11/00', 'paragraph']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(shape(editor)).toEqual(['headline', 'paragraph', 'paragraph']);
  });

  test.each([
    ['table.rowAbove', '11/00/00'],
    ['table.rowBelow', '11/00/00'],
    ['table.columnBefore', '111/000'],
    ['table.columnAfter', '111/000'],
    ['table.headerRow', '00/00'],
    ['table.headerColumn', '31/20'],
    ['table.deleteRow', '00'],
    ['table.deleteColumn', '1/0'],
  ] as const)('%s gives %s, and is one step of undo', (command, after) => {
    const editor = editorWithTable();
    changeTable(editor, command);
    expect(shape(editor)[2]).toBe(after);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(shape(editor)[2]).toBe('11/00');
  });

  test('goes with its last row, and by command', () => {
    const editor = editorWithTable();
    changeTable(editor, 'table.deleteRow');
    changeTable(editor, 'table.deleteRow');
    expect(shape(editor)).toEqual(['headline', 'paragraph', 'paragraph']);
  });

  test('holds paragraphs in its cells, whatever comes into them', () => {
    const editor = editorWithTable();
    change(editor, () => {
      const cell = $findCellNode($table().getFirstDescendant()!)!;
      cell.append(
        $createHeadingNode('h2').append($createTextNode('big')),
        $createListNode('bullet').append(
          $createListItemNode().append($createTextNode('one')),
          $createListItemNode().append($createTextNode('two')),
        ),
      );
    });
    const cells = savedDocument(editor).root.children.flatMap((block) =>
      block.type === 'table' ? block.children.flatMap((row) => row.children) : [],
    );
    expect(cells[0]?.children.map(({ type }) => type)).toEqual(Array(4).fill('paragraph'));
    expect(plainText(savedDocument(editor)).text).toContain('big\n\none\n\ntwo');
  });

  test('takes the words of a table that is pasted into a cell together with others', () => {
    const editor = editorWithTable();
    change(editor, () => {
      const selection = $table().getFirstDescendant()?.selectEnd();
      const cells = [[tableCell([inlineBlock('paragraph', [textNode('cell')])])]];
      const blocks = [inlineBlock('paragraph', [textNode('words')]), table(cells)];
      if (selection) $insertBlocks(blocks, selection);
    });
    expect(shape(editor)).toEqual(['headline', 'paragraph', '11/00', 'paragraph']);
    expect(plainText(savedDocument(editor)).text).toContain('words\n\ncell');
  });

  test('lets a picture that comes into a cell stand below it', () => {
    const editor = editorWithTable();
    change(editor, () => {
      $table().getFirstDescendant()?.selectEnd();
      $insertFigures([{ picture: 'a'.repeat(64) }]);
    });
    expect(shape(editor)).toEqual(['headline', 'paragraph', '11/00', 'figure', 'paragraph']);
  });

  test('lets the pictures of pasted text stand below it', () => {
    const editor = editorWithTable();
    change(editor, () => {
      const selection = $table().getFirstDescendant()?.selectEnd();
      const picture = figure({ picture: 'a'.repeat(64) });
      const blocks = [inlineBlock('paragraph', [textNode('words')]), picture];
      if (selection) $insertBlocks(blocks, selection);
    });
    expect(shape(editor)).toEqual(['headline', 'paragraph', '11/00', 'figure', 'paragraph']);
  });

  test('holds the paragraphs of a block quotation with a rule in it, and no rule', () => {
    const editor = editorWithTable();
    const line = (text: string) => $createParagraphNode().append($createTextNode(text));
    change(editor, () => {
      const cell = $findCellNode($table().getFirstDescendant()!)!;
      const quote = $createQuoteNode({ shadowRoot: true });
      cell.append(quote.append(line('We stay.'), $createHorizontalRuleNode(), line('All of us.')));
    });
    const table = savedDocument(editor).root.children.find(({ type }) => type === 'table');
    const [cell] = table?.type === 'table' ? (table.children[0]?.children ?? []) : [];
    const words = cell?.children.map(({ children }) => inlineText(children));
    expect(words).toEqual(['', 'We stay.', 'All of us.']);
  });

  test('counts in the editor as it does in the plain text', () => {
    const editor = editorWithTable();
    change(editor, () => {
      for (const [index, cell] of $table().getAllTextNodes().entries())
        cell.setTextContent(`${index}`);
      $findCellNode($table().getFirstDescendant()!)?.append(
        $createHeadingNode('h2').append($createTextNode('here')),
      );
    });
    const { text } = plainText(savedDocument(editor));
    const placed = editor.read(() =>
      $placedTexts().map(({ node, start }) => ({ words: node.getTextContent(), start })),
    );
    expect(placed.map(({ words }) => words)).toContain('here');
    for (const { words, start } of placed) {
      expect(text.slice(start, start + words.length)).toBe(words);
    }
  });
});

test.each([
  [
    'a\tb\nc\td\n',
    false,
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\r\nc\td',
    false,
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb', false, null],
  ['a\tb', true, [['a', 'b']]],
  ['a\nb', false, null],
  ['a\tb\nc', false, null],
])('%j as a table (in one: %s)', (text, isInTable, rows) => {
  expect(rowsOfText(text, isInTable)).toEqual(rows);
});
