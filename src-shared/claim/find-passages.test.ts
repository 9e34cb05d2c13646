import { expect, test } from 'vitest';
import { findFigures } from './figures';
import { findClaimPassages, termsOf } from './find-passages';

const SOURCE = `Minutes of the harbour board, 4 May

The board counted 1,200 berths in April. Of these, eighty-seven were empty all winter. Ms Lind said the figures were provisional.

A fire at the Strandby ice house killed three people in 1987. The board sold the ruin.
The weather was discussed at length.`;

const best = (claim: string) => {
  const [found] = findClaimPassages(SOURCE, termsOf(claim), 3);
  return found ? SOURCE.slice(found.start, found.end) : null;
};

test.each([
  ['87 berths stood empty', 'Of these, eighty-seven were empty all winter.'],
  ['The harbour has 1 200 berths', 'The board counted 1,200 berths in April.'],
  [
    'Three people died in a fire in Strandby in 1987.',
    'A fire at the Strandby ice house killed three people in 1987.',
  ],
])('%j is said by %j', (claim, passage) => {
  expect(best(claim)).toContain(passage);
});

test.each(['The mayor resigned', 'A dog was seen on the moon', ''])(
  '%j is said nowhere',
  (claim) => {
    expect(best(claim)).toBeNull();
  },
);

test('figures that a passage has not are named', () => {
  const [found] = findClaimPassages(
    SOURCE,
    termsOf('A fire killed 14 people in Strandby in 1987'),
    1,
  );
  expect(found?.missingFigures).toEqual(['14']);
});

test('the words in common stand inside the passage', () => {
  const [found] = findClaimPassages(SOURCE, termsOf('87 berths stood empty'), 1);
  const words = found!.shared.map(({ start, end }) => SOURCE.slice(start, end));
  expect(words).toEqual(expect.arrayContaining(['eighty-seven', 'empty']));
  for (const { start, end } of found!.shared) {
    expect(start).toBeGreaterThanOrEqual(found!.start);
    expect(end).toBeLessThanOrEqual(found!.end);
  }
});

test.each([
  ['1,200', '1200'],
  ['1.200', '1200'],
  ['1 200', '1200'],
  ['3.5', '3.5'],
  ['3,50', '3.5'],
  ['1.234,5', '1234.5'],
  ['twelve', '12'],
  ['eighty-seven', '87'],
  ['siebenundachtzig', '87'],
  ['treinta y dos', '32'],
])('%j is %s', (text, value) => {
  expect(findFigures(text).map((figure) => figure.value)).toEqual([value]);
});
