import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestBeginning } from './distance';
import { makeLetters, takeWords } from './letters';

/** The table of Wagner and Fischer, cell by cell. */
function tableDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let line = 1; line <= one.length; line++) {
    const here = [line];
    for (let at = 1; at <= other.length; at++) {
      const changed = above[at - 1]! + (one[line - 1] === other[at - 1] ? 0 : 1);
      here.push(Math.min(changed, above[at]! + 1, here[at - 1]! + 1));
    }
    above = here;
  }
  return above[other.length]!;
}

const letters = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', 'é', '橋'), { maxLength: 110 })
  .map((list) => list.join(''));

test('the distance is that of the table, over one block of letters and over several', () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      expect(editDistance(one, other)).toBe(tableDistance(one, other));
    }),
  );
});

test('a distance above the most that is asked for is told as above it', () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(20), (one, other, most) => {
      const distance = tableDistance(one, other);
      const told = editDistance(one, other, most);
      expect(distance <= most ? told === distance : told > most).toBe(true);
    }),
  );
});

const words = fc.array(fc.stringMatching(/^[a-d]{1,9}$/), { minLength: 1, maxLength: 24 });

test('the nearest beginning is the nearest of all that words end at', () => {
  fc.assert(
    fc.property(words, words, (some, others) => {
      const wanted = makeLetters();
      const text = makeLetters();
      takeWords(wanted, some, 0, some.length);
      takeWords(text, others, 0, others.length);
      const { distance, best } = nearestBeginning(wanted, text);
      const whole = some.join(' ');
      const distances = others.map((_, word) =>
        tableDistance(whole, others.slice(0, word + 1).join(' ')),
      );
      expect(distance).toBe(Math.min(whole.length, ...distances));
      expect(best).toBe(distances.findIndex((one) => one === distance && one < whole.length));
    }),
  );
});

test('very long strings count as wholly different', () => {
  expect(editDistance('a'.repeat(5000), 'a'.repeat(4999))).toBe(5000);
});
