import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignWords } from './align-words';

const words = (text: string) => text.split(' ').filter(Boolean);
/** "same -removed +added" */
const shown = (from: string, to: string) => {
  const [a, b] = [words(from), words(to)];
  return alignWords(a, b)
    .flatMap(({ type, ...run }) => {
      const part =
        type === 'added'
          ? b.slice(run.to.start, run.to.end)
          : a.slice(run.from.start, run.from.end);
      return part.map((word) => ({ same: '', removed: '-', added: '+' })[type] + word);
    })
    .join(' ');
};

describe('alignWords', () => {
  test.each([
    ['', '', ''],
    ['', 'a b', '+a +b'],
    ['a b', '', '-a -b'],
    ['we will pay for it', 'we may pay for it', 'we -will +may pay for it'],
    ['one two three', 'zero one two three', '+zero one two three'],
  ])('%j and %j', (from, to, expected) => {
    expect(shown(from, to)).toBe(expected);
  });

  test('covers both texts in order, with the same words where it says so', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.array(word, { maxLength: 60 }), (a, b) => {
        let [fromAt, toAt] = [0, 0];
        for (const { type, from, to } of alignWords(a, b)) {
          expect([from.start, to.start]).toEqual([fromAt, toAt]);
          if (type === 'same')
            expect(a.slice(from.start, from.end)).toEqual(b.slice(to.start, to.end));
          if (type === 'removed') expect(to.start).toBe(to.end);
          if (type === 'added') expect(from.start).toBe(from.end);
          [fromAt, toAt] = [from.end, to.end];
        }
        expect([fromAt, toAt]).toEqual([a.length, b.length]);
      }),
    );
  });

  test('ties a long transcript with thousands of corrections', () => {
    // Words as frequent as they are in speech, in no order.
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const from = Array.from({ length: 40_000 }, () => `w${Math.floor(3_000 * random() ** 3)}`);
    const to = from.map((word, at) => (at % 9 === 4 ? `${word}x` : word));
    const same = alignWords(from, to)
      .filter(({ type }) => type === 'same')
      .reduce((sum, run) => sum + run.from.end - run.from.start, 0);
    expect(same).toBeGreaterThan(35_000);
  });
});
