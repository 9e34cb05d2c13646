import { describe, expect, test } from 'vitest';
import { document, inlineBlock, textNode } from './build';
import version1 from './fixtures/document-version-1.json';
import { plainText } from './plain-text';
import { emptyDocument, parseDocument } from './upgrade';

describe('a document of version 1', () => {
  test('is read as it was saved, with all that the editor keeps in it', () => {
    expect(parseDocument(version1)).toEqual(version1);
  });

  test('has the words and quotations it had', () => {
    const { text, quotations } = plainText(parseDocument(version1));
    expect(text).toBe(
      'Harbour to close\n\nThe town wants a vote.\n\n“We will not sell,” said the mayor.\nNot now.\tEver.\n\nWhy\n\none\n\nbelow\n\nFirst came the flood.\n\nThen the fire.\n\nSee here.',
    );
    const words = [...quotations].map(([id, parts]) => [
      id,
      ...parts.map(({ start, end }) => text.slice(start, end)),
    ]);
    expect(words).toEqual([
      ['01930b2e-0000-7000-8000-000000000001', '“We will not sell,”'],
      ['01930b2e-0000-7000-8000-000000000002', 'First came the flood.\n\nThen the fire.'],
    ]);
  });
});

test('an empty document has a headline to fill and a paragraph to write in', () => {
  const types = parseDocument(emptyDocument()).root.children.map((block) => block.type);
  expect(types).toEqual(['headline', 'paragraph']);
});

test('a document that lost its headline gets an empty one', () => {
  const { root } = document([inlineBlock('paragraph', [textNode('x')])]);
  const without = { root: { ...root, children: root.children.slice(1) } };
  expect(parseDocument(without)).toEqual({ root });
});

test.each([
  null,
  'text',
  {},
  { root: { type: 'root', version: 1, children: [{ type: 'video', version: 1 }] } },
  { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1 }] } },
])('what is no document is refused: %j', (json) => {
  expect(() => parseDocument(json)).toThrow();
});
