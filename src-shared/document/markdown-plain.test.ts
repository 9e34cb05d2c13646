import * as fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { writeMarkdown } from './markdown';

/*
 * Words that need no escape are not searched for what might (markdown.ts): what is written has to be
 * what it would be if they were.
 */

const PIECES = [
  ...['a', 'Word', 'www', 'w', 's:', 'p', '://', '/', 'i', 'mix', 'é', '1', '12', '€', '\u00a0'],
  ...[
    '.',
    ',',
    '!',
    '?',
    '(',
    ')',
    '-',
    '--',
    '…',
    ' ',
    ' ',
    ' ',
    '“',
    '”',
    "'",
    '"',
    ':',
    '%',
    ';',
  ],
  ...['[', ']', '*', '&'],
];
const words = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces): PhrasingContent => ({ type: 'text', value: pieces.join('') }));
const inline: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
  {
    weight: 1,
    arbitrary: words.map((one): PhrasingContent => ({ type: 'emphasis', children: [one] })),
  },
  {
    weight: 1,
    arbitrary: words.map(
      (one): PhrasingContent => ({ type: 'link', url: 'https://x.example/y', children: [one] }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<PhrasingContent>({
      type: 'footnoteReference',
      identifier: 'a',
      label: 'a',
    }),
  },
);
const block = fc
  .tuple(
    fc.constantFrom('paragraph', 'heading', 'item', 'cell'),
    fc.array(inline, { minLength: 1, maxLength: 5 }),
  )
  .map(([kind, children]): RootContent => {
    if (kind === 'heading') return { type: 'heading', depth: 2, children };
    if (kind === 'item') {
      const item = {
        type: 'listItem' as const,
        children: [{ type: 'paragraph' as const, children }],
      };
      return { type: 'list', children: [item] };
    }
    if (kind === 'cell') {
      const row = {
        type: 'tableRow' as const,
        children: [{ type: 'tableCell' as const, children }],
      };
      return { type: 'table', children: [row] };
    }
    return { type: 'paragraph', children };
  });

test.each([
  { escapes: [']', '~', '^', '$', '@'], references: [] },
  { escapes: [']', '{', '|', "'", '"'], references: [] },
  { escapes: [']', '~', '$', '{', '|'], references: ['&', '/', '%', ',', ';', '?', '@'] },
])('with %j no escape is missing and none is added', ({ escapes, references }) => {
  const encode = [...references];
  const text: Handle = (node, _parent, state, info) =>
    info.before.endsWith(']') && node.value.startsWith(':')
      ? `\\:${state.safe(node.value.slice(1), { ...info, before: ':', encode })}`
      : state.safe(node.value, { ...info, encode });
  const notInConstruct = [
    'autolink',
    'destinationLiteral',
    'destinationRaw',
    'reference',
    'titleQuote',
    'titleApostrophe',
  ] as const;
  const searched = (tree: Root) =>
    toMarkdown(tree, {
      bullet: '-',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      incrementListMarker: true,
      extensions: [gfmToMarkdown()],
      unsafe: [
        ...escapes.map((character) => ({ character })),
        { character: '.', before: '[Ww][Ww][Ww]', after: '[[*~`!<]' },
      ].map((one) => ({
        ...one,
        inConstruct: 'phrasing' as const,
        notInConstruct: [...notInConstruct],
      })),
      handlers: { text },
    });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (children) => {
      const tree: Root = { type: 'root', children };
      expect(writeMarkdown(tree, { escapes, references })).toBe(searched(tree));
    }),
    { numRuns: 400 },
  );
});
