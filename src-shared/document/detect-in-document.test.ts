import { expect, test } from 'vitest';
import { document, heading, inlineBlock, quote, textNode } from './build';
import { detectInDocument } from './detect-in-document';
import type { BlockNode } from './schema';

const paragraph = (text: string) => inlineBlock('paragraph', [textNode(text)]);
const article = (headline: string, ...blocks: BlockNode[]) =>
  document([inlineBlock('headline', [textNode(headline)]), ...blocks]);
const said = (one: ReturnType<typeof article>) =>
  detectInDocument(one, { language: 'en' }).quotations.map(({ kind, text, speaker }) => [
    kind,
    text,
    speaker?.name ?? null,
  ]);

test('finds quotations in marks and block quotations, in the order of the text', () => {
  const one = article(
    'Harbour stays',
    paragraph('“We will not sell the harbour,” said Mara Lind, the mayor.'),
    quote([paragraph('First came the flood.'), paragraph('Then they said “leave” and we left.')]),
    paragraph('— Ivo Brandt, ferryman'),
    paragraph('“It is over,” Lind added.'),
  );
  expect(said(one)).toEqual([
    ['direct', '“We will not sell the harbour,”', 'Mara Lind'],
    ['block', 'First came the flood.\n\nThen they said “leave” and we left.', 'Ivo Brandt'],
    ['direct', '“It is over,”', 'Mara Lind'],
  ]);
});

test('leaves an attribution inside the block out of the quotation', () => {
  const one = article(
    'Flood',
    quote([paragraph('First came the flood.'), paragraph('— Ivo Brandt')]),
  );
  expect(said(one)).toEqual([['block', 'First came the flood.', 'Ivo Brandt']]);
});

test('two block quotations in a row are two quotations', () => {
  const one = article('Flood', quote([paragraph('One.')]), quote([paragraph('Two.')]));
  expect(said(one).map(([, text]) => text)).toEqual(['One.', 'Two.']);
});

test('a block quotation of nothing but spaces quotes nobody', () => {
  const one = article('Flood', quote([paragraph(' ')]), quote([paragraph('One.'), paragraph(' ')]));
  expect(said(one).map(([, text]) => text)).toEqual(['One.']);
});

test('a mark left open in the headline does not reach into the body', () => {
  const one = article(
    '“We will not sell',
    paragraph('“They will,” said Mara Lind.'),
    heading('h2', [textNode('Later')]),
    paragraph('“Perhaps,” she said.'),
  );
  const { quotations, plain } = detectInDocument(one, { language: 'en' });
  for (const { start, end, text, parts } of quotations) {
    expect(plain.text.slice(start, end)).toBe(text);
    expect(parts.length).toBeGreaterThan(0);
  }
  const texts = quotations.map(({ text }) => text);
  expect(texts).toContain('“They will,”');
  expect(texts).toContain('“Perhaps,”');
});
