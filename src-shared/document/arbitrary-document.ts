import * as fc from 'fast-check';
import {
  CELL_HEADER,
  codeBlock,
  document,
  FORMAT,
  figure,
  footnote,
  footnoteReference,
  heading,
  horizontalRule,
  htmlBlock,
  inlineBlock,
  inlineHtml,
  type ListLine,
  lineBreak,
  link,
  list,
  quote,
  table,
  tableCell,
  textNode,
} from './build';
import { onOneLine } from './figure';
import { importMarkdown } from './from-markdown';
import { keptMarkdownOf } from './kept-markdown';
import { type ItemPart, type ListContent, listBlocks } from './list-blocks';
import { markQuotations } from './mark-quotations';
import { mergeText } from './merge-text';
import { plainText } from './plain-text';
import type { BlockNode, Document, InlineNode } from './schema';

/*
 * Random documents for property tests: every node the schema knows, with text that is apt to break
 * Markdown and HTML.
 */

const WORDS = [
  'bridge',
  'the mayor',
  '“We will not sell.”',
  '‘Stop now’,',
  '"No, it can\'t."',
  '«Non»',
  '[The mayor]',
  '[sic]',
  '[^1]',
  '1990.',
  '1)',
  '# Not a heading',
  '- dash',
  '+ plus',
  '> greater',
  '*',
  '_',
  '**bold**',
  '__init__',
  'H~2~O',
  '~~gone~~',
  'x^2^',
  '$a$',
  '`code`',
  '<the boss>',
  '&copy;',
  '&',
  '\\',
  '|',
  '===',
  '---',
  '![x](y)',
  '[a](b)',
  'https://example.org/a_b*c',
  'www.example.org',
  'mara@example.org',
  '@mara',
  '```',
  ':',
  '{#id .class}',
  'a\u00a0b',
  '日本',
  '🚢',
  '<br>',
  '</script>',
  '    ',
];

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .chain((all) => fc.constantFrom(' ', '').map((separator) => all.join(separator)));

/** Text with a letter at its edges: formats around spaces are a chapter of their own. */
const text = fc.oneof(
  words.map((all) => all.replace(/ +/g, ' ').trim() || 'x'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(plainLine),
);

/** White space other than single spaces inside a line has no form in Markdown. */
function plainLine(value: string): string {
  return (
    value
      .replace(/\s+/gu, ' ')
      .replace(/\p{Cc}/gu, '')
      .trim() || 'x'
  );
}

const FORMATS = [0, 0, 0, FORMAT.bold, FORMAT.italic, FORMAT.strikethrough, 3, 7];

const run = fc
  .record({ text, format: fc.constantFrom(...FORMATS) })
  .map(({ text: value, format }): InlineNode => textNode(value, format));

const linked = fc
  .record({
    text,
    url: fc.constantFrom(
      'https://example.org/a_b?c=d&e',
      'mailto:mara@example.org',
      '/about/',
      '../post_(1)#p',
    ),
    title: fc.constantFrom(null, null, 'A "title" *so*'),
  })
  .map(({ text: value, url, title }): InlineNode => link(url, [textNode(value)], title));

/** HTML in a line, now and then. */
const kept = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<kbd>', '</kbd>', '<!-- x -->', '<i class="a">', "<x-y a='&amp;'>"),
  },
);

/** Runs with a space between them, now and then a line break. */
const runs = fc
  .array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: linked }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((nodes) =>
    fc
      .array(fc.constantFrom(' ', ' ', '\n'), {
        minLength: nodes.length - 1,
        maxLength: nodes.length - 1,
      })
      .map((gaps) =>
        mergeText(
          nodes.flatMap((node, index) => {
            const gap = index === 0 ? null : gaps[index - 1];
            if (gap === null) return [node];
            return [gap === '\n' ? lineBreak() : textNode(' '), node];
          }),
        ),
      ),
  );

/** A line; by itself HTML would be a block. */
const inlines = fc
  .tuple(runs, kept)
  .map(([[first, ...rest], html]) =>
    first && html !== null
      ? [first, inlineHtml(html), ...rest]
      : [first, ...rest].filter((one) => !!one),
  );

/** Headings hold one line. */
const headingInlines = inlines.map((nodes) => nodes.filter((node) => node.type !== 'linebreak'));

const listLines = (depth: number): fc.Arbitrary<ListLine[]> =>
  fc.array(
    depth === 0
      ? inlines.map((nodes) => ({ inlines: nodes }))
      : fc
          .record({
            inlines,
            below: fc.option(listLines(depth - 1), { nil: undefined, freq: 3 }),
          })
          .map(({ inlines: nodes, below }) =>
            below === undefined
              ? { inlines: nodes }
              : {
                  inlines: nodes,
                  lists: [{ listType: 'bullet' as const, start: 1, lines: below }],
                },
          ),
    { minLength: 1, maxLength: 3 },
  );

const paragraph = inlines.map((nodes): BlockNode => inlineBlock('paragraph', nodes));

/** The words of a cell; none now and then, but never in a header row, which Markdown knows by them. */
const cell = fc.array(inlines, { minLength: 0, maxLength: 2 });
const headerCell = fc.array(inlines, { minLength: 1, maxLength: 1 });
const grid = fc.integer({ min: 1, max: 3 }).chain((columns) => {
  const row = (one: typeof cell) => fc.array(one, { minLength: columns, maxLength: columns });
  return fc.record({
    header: fc.option(row(headerCell), { nil: null }),
    rows: fc.array(row(cell), { minLength: 1, maxLength: 3 }),
    column: fc.constantFrom(0, CELL_HEADER.column),
  });
});
const arbitraryTable = grid.map(({ header, rows, column }): BlockNode => {
  const made = (state: number) => (words: InlineNode[][], index: number) =>
    tableCell(
      words.map((line) => inlineBlock('paragraph', line)),
      state | (index === 0 ? column : 0),
    );
  return table([
    ...(header ? [header.map(made(CELL_HEADER.row))] : []),
    ...rows.map((row) => row.map(made(0))),
  ]);
});
/** What is said of a picture stands on one line; that it is decorative has no form in Markdown. */
const arbitraryFigure = fc
  .record({
    picture: fc.constantFrom('a', 'b', 'c').map((digit) => digit.repeat(64)),
    // A picture of one pixel counts visitors: no importer takes it for a figure.
    width: fc.integer({ min: 2, max: 6000 }),
    height: fc.integer({ min: 2, max: 6000 }),
    alternativeText: fc.option(text.map(onOneLine).filter((line) => line !== '')),
    credit: fc.option(text.map(onOneLine), { nil: '' }),
    caption: fc.option(inlines, { nil: [] }),
  })
  .map(({ caption, ...about }): BlockNode => figure(about, caption));
/** Lines of code that may be anything; those of HTML that ends where it ends. */
const arbitraryCode = fc
  .record({
    lines: fc.array(
      fc.oneof(words, fc.constantFrom('', '  x', '\ty', '~~~', '````', '# a', '<b>'), text),
      { maxLength: 4 },
    ),
    language: fc.constantFrom('', '', 'js', 'c++', 'js {1,3}', 'a`b'),
  })
  .map(({ lines, language }): BlockNode => codeBlock(lines.join('\n'), language));
const arbitraryHtml = fc
  .constantFrom(
    '<iframe src="https://example.org/embed?a=b&c=d" title="x"></iframe>',
    '<div class="ad">\n  <b>Two</b> lines\n</div>',
    '<!-- more -->',
    '<script>\n\nalert(1)\n</script>',
  )
  .map((html): BlockNode => htmlBlock(html));
/** A block that keeps the Markdown it came from. */
const arbitraryKept = fc
  .constantFrom(
    '*(*bridge*)*',
    '> > the mayor',
    'The **quay _is_ __shut__**.',
    '[plan](made-up:plan)',
    '## ',
    '| Boat |\n| --: |\n| 4 |',
  )
  .map((markdown): BlockNode => {
    const [first] = importMarkdown(markdown, { keepsHtml: true, keepsForm: true }).blocks;
    return first?.node ?? horizontalRule();
  });
const block: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 1, arbitrary: arbitraryKept },
  { weight: 1, arbitrary: arbitraryCode },
  { weight: 1, arbitrary: arbitraryHtml },
  { weight: 1, arbitrary: arbitraryTable },
  { weight: 5, arbitrary: paragraph },
  {
    weight: 1,
    arbitrary: fc
      .record({ tag: fc.constantFrom('h2', 'h3', 'h4', 'h1', 'h5', 'h6'), headingInlines })
      .map(({ tag, headingInlines: nodes }): BlockNode => heading(tag, nodes)),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ type: fc.constantFrom('bullet' as const, 'number' as const), lines: listLines(1) })
      .map(({ type, lines }): BlockNode => list(type, lines)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(paragraph, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([all, isPull]): BlockNode => quote(all, isPull)),
  },
  { weight: 1, arbitrary: fc.constant<BlockNode>(horizontalRule()) },
  { weight: 1, arbitrary: arbitraryFigure },
);

/** Now and then a paragraph with a reference somewhere behind its first words; the notes come last. */
const withFootnotes = (blocks: BlockNode[]): fc.Arbitrary<BlockNode[]> =>
  fc
    .array(
      fc.option(fc.record({ words: inlines, at: fc.integer({ min: 1, max: 4 }) }), { freq: 2 }),
      {
        minLength: blocks.length,
        maxLength: blocks.length,
      },
    )
    .map((notes) => {
      const below: BlockNode[] = [];
      const body = blocks.map((one, index) => {
        const note = notes[index];
        // With a note, a block says something else than the Markdown it keeps, which then lapses.
        if (!note || one.type !== 'paragraph' || keptMarkdownOf(one) !== null) return one;
        const id = `note-${below.length + 1}`;
        below.push(footnote(id, note.words));
        const { children } = one;
        const before = children.slice(0, note.at);
        return { ...one, children: [...before, footnoteReference(id), ...children.slice(note.at)] };
      });
      return [...body, ...below];
    });

/** The items of a list that has more than lines, at any depth. */
const contentOfList = (depth: number): fc.Arbitrary<ListContent> =>
  fc.record({
    type: fc.constant('list-content' as const),
    listType: fc.constantFrom('bullet' as const, 'number' as const),
    start: fc.constantFrom(1, 7),
    isLoose: fc.boolean(),
    items: fc.array(
      fc
        .tuple(inlines, fc.array(partOfItem(depth), { maxLength: 2 }))
        .map(([line, rest]) => ({ parts: [line, ...rest] })),
      { minLength: 1, maxLength: 3 },
    ),
  });
const partOfItem = (depth: number): fc.Arbitrary<ItemPart> =>
  fc.oneof(
    inlines,
    paragraph.map((one) => quote([one])),
    ...(depth > 0 ? [contentOfList(depth - 1)] : []),
  );

/** The blocks of a body. */
export const arbitraryBlocks: fc.Arbitrary<BlockNode[]> = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: block.map((one) => [one]) },
      { weight: 1, arbitrary: contentOfList(1).map(listBlocks) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.flat())
  .chain(withFootnotes);

/** A document with a headline and now and then a standfirst. */
export const arbitraryDocument: fc.Arbitrary<Document> = fc
  .record({
    headline: fc.option(headingInlines, { nil: [] }),
    standfirst: fc.option(headingInlines),
    blocks: arbitraryBlocks,
  })
  .map(({ headline, standfirst, blocks }) =>
    document([
      inlineBlock('headline', headline),
      ...(standfirst ? [inlineBlock('standfirst', standfirst)] : []),
      ...blocks,
    ]),
  );

export interface WithClaims {
  document: Document;
  /** The same without its claims. */
  unmarked: Document;
}

/** A document some stretches of which are marked as claims: across formats, links and blocks, and over one another. */
export const arbitraryClaims: fc.Arbitrary<WithClaims> = fc
  .record({
    unmarked: arbitraryDocument,
    stretches: fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 40 })), {
      maxLength: 4,
    }),
  })
  .map(({ unmarked, stretches }) => {
    const { text } = plainText(unmarked);
    const marks = stretches.map(([at, length], index) => {
      const start = at % Math.max(1, text.length);
      const end = Math.min(text.length, start + length);
      return { id: `01900000-0000-7000-a000-00000000000${index}`, parts: [{ start, end }] };
    });
    // Claims stand on text as quotations do.
    const json = JSON.stringify(markQuotations(unmarked, marks));
    const document = JSON.parse(json.replaceAll('"$":{"quotation":', '"$":{"claim":')) as Document;
    return { document, unmarked };
  });
