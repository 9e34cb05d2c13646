import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUMBER_SIZE, placeNumbers } from './margin-layout';

describe('placeNumbers', () => {
  it('stands beside the line on which the quotation begins', () => {
    expect(placeNumbers([{ id: 'a', middle: 100 }])).toEqual([{ id: 'a', top: 91, column: 0 }]);
  });

  it('puts two that begin on one line side by side', () => {
    const placed = placeNumbers([
      { id: 'a', middle: 100 },
      { id: 'b', middle: 100 },
      { id: 'c', middle: 130 },
    ]);
    expect(placed).toEqual([
      { id: 'a', top: 91, column: 0 },
      { id: 'b', top: 91, column: 1 },
      { id: 'c', top: 121, column: 0 },
    ]);
  });

  it('never lets one cover another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300 }), { maxLength: 30 }), (middles) => {
        const numbers = middles
          .sort((a, b) => a - b)
          .map((middle, id) => ({ id: `${id}`, middle }));
        const placed = placeNumbers(numbers);
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1)) {
            const apart = Math.abs(one.top - other.top) >= NUMBER_SIZE;
            expect(apart || one.column !== other.column).toBe(true);
          }
        }
      }),
    );
  });
});
