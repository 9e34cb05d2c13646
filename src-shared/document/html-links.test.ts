import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { document, inlineBlock, textNode } from './build';
import { importHtml } from './from-html';
import { listBlocks } from './list-blocks';
import { plainText } from './plain-text';
import { toHast } from './to-hast';

const STORY = 'The harbour of Saltmere will close in May, the council said on Tuesday evening.';
const page = (address: string) => `<html><head>${address}</head><body><article><h1>Harbour</h1>
  <p>${STORY} See <a href="/plans">the plans</a>, <a href="two.html">page two</a>, <a href="#end">the end</a>
  and <a href="javascript:x()">this</a>.</p></article></body></html>`;

function addressesIn(html: string, isOwn = false): string[] {
  const found: string[] = [];
  JSON.stringify(importHtml(html, { isOwn }).blocks, (key, value) => {
    if (key === 'url' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

test('the links of a page are completed with its address', () => {
  const known = '<link rel="canonical" href="https://harbour.example/news/one">';
  expect(addressesIn(page(known))).toEqual([
    'https://harbour.example/plans',
    'https://harbour.example/news/two.html',
  ]);
});

test('where a page does not say its address, what is relative to it is words', () => {
  expect(addressesIn(page(''))).toEqual([]);
});

test('a list of Stet’s own page comes back with what belongs to its items', () => {
  const words = (text: string) => [textNode(text)];
  const blocks = [
    inlineBlock('headline', []),
    ...listBlocks({
      type: 'list-content',
      listType: 'number',
      start: 2,
      isLoose: true,
      items: [
        {
          parts: [
            words('Monday'),
            words('The ferry runs.'),
            inlineBlock('paragraph', words('Twice.')),
          ],
        },
        { parts: [words('Tuesday')] },
      ],
    }),
  ];
  const html = toHtml(toHast(document(blocks)));
  expect(html.replaceAll('\n', '')).toBe(
    '<ol start="2"><li><p>Monday</p><p>The ferry runs.</p><p>Twice.</p></li><li><p>Tuesday</p></li></ol>',
  );
  const back = importHtml(`<div class="e-content">${html}</div>`, { isOwn: true });
  const read = document([inlineBlock('headline', []), ...back.blocks.map(({ node }) => node)]);
  expect(plainText(read)).toEqual(plainText(document(blocks)));
  expect(read.root.children.map((node) => ('$' in node ? node.$ : null))).toEqual(
    blocks.map((node) => ('$' in node ? node.$ : null)),
  );
});
