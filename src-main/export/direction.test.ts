import { expect, test } from 'vitest';
import { directionOf } from './direction';

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa-AF', 'rtl'],
  ['az-Arab-IR', 'rtl'],
  ['ur-Latn', null],
  ['ckb', 'rtl'],
  ['en-GB', null],
  ['zh-Hant', null],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
