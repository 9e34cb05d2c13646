/** A number in the margin, CSS pixels from the top of the page. */
export interface NumberInput {
  id: string;
  /** The middle of the line on which the quotation begins. */
  middle: number;
}

export interface PlacedNumber {
  id: string;
  top: number;
  /** 0 is the outer column, 1 the one beside the text. */
  column: 0 | 1;
}

/** The height of a number and the room it takes. */
export const NUMBER_SIZE = 18;
const ROOM = 20;

/**
 * Gives each number a place beside its line so that none covers another: two quotations that begin on
 * one line stand side by side, more of them go below.
 *
 * @param numbers in the order of the text
 */
export function placeNumbers(numbers: readonly NumberInput[]): PlacedNumber[] {
  /** How far down each column is taken. */
  const taken: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return numbers.map(({ id, middle }) => {
    const wanted = Math.round(middle - NUMBER_SIZE / 2);
    const column = taken[0] <= wanted ? 0 : taken[1] <= wanted ? 1 : taken[0] <= taken[1] ? 0 : 1;
    const top = Math.max(wanted, taken[column]);
    taken[column] = top + ROOM;
    return { id, top, column };
  });
}
