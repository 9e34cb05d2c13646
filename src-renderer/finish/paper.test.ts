import { expect, test } from 'vitest';
import { usualPaper } from './paper';

test.each([
  ['en-US', 'letter'],
  ['es-MX', 'letter'],
  ['en-GB', 'a4'],
  ['de', 'a4'],
  ['zh-Hant-TW', 'a4'],
])('the paper of %s is %s', (language, paper) => {
  expect(usualPaper(language)).toBe(paper);
});
