import { $isListItemNode, $isListNode } from '@lexical/list';
import * as fc from 'fast-check';
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $setSelection,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  codeBlock,
  document,
  inlineBlock,
  list,
  quote,
  table,
  tableCell,
  textNode,
} from '../../../src-shared/document/build';
import { leafBlocks, plainText } from '../../../src-shared/document/plain-text';
import type { Document, InlineNode } from '../../../src-shared/document/schema';
import { acceptSuggestions, hasSuggestions } from '../../../src-shared/document/suggestions';
import { $format } from '../format';
import { $setLink } from '../link/link';
import { $placedTexts, pointAt } from '../quotation/positions';
import { changeTable } from '../table/commands';
import { change, createTestEditor, savedDocument } from '../testing';
import { decide, openProposing, rejectedDocument } from './testing';

/*
 * The same editing done twice: in a text where it is proposed, and in one where it is simply made. What
 * is proposed has to read like the other, and to be as it was where all of it is rejected.
 */

const paragraph = (...texts: string[]) =>
  inlineBlock(
    'paragraph',
    texts.map((text, index) => textNode(text, index % 2)),
  );

const FLAT = document([
  inlineBlock('headline', [textNode('Ferry cut')]),
  paragraph('The ferry ', 'runs', ' twice a day.'),
  paragraph('Nobody was asked.'),
  paragraph('Not once.'),
  paragraph('We were not told, ', 'not once', ', she said.'),
  paragraph('The end of it.'),
]);

const GRID = document([
  inlineBlock('headline', [textNode('Ferry cut')]),
  paragraph('The ferry ', 'runs', ' twice a day.'),
  table(
    [
      ['Boat', 'Fare', 'Since'],
      ['Tern', '4', '1998'],
      ['Gull', '6', ''],
    ].map((row, index) => row.map((text) => tableCell([paragraph(text)], index === 0 ? 1 : 0))),
  ),
  paragraph('The end of it.'),
]);

const NESTED = document([
  inlineBlock('headline', [textNode('Ferry cut')]),
  paragraph('The ferry ', 'runs', ' twice a day.'),
  paragraph('Nobody was asked.'),
  quote([paragraph('We were not told.'), paragraph('Not once.')]),
  list('bullet', [{ inlines: [textNode('monday')] }, { inlines: [textNode('tuesday ferry')] }]),
  list('check', [
    { inlines: [textNode('call them')], checked: true },
    { inlines: [textNode('call again')] },
  ]),
  codeBlock('ferry --stop\n  now'),
  paragraph('The end of it.'),
]);

type Step =
  | { kind: 'type'; from: number; length: number; text: string }
  | { kind: 'remove'; from: number; length: number }
  | { kind: 'split'; from: number; length: number }
  | { kind: 'paste'; from: number; length: number; lines: string[] }
  | { kind: 'format'; from: number; length: number; format: (typeof FORMATS)[number] }
  | { kind: 'shape'; from: number; length: number; command: (typeof SHAPES)[number] }
  | { kind: 'tick'; from: number; length: number }
  | { kind: 'table'; from: number; length: number; command: (typeof TABLES)[number] }
  | { kind: 'link'; from: number; length: number; url: string | null };

const SHAPES = [
  'format.paragraph',
  'format.heading',
  'format.bulletList',
  'format.numberedList',
  'format.blockQuotation',
  'format.pullQuote',
  'format.taskList',
  'format.codeBlock',
] as const;

const FORMATS = ['bold', 'italic', 'superscript', 'code'] as const;

const TABLES = [
  'table.rowAbove',
  'table.rowBelow',
  'table.columnBefore',
  'table.columnAfter',
  'table.deleteRow',
  'table.deleteColumn',
] as const;

const from = fc.nat(400);
const length = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(8) },
  { weight: 1, arbitrary: fc.nat(60) },
);
const words = fc.constantFrom('a', 'x', ' ', 'ferry', 'not ', '🚢', 'll', 'é');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('type' as const), from, length, text: words }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('remove' as const), from, length }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('split' as const),
      from,
      length,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('format' as const),
      from,
      length,
      format: fc.constantFrom(...FORMATS),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('shape' as const),
      from,
      length,
      command: fc.constantFrom(...SHAPES),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tick' as const), from, length }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      from,
      length,
      url: fc.constantFrom('https://one.example/', 'https://two.example/', null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      from,
      length,
      lines: fc.array(words, { minLength: 1, maxLength: 3 }),
    }),
  },
);

/** The body of what is read: nothing here is done to the headline. */
function $range({ from: wanted, length: size }: { from: number; length: number }) {
  const placed = $placedTexts().slice(1);
  const last = placed.at(-1);
  const first = placed[0];
  if (!first || !last) return null;
  const end = last.start + last.node.getTextContentSize();
  const at = first.start + (wanted % (end - first.start + 1));
  const anchor = pointAt(placed, at, true);
  const focus = pointAt(placed, Math.min(end, at + size), true);
  if (!anchor || !focus) return null;
  const selection = $createRangeSelection();
  selection.anchor.set(anchor.key, anchor.offset, 'text');
  selection.focus.set(focus.key, focus.offset, 'text');
  return selection;
}

function $do(selection: RangeSelection, one: Step) {
  if (one.kind === 'format') {
    $setSelection(selection);
    if (!selection.isCollapsed()) selection.formatText(one.format);
    return;
  }
  if (one.kind === 'tick') {
    const item = selection.anchor.getNode().getParents().find($isListItemNode);
    const isTask = $isListNode(item?.getParent()) && item?.getChecked() !== undefined;
    if (isTask) item?.toggleChecked();
    return;
  }
  if (one.kind === 'shape' || one.kind === 'link') {
    $setSelection(selection);
    if (one.kind === 'shape') $format(one.command);
    else if (!selection.isCollapsed()) $setLink(one.url);
    return;
  }
  // Not yet the cursor: in development, Lexical complains about one that moves across formats.
  if (!selection.isCollapsed()) selection.removeText();
  $setSelection(selection);
  switch (one.kind) {
    case 'type':
      selection.insertText(one.text);
      return;
    case 'remove':
      return;
    case 'split':
      selection.insertParagraph();
      return;
    case 'paste':
      selection.insertNodes(
        // Several paragraphs in place of a stretch with a break that is deleted already: not told apart.
        one.lines
          .slice(0, one.length === 0 ? 3 : 1)
          .map((line) => $createParagraphNode().append($createTextNode(line))),
      );
  }
}

function perform(editor: LexicalEditor, one: Step): void {
  change(editor, () => {
    const selection = $range(one);
    if (selection && one.kind === 'table') $setSelection(selection);
    else if (selection) $do(selection, one);
  });
  if (one.kind === 'table') changeTable(editor, one.command);
}

/** Every character with its format and where it leads, in the blocks that hold words. */
const looks = (document: Document): string[] =>
  leafBlocks(document).map(({ inlines }) => inlines.map((node) => looksOf(node)).join(''));

function looksOf(node: InlineNode, url = ''): string {
  if ('children' in node) return node.children.map((child) => looksOf(child, node.url)).join('');
  if (node.type !== 'text') return '';
  return [...node.text].map((sign) => `${sign}${node.format}${url}`).join('');
}

type Block = {
  type: string;
  tag?: string;
  listType?: string;
  checked?: boolean;
  children?: Block[];
};

/** The blocks and what they stand in, without words; lists that follow one another are one. */
const shapes = (document: Document): string => {
  const writeAll = (blocks: readonly Block[]): string => {
    const written = blocks
      .filter(({ type }) => type !== 'text' && type !== 'link')
      .map(({ type, tag, listType, checked, children = [] }) => ({
        name: `${listType ?? tag ?? type}${checked ? ' ticked' : ''}`,
        isList: type === 'list',
        inside: writeAll(children),
      }));
    return written
      .map(({ name, isList, inside }, at) => {
        const start = isList && written[at - 1]?.name === name ? '' : `${name}(`;
        return `${start}${inside}${isList && written[at + 1]?.name === name ? '' : ')'}`;
      })
      .join('');
  };
  return writeAll(document.root.children as Block[]);
};

const reads = (editor: LexicalEditor) => plainText(savedDocument(editor)).text;

function expectPlaces(editor: LexicalEditor) {
  const { text } = plainText(savedDocument(editor));
  editor.read(() => {
    for (const { node, start } of $placedTexts()) {
      const shown = node.getTextContent();
      expect(text.slice(start, start + shown.length)).toBe(shown);
    }
  });
}

/** Edits a text with proposals, looking at it after every step; then decides all of them. */
function propose(
  start: Document,
  steps: readonly Step[],
  look: (editor: LexicalEditor, one: Step) => void,
) {
  const editor = openProposing(start);
  for (const one of steps) {
    perform(editor, one);
    const rejected = rejectedDocument(editor);
    expect(looks(rejected)).toEqual(looks(start));
    expect(shapes(rejected)).toBe(shapes(start));
    expectPlaces(editor);
    look(editor, one);
  }
  const saved = savedDocument(editor);
  const other = createTestEditor(saved);
  decide(other, 'accept');
  expect(hasSuggestions(savedDocument(other))).toBe(false);
  expect(looks(savedDocument(other))).toEqual(looks(acceptSuggestions(saved)));
  expect(shapes(savedDocument(other))).toBe(shapes(acceptSuggestions(saved)));
  decide(editor, 'reject');
  expect(hasSuggestions(savedDocument(editor))).toBe(false);
  expect(looks(savedDocument(editor))).toEqual(looks(start));
  expect(shapes(savedDocument(editor))).toBe(shapes(start));
}

const zero = fc.constant(0);
const steps = fc.array(step, { minLength: 1, maxLength: 12 });

const RUNS = { numRuns: 25, seed: 5 };

describe('random editing with suggestions', () => {
  it('reads like the same editing without them, and rejects to what was there', () => {
    // A line whose break is deleted already takes its shape by itself: it is not told apart here.
    const words = steps.map((all) => all.filter(({ kind }) => kind !== 'shape'));
    fc.assert(
      fc.property(words, (all) => {
        const making = createTestEditor(FLAT);
        propose(FLAT, all, (proposing, one) => {
          perform(making, one);
          expect(reads(proposing)).toBe(reads(making));
        });
      }),
      RUNS,
    );
  }, 60_000);

  it('does so in the rows and columns of a table', () => {
    // Within one cell: a selection of several is one of cells.
    const inCells = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('type' as const), from, length: zero, text: words }),
        fc.record({ kind: fc.constant('remove' as const), from, length: fc.constant(1) }),
        fc.record({
          kind: fc.constant('table' as const),
          from,
          length: zero,
          command: fc.constantFrom(...TABLES),
        }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(inCells, (all) => {
        const making = createTestEditor(GRID);
        propose(GRID, all, (proposing, one) => {
          perform(making, one);
          expect(reads(proposing)).toBe(reads(making));
        });
      }),
      RUNS,
    );
  }, 60_000);

  it.each([
    ['a text', FLAT],
    ['lists, block quotations and code', NESTED],
  ])(
    'rejects to what was there in %s',
    (_, start) => {
      fc.assert(
        fc.property(steps, (all) => propose(start, all, () => {})),
        RUNS,
      );
    },
    60_000,
  );
});
