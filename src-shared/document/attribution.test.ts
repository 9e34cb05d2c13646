import { expect, test } from 'vitest';
import { attributionOf, withAttributionsOutside } from './attribution';
import { document, inlineBlock, quote, textNode } from './build';
import { plainText } from './plain-text';

test.each([
  ['— Mara Lind, mayor of Saltmere', 'Mara Lind, mayor of Saltmere', 'Mara Lind'],
  ['– Ivo Brandt (ferryman)', 'Ivo Brandt (ferryman)', 'Ivo Brandt'],
  ['-- J. R. Brandt', 'J. R. Brandt', 'J. R. Brandt'],
  ['- Mara Lind', 'Mara Lind', 'Mara Lind'],
  ['— the mayor of Saltmere', 'the mayor of Saltmere', null],
  ['― 田中太郎', '田中太郎', '田中太郎'],
])('%s names who is quoted', (line, text, name) => {
  expect(attributionOf(line, { start: 0, end: line.length })).toMatchObject({ text, name });
});

test.each([
  'Mara Lind, mayor',
  '— No. I will not. Never.',
  '- milk and bread',
  '---',
  '—',
  `— ${'a long story '.repeat(20)}`,
])('%s names nobody', (line) => {
  expect(attributionOf(line, { start: 0, end: line.length })).toBeNull();
});

test('an attribution inside a block quotation moves behind it, and the text stays', () => {
  const paragraph = (text: string) => inlineBlock('paragraph', [textNode(text)]);
  const one = document([quote([paragraph('First came the flood.'), paragraph('— Ivo Brandt')])]);
  const moved = withAttributionsOutside(one);
  expect(moved.root.children.map((block) => block.type)).toEqual([
    'headline',
    'quote',
    'paragraph',
  ]);
  expect(plainText(moved).text).toBe(plainText(one).text);
  const only = document([quote([paragraph('— Ivo Brandt')])]);
  expect(withAttributionsOutside(only)).toEqual(only);
});
