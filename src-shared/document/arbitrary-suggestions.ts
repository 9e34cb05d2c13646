import * as fc from 'fast-check';
import { arbitraryDocument } from './arbitrary-document';
import type {
  BlockNode,
  Document,
  InlineNode,
  ListItemNode,
  TableNode,
  TableRowNode,
} from './schema';
import type { Shape, SuggestionMark } from './suggestion-marks';

/*
 * Random documents with suggestions in them, for property tests.
 */

type Node = BlockNode | ListItemNode | InlineNode;

const MARKS: SuggestionMark[] = [1, 2, 3].map((number) => ({
  id: `01900000-0000-7000-8000-00000000000${number}`,
  author: `01900000-0000-7000-9000-00000000000${number % 2}`,
  at: '2026-03-04T10:00:00.000Z',
}));

const SHAPES: Shape[] = [
  { line: { type: 'paragraph' }, holders: [], begins: true, ends: true },
  { line: { type: 'heading', tag: 'h3' }, holders: [], begins: true, ends: true },
  {
    line: { type: 'paragraph' },
    holders: [{ type: 'quote', pull: true }],
    begins: false,
    ends: true,
  },
  {
    line: { type: 'listitem' },
    holders: [
      { type: 'list', listType: 'number', start: 3 },
      { type: 'listitem' },
      { type: 'list', listType: 'bullet', start: 1 },
    ],
    begins: false,
    ends: false,
  },
];
const LINES = new Set(['paragraph', 'heading', 'listitem']);

/** Lists and quotations have no marks of their own, and nothing happens to the headline as such. */
const UNMARKED = new Set(['list', 'quote', 'link', 'autolink', 'headline', 'standfirst']);
const INSIDE = new Set(['tablerow', 'tablecell']);

function marked<T extends Node>(node: T, draw: () => number, isInside = false): T {
  const result = { ...node } as T & { $?: Record<string, unknown>; children?: Node[] };
  const chance = draw() % 10;
  const isLine = result.type === 'paragraph' && isInside;
  if (!UNMARKED.has(node.type) && !INSIDE.has(node.type) && !isLine && chance < 4) {
    const mark = MARKS[draw() % MARKS.length];
    const names = chance < 2 ? ['deleted'] : chance < 3 ? ['inserted'] : ['inserted', 'deleted'];
    const state = Object.fromEntries(names.map((name) => [name, mark]));
    // A wrapper of a nested list is that list's indent.
    const isWrapper = result.type === 'listitem' && result.children?.[0]?.type === 'list';
    if (!isWrapper) result.$ = { ...result.$, ...state };
  }
  if (result.type === 'text' && draw() % 4 === 0) {
    const mark = MARKS[draw() % MARKS.length];
    result.$ = { ...result.$, formatted: { ...mark!, formats: 1 + (draw() % 127) } };
  }
  if (result.type === 'text' && draw() % 5 === 0) {
    const mark = MARKS[draw() % MARKS.length];
    const former = draw() % 2 === 0 ? null : { url: 'https://former.example/', title: null };
    result.$ = { ...result.$, linked: { ...mark!, former } };
  }
  if (LINES.has(result.type) && !isLine && draw() % 3 === 0) {
    const isWrapper = result.type === 'listitem' && result.children?.[0]?.type === 'list';
    const mark = MARKS[draw() % MARKS.length];
    const former = SHAPES[draw() % SHAPES.length];
    if (!isWrapper) result.$ = { ...result.$, shaped: { ...mark!, former } };
  }
  if (result.children) {
    const inside = isInside || INSIDE.has(node.type) || node.type === 'table';
    result.children = result.children.map((child) => marked(child, draw, inside));
  }
  if (result.type === 'table') {
    const table = result as unknown as TableNode;
    table.children = withParts(table.children, draw);
  }
  return result;
}

/** Rows of which one may be proposed to come or to go, and a column. */
function withParts(rows: readonly TableRowNode[], draw: () => number): TableRowNode[] {
  const state = () => ({
    [draw() % 2 === 0 ? 'inserted' : 'deleted']: MARKS[draw() % MARKS.length],
  });
  const columns = rows[0]?.children.length ?? 0;
  const [row, column] = [draw() % (2 * rows.length + 1), draw() % (2 * columns + 1)];
  const [ofRow, ofColumn] = [state(), state()];
  return rows.map((one, y) => ({
    ...one,
    ...(y === row ? { $: ofRow } : {}),
    children: one.children.map((cell, x) => (x === column ? { ...cell, $: ofColumn } : cell)),
  }));
}

/** A document in which many a node is proposed to come in, to go, or both, or to look otherwise. */
export const arbitrarySuggestions: fc.Arbitrary<Document> = fc
  .record({
    document: arbitraryDocument,
    drawn: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  })
  .map(({ document, drawn }) => {
    let at = 0;
    const draw = () => (drawn[at % drawn.length] ?? 0) + at++;
    const children = document.root.children.map((block) => marked(block, draw));
    return { ...document, root: { ...document.root, children } };
  });
