import { expect, test } from 'vitest';
import cases from './fixtures/words.json' with { type: 'json' };
import { wordsIn } from './words';

test.each(cases)('$name', ({ text, words }) => {
  const found = wordsIn(text);
  expect(found.map((word) => word.text)).toEqual(words);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(words);
});
