import { describe, expect, test } from 'vitest';
import { findPassages, indexSource } from './align';
import { leastLikelihood } from './evidence';
import { BAKERY, INTERVIEW, LIGHTHOUSE, stretchesOf } from './fixtures/own-prose';

/**
 * A large source in which every word of ours is common: the report on the lighthouse, amid words in no
 * order among which the same phrase comes over and over.
 */
function largeSource(words: number): string {
  const vocabulary = `${LIGHTHOUSE} ${BAKERY} ${INTERVIEW}`.split(/\s+/);
  let state = 7;
  const drawn: string[] = [];
  while (drawn.length < words) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    drawn.push(vocabulary[Math.floor((state / 2 ** 32) * vocabulary.length)]!);
    if (drawn.length % 40 === 0) drawn.push('at the end of the day');
  }
  const middle = words / 2;
  return [...drawn.slice(0, middle), LIGHTHOUSE, ...drawn.slice(middle)].join(' ');
}

const source = largeSource(100_000);
const index = indexSource(source);

function wordingOf(quotation: string): string {
  const best = findPassages(index, quotation)[0];
  return best ? source.slice(best.start, best.end) : '';
}

describe('a short quotation is found in a large source', () => {
  test.each([
    ['a changed word', 'let it go for a', 'let it run for a'],
    ['a changed word of four', 'not cost a pension', 'not need a pension'],
    ['a changed word at its end', 'It should have gone round', 'It should have come round'],
    ['two misprinted words', 'she had nct stopped countlng', 'She has not stopped counting'],
  ])('through %s', (_name, quotation, passage) => {
    expect(wordingOf(quotation)).toBe(passage);
  });

  test.each<[string, number, number, (words: string[]) => void]>([
    ['one of five words changed', 5, 0.97, (words) => words.splice(2, 1, 'xylophone')],
    [
      'two of six words changed',
      6,
      0.96,
      (words) => {
        words[2] = 'xylophone';
        words[4] = 'harp';
      },
    ],
    [
      'two of five words run together',
      5,
      0.92,
      (words) => {
        words.splice(1, 2, `${words[1]}e${words[2]}`);
      },
    ],
  ])('wherever it is from: %s', { timeout: 60_000 }, (_name, count, least, alter) => {
    const stretches = stretchesOf(LIGHTHOUSE, count);
    const right = stretches.filter(({ text }) => {
      const words = text.split(/\s+/);
      alter(words);
      return wordingOf(words.join(' ')) === text;
    });
    expect(right.length / stretches.length).toBeGreaterThan(least);
  });
});

describe('nothing is found for a quotation from elsewhere', () => {
  test.each([
    ['a common phrase and another word', 'at the end of the war'],
    ['a common phrase amid other words', 'No bread is left at the end of the day'],
  ])('%s', (_name, quotation) => {
    expect(wordingOf(quotation)).toBe('');
  });

  test('of seven words that are all in the source', { timeout: 60_000 }, () => {
    const strangers = stretchesOf(BAKERY, 7);
    const found = strangers.filter(({ text }) => wordingOf(text) !== '');
    expect(found.length / strangers.length).toBeLessThan(0.005);
  });
});

test('the larger the source, the likelier a place has to be, and never less likely than not', () => {
  const least = [0, 10, 1_000, 100_000, 10_000_000].map(leastLikelihood);
  expect(least).toEqual([...least].sort((one, other) => one - other));
  expect(least[0]).toBeGreaterThanOrEqual(0);
  expect(least[4]).toBeGreaterThan(least[3]!);
});
