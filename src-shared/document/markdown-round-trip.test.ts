import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryBlocks } from './arbitrary-document';
import { document } from './build';
import { importMarkdown } from './from-markdown';
import { writeMarkdown } from './markdown';
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
  document(importMarkdown(markdown).blocks.map((block) => block.node));

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
