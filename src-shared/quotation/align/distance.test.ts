import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestBeginning } from './distance';

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

test('the nearest beginning is the nearest of all that are asked for', () => {
  fc.assert(
    fc.property(letters, letters, (wanted, text) => {
      const ends = Array.from({ length: text.length }, (_, at) => at + 1);
      const { distance, best } = nearestBeginning(wanted, text, ends);
      const distances = ends.map((end) => tableDistance(wanted, text.slice(0, end)));
      expect(distance).toBe(Math.min(wanted.length, ...distances));
      if (best >= 0) expect(distances[best]).toBe(distance);
    }),
  );
});

test('very long strings count as wholly different', () => {
  expect(editDistance('a'.repeat(5000), 'a'.repeat(4999))).toBe(5000);
});
