import { $isTableNode, type TableNode } from '@lexical/table';
import {
  $getRoot,
  $isElementNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import {
  document,
  inlineBlock,
  table,
  tableCell,
  textNode,
} from '../../../src-shared/document/build';
import { listSuggestions } from '../../../src-shared/document/list-suggestions';
import type { Document } from '../../../src-shared/document/schema';
import { hasSuggestions } from '../../../src-shared/document/suggestions';
import { changeTable } from '../table/commands';
import { change, createTestEditor, savedDocument } from '../testing';
import { $nodesOfSuggestion, $suggestionsAtSelection } from './decide';
import {
  acceptedDocument,
  decide,
  line,
  MARA,
  NOOR,
  openProposing,
  rejectedDocument,
  writeAs,
} from './testing';

/** A table with a header and two rows, between two paragraphs. */
function open(): LexicalEditor {
  const rows = [
    ['Boat', 'Fare'],
    ['Tern', '4'],
    ['Gull', '6'],
  ].map((row, index) => row.map((text) => tableCell([line(text)], index === 0 ? 1 : 0)));
  const article = document([
    inlineBlock('headline', [textNode('Head')]),
    line('Before.'),
    table(rows),
    line('After.'),
  ]);
  return openProposing(article);
}

const START = 'Boat|Fare!Tern|4 Gull|6';

/** The rows of the table in short, with a ! behind a row of headers; null where it is gone. */
function rows(of: Document): string | null {
  const found = of.root.children.find(({ type }) => type === 'table');
  if (found?.type !== 'table') return null;
  const written = found.children.map((row) => {
    const words = row.children.map((cell) =>
      cell.children.map(({ children }) =>
        children.map((node) => ('text' in node ? node.text : '')),
      ),
    );
    const isHeader = row.children.every(({ headerState }) => headerState === 1);
    return (
      words.map((cell) => cell.map((one) => one.join('')).join('/')).join('|') +
      (isHeader ? '!' : ' ')
    );
  });
  return written.join('').trim();
}

const accepted = (editor: LexicalEditor) => rows(acceptedDocument(editor));
const rejected = (editor: LexicalEditor) => rows(rejectedDocument(editor));
const proposed = (editor: LexicalEditor) =>
  listSuggestions(savedDocument(editor)).map(({ parts, inserted, deleted }) =>
    [
      ...parts.map(({ kind, isIn, words }) => `${isIn ? '+' : '-'}${kind} ${words}`.trim()),
      ...(inserted ? [`+${inserted}`] : []),
      ...(deleted ? [`-${deleted}`] : []),
    ].join(', '),
  );

const $table = () => $getRoot().getChildren().find($isTableNode) as TableNode;

/** Puts the cursor to the start of a cell. */
const at = (editor: LexicalEditor, row: number, column: number) =>
  change(editor, () => {
    const line = $table().getChildAtIndex(row);
    const cell = $isElementNode(line) ? line.getChildAtIndex(column) : null;
    if ($isElementNode(cell)) cell.getFirstDescendant()?.selectStart();
    if ($isElementNode(cell) && cell.getTextContent() === '') cell.selectStart();
  });
const type = (editor: LexicalEditor, text: string) =>
  change(editor, () => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text));

interface Case {
  name: string;
  work(editor: LexicalEditor): void;
  after: string | null;
  said: string[];
}

const CASES: Case[] = [
  {
    name: 'a row below, with words in it',
    work: (editor) => {
      at(editor, 1, 0);
      changeTable(editor, 'table.rowBelow');
      type(editor, 'Skua');
    },
    after: 'Boat|Fare!Tern|4 Skua| Gull|6',
    said: ['+row Skua'],
  },
  {
    name: 'two rows, one after the other',
    work: (editor) => {
      at(editor, 1, 0);
      changeTable(editor, 'table.rowBelow');
      changeTable(editor, 'table.rowBelow');
    },
    after: 'Boat|Fare!Tern|4 | | Gull|6',
    said: ['+row, +row'],
  },
  {
    name: 'a row above the header, which takes its place',
    work: (editor) => {
      at(editor, 0, 0);
      changeTable(editor, 'table.rowAbove');
    },
    after: '|!Boat|Fare Tern|4 Gull|6',
    said: ['+row'],
  },
  {
    name: 'a row that goes',
    work: (editor) => {
      at(editor, 1, 0);
      changeTable(editor, 'table.deleteRow');
    },
    after: 'Boat|Fare!Gull|6',
    said: ['-row Tern · 4'],
  },
  {
    name: 'a column that goes',
    work: (editor) => {
      at(editor, 1, 0);
      changeTable(editor, 'table.deleteColumn');
    },
    after: 'Fare!4 6',
    said: ['-column Boat · Tern · Gull'],
  },
  {
    name: 'a column, and a row that goes across it',
    work: (editor) => {
      at(editor, 1, 1);
      changeTable(editor, 'table.columnAfter');
      at(editor, 1, 0);
      changeTable(editor, 'table.rowAbove');
    },
    after: 'Boat|Fare|!|| Tern|4| Gull|6|',
    said: ['+row', '+column'],
  },
  {
    name: 'a row across a column that goes',
    work: (editor) => {
      at(editor, 1, 1);
      changeTable(editor, 'table.deleteColumn');
      at(editor, 1, 0);
      changeTable(editor, 'table.rowAbove');
      type(editor, 'Skua');
    },
    after: 'Boat!Skua Tern Gull',
    said: ['+row Skua', '-column Fare · 4 · 6'],
  },
  {
    name: 'one’s own row, which was never there',
    work: (editor) => {
      at(editor, 1, 0);
      changeTable(editor, 'table.rowBelow');
      changeTable(editor, 'table.deleteRow');
    },
    after: START,
    said: [],
  },
  {
    name: 'every row one by one: then the table goes',
    work: (editor) => {
      for (const row of [0, 1, 2]) {
        at(editor, row, 0);
        changeTable(editor, 'table.deleteRow');
      }
    },
    after: null,
    said: ['-row Boat · Fare, -row Tern · 4, -row Gull · 6'],
  },
  {
    name: 'a word in a cell, and a row that goes with it',
    work: (editor) => {
      at(editor, 1, 0);
      type(editor, 'Old ');
      changeTable(editor, 'table.deleteRow');
    },
    after: 'Boat|Fare!Gull|6',
    said: ['-row Old Tern · 4', '+Old '],
  },
];

describe('rows and columns while changes are proposed', () => {
  test.each(CASES)('$name', ({ work, after, said }) => {
    for (const decision of ['accept', 'reject'] as const) {
      const editor = open();
      work(editor);
      expect(accepted(editor)).toBe(after);
      expect(rejected(editor)).toBe(START);
      expect(proposed(editor)).toEqual(said);
      const saved = savedDocument(editor);
      expect(savedDocument(createTestEditor(saved))).toEqual(saved);
      decide(editor, decision);
      expect(hasSuggestions(savedDocument(editor))).toBe(false);
      expect(rows(savedDocument(editor))).toBe(decision === 'accept' ? after : START);
    }
  });

  test('a row is one step of undo, and of redo', () => {
    const editor = open();
    at(editor, 1, 0);
    changeTable(editor, 'table.deleteRow');
    at(editor, 2, 0);
    changeTable(editor, 'table.deleteRow');
    const both = savedDocument(editor);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(accepted(editor)).toBe('Boat|Fare!Gull|6');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(proposed(editor)).toEqual([]);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(savedDocument(editor)).toEqual(both);
  });

  test('of one person’s row another changes the words, and each is decided by itself', () => {
    const editor = open();
    at(editor, 2, 0);
    changeTable(editor, 'table.rowBelow');
    type(editor, 'Skua');
    writeAs(MARA);
    at(editor, 3, 0);
    type(editor, 'Great ');
    expect(proposed(editor)).toEqual(['+row Great Skua', '+Great ']);
    decide(editor, 'accept', NOOR);
    expect(proposed(editor)).toEqual(['+Great ']);
    expect(rejected(editor)).toBe(`${START} Skua|`);
  });

  test('the cursor in a row or a column finds what is proposed of it', () => {
    const editor = open();
    at(editor, 1, 0);
    changeTable(editor, 'table.rowBelow');
    const [id = ''] = listSuggestions(savedDocument(editor)).map((one) => one.id);
    editor.read(() => {
      expect([...$suggestionsAtSelection()]).toEqual([id]);
      expect($nodesOfSuggestion(id).map((node) => node.getType())).toEqual(['tablerow']);
    });
  });

  test('while nothing is proposed a new row keeps to the columns that are', () => {
    const editor = open();
    at(editor, 1, 1);
    changeTable(editor, 'table.deleteColumn');
    writeAs(null);
    at(editor, 1, 0);
    changeTable(editor, 'table.rowBelow');
    expect(accepted(editor)).toBe('Boat!Tern  Gull');
    expect(rejected(editor)).toBe('Boat|Fare!Tern|4 | Gull|6');
  });

  test('the words of a cell that is parted into paragraphs stay as they are', () => {
    const editor = open();
    at(editor, 1, 0);
    change(editor, () => void $table().getAllTextNodes()[2]?.select(2, 2));
    change(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    expect(rejected(editor)).toBe('Boat|Fare!Te/rn|4 Gull|6');
    type(editor, 'X');
    expect(accepted(editor)).toBe('Boat|Fare!Te/Xrn|4 Gull|6');
    expect(rejected(editor)).toBe('Boat|Fare!Te/rn|4 Gull|6');
  });
});
