import fc from 'fast-check';
import { slimBinaryInlined } from 'harper.js/slimBinaryInlined';
import { beforeAll, expect, test } from 'vitest';
import type { Reader } from './checker';
import { openHarper } from './harper-reader';

/* The real Harper, in the form that needs nobody to serve it. */

let reader: Reader;
beforeAll(async () => {
  reader = await openHarper('British', slimBinaryInlined);
}, 60_000);

const found = async (text: string) =>
  (await reader.check(text)).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

test('spelling and grammar are told apart', async () => {
  expect(await found('It should of recieved teh the the letter.')).toEqual([
    ['grammar', 'should of'],
    ['spelling', 'recieved'],
    ['spelling', 'teh'],
    ['grammar', 'the the'],
  ]);
});

test('the English of another country is not right in this one', async () => {
  expect(await found('The colour of defense.')).toEqual([['spelling', 'defense']]);
});

test('a message is plain words, and suggestions are there', async () => {
  const [problem] = await reader.check('It should of gone.');
  expect(problem?.message).toBe('Use “have” rather than “of” here.');
  expect(problem?.suggestions).toContain('should have');
});

test('Markdown is no markup: an article is plain text', async () => {
  expect(await found('# The `wrold` of *taps*')).toContainEqual(['spelling', 'wrold']);
});

test('offsets are UTF-16 code units whatever stands before: each marks exactly its word', async () => {
  const filler = fc.constantFrom(
    'the',
    'harbour',
    '😀',
    '👩‍👩‍👧',
    '𝒳',
    'e\u0301',
    '日本',
    'שלום',
    '“taps”',
    '—',
    '\u00a0',
    '…',
  );
  const texts = fc.tuple(fc.array(filler, { maxLength: 8 }), fc.array(filler, { maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(texts, async ([before, after]) => {
      const text = ['The', ...before, 'wrold', ...after, 'recieved', 'it.'].join(' ');
      const words = (await reader.check(text))
        .filter(({ rule }) => rule === 'SpellCheck')
        .map(({ start, end }) => text.slice(start, end));
      expect(words).toEqual(expect.arrayContaining(['wrold', 'recieved']));
      for (const word of words) expect(text.split(/[\s“”—…]+/u)).toContain(word);
    }),
    { numRuns: 60 },
  );
}, 60_000);
