import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import {
  CELL_HEADER,
  document,
  inlineBlock,
  lineBreak,
  quote,
  table,
  tableCell,
  textNode,
} from './build';
import { compareDocuments } from './compare-documents';
import { detectInDocument } from './detect-in-document';
import { importHtml } from './from-html';
import { importMarkdown } from './from-markdown';
import { writeMarkdown } from './markdown';
import { inlineText, plainText } from './plain-text';
import type { BlockNode, TableNode } from './schema';
import { headerRows, rowsAsLines } from './table';
import { toHast } from './to-hast';
import { toMdast } from './to-mdast';

const paragraph = (...texts: string[]) =>
  inlineBlock(
    'paragraph',
    texts.flatMap((text, index) => [...(index > 0 ? [lineBreak()] : []), textNode(text)]),
  );
const cell = (text: string, state = 0) => tableCell(text === '' ? [] : [paragraph(text)], state);

/** Two columns, a header row and a header column. */
const boats = table([
  [cell('Year', CELL_HEADER.row), cell('Boats', CELL_HEADER.row)],
  [
    cell('2024', CELL_HEADER.column),
    tableCell([paragraph('12', 'and a tug'), paragraph('more | less')]),
  ],
  [cell('2025', CELL_HEADER.column), cell('')],
]);

const html = (...blocks: BlockNode[]) => toHtml(toHast(document(blocks)));
const markdown = (...blocks: BlockNode[]) =>
  writeMarkdown({ type: 'root', children: toMdast(document(blocks)) });

/** The words of a table as they stand, a paragraph's end as "¶"; header cells with a star. */
function grid(node: BlockNode | undefined): string[][] {
  if (node?.type !== 'table') throw new Error(`No table but ${node?.type}.`);
  return node.children.map((row) =>
    row.children.map((one) => {
      const block: BlockNode[] = one.children;
      const words = plainText({ root: { type: 'root', version: 1, children: block } }).text;
      return `${words.replaceAll('\n\n', '¶')}${'*'.repeat(one.headerState)}`;
    }),
  );
}

const fromHtml = (text: string) => importHtml(text).blocks.map(({ node }) => node);

describe('what leaves', () => {
  test('HTML has the header row in thead and a scope on every header', () => {
    expect(html(boats).replace(/\n/g, '')).toBe(
      '<table><thead><tr><th scope="col">Year</th><th scope="col">Boats</th></tr></thead>' +
        '<tbody><tr><th scope="row">2024</th><td><p>12<br>and a tug</p><p>more | less</p></td></tr>' +
        '<tr><th scope="row">2025</th><td></td></tr></tbody></table>',
    );
  });

  test('Markdown has one line a row, and comes back as it was, but for the header column', () => {
    const text = markdown(boats);
    expect(text).toContain('12<br>and a tug<br><br>more \\| less');
    expect(grid(importMarkdown(text).blocks[0]?.node)).toEqual([
      ['Year*', 'Boats*'],
      ['2024', '12\nand a tug¶more | less'],
      ['2025', ''],
    ]);
  });

  test('a table without a header row is one without in Markdown too', () => {
    const plain = table([
      [cell('a'), cell('b')],
      [cell('c'), cell('d')],
    ]);
    expect(grid(importMarkdown(markdown(plain)).blocks[0]?.node)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('HTML comes back as it was', () => {
    expect(grid(fromHtml(html(boats))[0])).toEqual(grid(boats));
  });
});

describe('what comes in', () => {
  test('spanning cells leave empty ones behind', () => {
    const [node] = fromHtml(
      '<table><tr><th>Port</th><th colspan="2">Boats</th></tr>' +
        '<tr><td rowspan="2">Saltmere</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
    );
    expect(grid(node)).toEqual([
      ['Port*', 'Boats*', '*'],
      ['Saltmere', '1', '2'],
      ['', '3', '4'],
    ]);
    expect(headerRows(node as TableNode)).toBe(1);
  });

  test.each([
    [
      'one with headings in it',
      '<table><tr><td><h2>News</h2></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    ],
    ['one row', '<table><tr><td><p>menu</p></td><td><p>text</p></td></tr></table>'],
    ['one column', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>'],
    [
      'one that says so',
      '<table role="presentation"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    ],
    [
      'one around another',
      '<table><tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    ],
  ])('a table of layout is its blocks: %s', (_, text) => {
    expect(fromHtml(text).map(({ type }) => type)).not.toContain('table');
    expect(fromHtml(text).length).toBeGreaterThan(0);
  });

  test('a source is lines of text, its tables too', () => {
    const rows = '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>';
    const lines = importHtml(rows, { isSource: true }).blocks.map(({ node }) => node);
    expect(plainText(document(lines)).text.trim()).toBe('a\tb\n\nc\td');
  });

  test('a table inside a block quotation or a list is its rows', () => {
    const rows = '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>';
    const blocks = fromHtml(`<blockquote>${rows}</blockquote><ul><li>x${rows}</li></ul>`);
    expect(blocks.map(({ type }) => type)).toEqual(['quote', 'list']);
    expect(plainText(document(blocks)).text.trim()).toBe('a\tb\n\nc\td\n\nx\n\na\tb\n\nc\td');
  });
});

test('a row as a line keeps the words of a cell’s paragraphs apart', () => {
  const two = tableCell([paragraph('One'), paragraph('Two')]);
  expect(rowsAsLines(table([[two, cell('b')]]) as TableNode).map(inlineText)).toEqual([
    'One Two\tb',
  ]);
});

test('a quotation in a cell is found, and none runs on into the next', () => {
  const one = document([
    table([
      [cell('“We will not sell the harbour,” said Ada Quill.'), cell('“It never ends')],
      [cell('“Not here either'), cell('plain words')],
    ]),
  ]);
  const { plain, quotations } = detectInDocument(one, { language: 'en-GB' });
  expect(plain.blocks.slice(1).map(({ kind }) => kind)).toEqual(Array(4).fill('table-cell'));
  const ends = plain.blocks.map(({ end }) => end);
  for (const { start, end } of quotations) {
    expect(ends.find((edge) => edge >= end)).toBe(ends.find((edge) => edge >= start));
  }
  expect(quotations.map(({ start, end }) => plain.text.slice(start, end))).toContain(
    '“We will not sell the harbour,”',
  );
});

test('a header row that is switched off is a change of form', () => {
  const off = table([
    [cell('Year'), cell('Boats')],
    ...boats.children.slice(1).map((row) => row.children),
  ]);
  expect(compareDocuments(document([boats]), document([off]))[1]).toMatchObject({
    kind: 'changed',
  });
});

describe('pull quotes', () => {
  const pull = quote([paragraph('First.'), paragraph('Second.')], true);
  const line = paragraph('— Ada Quill');

  test('HTML sets them apart, with their attribution, and reads them again', () => {
    const text = html(pull, line);
    expect(text.replace(/\n/g, '')).toBe(
      '<aside class="pullquote"><figure class="quote"><blockquote><p>First.</p><p>Second.</p></blockquote>' +
        '<figcaption>Ada Quill</figcaption></figure></aside>',
    );
    expect(fromHtml(text)).toEqual([pull, line]);
    expect(
      fromHtml(
        '<figure class="wp-block-pullquote"><blockquote><p>First.</p><p>Second.</p></blockquote></figure>',
      ),
    ).toEqual([pull]);
  });

  test('Markdown keeps the words as a block quotation', () => {
    const [node] = importMarkdown(markdown(pull)).blocks;
    expect(node?.node).toEqual(quote([paragraph('First.'), paragraph('Second.')]));
  });

  test('one that becomes a block quotation is a change of form', () => {
    const plain = quote([paragraph('First.'), paragraph('Second.')]);
    expect(compareDocuments(document([pull]), document([plain]))[1]).toMatchObject({
      kind: 'changed',
    });
  });
});
