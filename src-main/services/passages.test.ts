import { expect, test } from 'vitest';
import type { Locator } from '../../src-shared/model/source';
import { contextOf, placeOf, speakerOf } from './passages';

//           0         10        20        30        40
const TEXT = 'Q: Is it open?\n\nMARA LIND: It is. All of it.\n\nQ: Until when?';
const LOCATORS: Locator[] = [
  { start: 0, end: 14, page: 1, paragraph: 1 },
  { start: 3, end: 14, time: 5, speaker: 'Q' },
  { start: 16, end: 44, page: 2, paragraph: 2 },
  { start: 27, end: 44, time: 9, speaker: 'MARA LIND' },
  { start: 46, end: 60, page: 2, paragraph: 3 },
];

test.each([
  ['one turn', 27, 33, { page: 2, time: 9, paragraph: 2, speaker: 'MARA LIND' }, 'MARA LIND'],
  [
    'a part of a turn',
    34,
    37,
    { page: 2, time: 9, paragraph: 2, speaker: 'MARA LIND' },
    'MARA LIND',
  ],
  ['two turns', 6, 33, { page: 1, time: 5, paragraph: 1, speaker: 'Q' }, null],
  ['a label', 16, 25, { page: 2, time: null, paragraph: 2, speaker: null }, null],
  [
    'a place without locators',
    61,
    62,
    { page: null, time: null, paragraph: null, speaker: null },
    null,
  ],
])('%s', (_, start, end, place, speaker) => {
  expect(placeOf(LOCATORS, { start, end })).toEqual(place);
  expect(speakerOf(LOCATORS, { start, end })).toBe(speaker);
});

test('the words around a passage are on one line', () => {
  expect(contextOf(TEXT, { start: 27, end: 33 })).toEqual({
    before: 'Q: Is it open? MARA LIND: ',
    after: ' All of it. Q: Until when?',
  });
});

test('they are cut between words', () => {
  const text = `${'harbour '.repeat(40)}|${' channel'.repeat(40)}`;
  const at = text.indexOf('|');
  const { before, after } = contextOf(text, { start: at, end: at + 1 });
  expect(before).toMatch(/^(harbour )+$/);
  expect(after).toMatch(/^( channel)+$/);
  for (const words of [before, after]) {
    expect(words.length).toBeLessThanOrEqual(120);
    expect(words.length).toBeGreaterThan(100);
  }
});
