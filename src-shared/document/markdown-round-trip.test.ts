import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryBlocks } from './arbitrary-document';
import { document } from './build';
import { importMarkdown } from './from-markdown';
import { parseMarkdown, writeMarkdown } from './markdown';
import { plainText } from './plain-text';
import type { BlockNode } from './schema';
import { toMdast } from './to-mdast';

/** With front matter, as exports have it: without, a rule in the first line could be taken for its start. */
const write = (blocks: BlockNode[]) =>
  writeMarkdown({
    type: 'root',
    children: [{ type: 'yaml', value: 'draft: true' }, ...toMdast(document(blocks))],
  });
const read = (markdown: string) =>
  document(importMarkdown(markdown, { pictures: true }).blocks.map((block) => block.node));

test('any article reads the same after a round trip through Markdown', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const before = plainText(document(blocks));
      const after = plainText(read(write(blocks)));
      expect(after.text).toBe(before.text);
      expect(after.blocks.map((block) => block.kind)).toEqual(
        before.blocks.map((block) => block.kind),
      );
    }),
    { numRuns: 100 },
  );
}, 30_000);

test('writing what was read changes nothing more', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const once = write(blocks);
      expect(write(read(once).root.children)).toBe(once);
    }),
    { numRuns: 100 },
  );
}, 30_000);

/** The tree without the places where its nodes stood. */
function tree(markdown: string, pieceLength: number): unknown {
  return JSON.parse(
    JSON.stringify(parseMarkdown(markdown, pieceLength).children, (key, value) =>
      key === 'position' ? undefined : value,
    ),
  );
}

test('a text parsed in pieces is the text parsed as a whole', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const markdown = write(blocks);
      expect(tree(markdown, 1)).toEqual(tree(markdown, Number.POSITIVE_INFINITY));
    }),
    { numRuns: 100 },
  );
}, 30_000);

test('references find their definitions in other pieces, and code is not cut', () => {
  const markdown = [
    'See [here][a] and there[^b].',
    '```',
    'Code',
    '',
    'Not a paragraph',
    '```',
    '- item',
    '',
    '  Still the item',
    '',
    'Text [again][a].',
    '',
    '[a]: https://saltmere.example',
    '[^b]: A note.',
    '',
    'End.',
  ].join('\n');
  expect(tree(markdown, 1)).toEqual(tree(markdown, Number.POSITIVE_INFINITY));
});
