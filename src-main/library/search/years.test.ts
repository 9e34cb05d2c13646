import { expect, test } from 'vitest';
import { factsBetween, yearFacts } from './years';

test.each([
  ['2019-05', '2021', ['y2019', 'y2020', 'y2021']],
  ['2008', '2021-01-01', ['y2008', 'y2009', 'd201', 'y2020', 'y2021']],
  ['2021', '2020', []],
  [null, null, null],
])('%s to %s', (from, to, facts) => {
  expect(factsBetween(from, to)).toEqual(facts);
});

test('every date within has one of the facts, and none outside', () => {
  for (const [from, to] of [
    ['1995', '2024'],
    [null, '1999'],
    ['2020', null],
  ] as const) {
    const facts = new Set(factsBetween(from, to));
    for (const year of [
      '0900',
      '1850',
      '1995',
      '1999',
      '2000',
      '2019',
      '2020',
      '2024',
      '2030',
      '2500',
    ]) {
      const isWithin = (from === null || year >= from) && (to === null || year <= to);
      expect(
        yearFacts(`${year}-06`).some((fact) => facts.has(fact)),
        year,
      ).toBe(isWithin);
    }
  }
});
