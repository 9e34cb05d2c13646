import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryBlocks } from './arbitrary-document';
import { document, footnote, footnoteReference, inlineBlock, lineBreak, textNode } from './build';
import { importMarkdown } from './from-markdown';
import { markQuotations } from './mark-quotations';
import { parseMarkdown, writeMarkdown } from './markdown';
import { markdownBody } from './markdown-body';
import { plainText } from './plain-text';
import type { BlockNode } from './schema';

/** With front matter, as exports have it: without, a rule in the first line could be taken for its start. */
const write = (blocks: BlockNode[]) =>
  writeMarkdown({
    type: 'root',
    children: [{ type: 'yaml', value: 'draft: true' }, ...markdownBody(document(blocks))],
  });
const read = (markdown: string) =>
  document(
    importMarkdown(markdown, { pictures: true, keepsHtml: true, keepsForm: true }).blocks.map(
      (block) => block.node,
    ),
  );

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
});

test('writing what was read changes nothing more', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const once = write(blocks);
      expect(write(read(once).root.children)).toBe(once);
    }),
    { numRuns: 100 },
  );
});

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
});

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

test.each([
  ['1990. A year of storms', 4],
  ['+ plus', 1],
  ['See www.example.org', 8],
])('a mark inside of %j changes nothing of what it means', (words, end) => {
  const plain = document([inlineBlock('paragraph', [textNode(words)])]);
  const marked = markQuotations(plain, [{ id: 'a', parts: [{ start: 2, end: end + 2 }] }]);
  const note = { offset: end + 2, label: 'source-1-1' };
  expect(write(marked.root.children)).toBe(write(plain.root.children));
  const noted = writeMarkdown({ type: 'root', children: markdownBody(marked, { notes: [note] }) });
  expect(plainText(read(`${noted}\n\n[^source-1-1]: A source.`)).text.trim()).toBe(words);
});

test('a line between two rules at the start is no front matter', () => {
  expect(plainText(read('---\nNot a field\n---\n\nWords.')).text.trim()).toBe(
    'Not a field\n\nWords.',
  );
  expect(plainText(read('---\ntitle: "x"\n---\n\nWords.')).text.trim()).toBe('Words.');
  expect(plainText(read('+++\ntitle = "x"\n+++\n\nWords.')).text.trim()).toBe('Words.');
});

test('a reference at the start of a line, with a colon behind it, starts no footnote', () => {
  const words = [textNode('Words'), lineBreak(), footnoteReference('n'), textNode(': more')];
  const blocks = [inlineBlock('paragraph', words), footnote('n', [textNode('A note.')])];
  expect(plainText(read(write(blocks))).text.trim()).toBe('Words\n: more\n\nA note.');
});
