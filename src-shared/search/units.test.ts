import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForIndex, indexTokens, searchUnits } from './units';

test.each([
  ['Café, “naïve”', 'cafe naive '],
  ['Mara’s l’eau', 'mara s l eau '],
  ['twenty-one', 'twenty one '],
  ['e\u0301te\u0301', 'ete '],
  ['ex\u00adact zero\u200bwidth', 'exact zerowidth '],
  ['ﬁnal', 'final '],
  ['東京都', '東京 京都 都 '],
  ['東京Tower', '東京 京 tower '],
  ['Привет МИР', 'привет мир '],
  ['مُحَمَّد', 'محمد '],
  ['한국어', '한국어 '],
  ['👩‍🚀 up', 'up '],
])('%s is indexed as %j', (text, folded) => {
  expect(foldForIndex(text)).toBe(folded);
});

test('a unit says where it stands', () => {
  const text = 'Él vio: 東京.';
  const units = searchUnits(text).map(({ start, end, letters }) => [
    text.slice(start, end),
    letters,
  ]);
  expect(units).toEqual([
    ['Él', 'el'],
    ['vio', 'vio'],
    ['東', '東'],
    ['京', '京'],
  ]);
});

test.each([
  ['second pier', ['second', 'pier'], false],
  ['東', ['東'], true],
  ['東京', ['東京'], false],
  ['東京都', ['東京', '京都'], false],
  ['東京 Tower', ['東京', '京', 'tower'], false],
])('%s is looked for as %j', (text, tokens, prefix) => {
  expect(indexTokens(searchUnits(text))).toEqual({ tokens, prefix });
});

test('what is looked for is in what is indexed', () => {
  const text = 'At 東京Tower the café’s 21-year lease';
  for (const part of ['東京', '京tower', 'CAFE s', '21 year lease', 'the café']) {
    const { tokens } = indexTokens(searchUnits(part));
    expect(` ${foldForIndex(text)}`, part).toContain(` ${tokens.join(' ')} `);
  }
});

test('long texts are folded whole', () => {
  const text = '冬の間 and words '.repeat(20_000);
  expect(foldForIndex(text)).toBe(foldForIndex('冬の間 and words ').repeat(20_000));
});

test('a text in Latin letters is folded as it is where another script stands in it', () => {
  const character = fc.constantFrom(..."abZ9 \n.-’'éÖß\u00ad\u200b¼²™“");
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      expect(`${foldForIndex(text)}д `).toBe(foldForIndex(`${text} д`));
    }),
  );
});
