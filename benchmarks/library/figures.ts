/*
 * What was measured of libraries of several sizes, and what it has to be.
 */

/** A bound that a figure must keep. */
export interface Floor {
  is: 'at least' | 'at most';
  value: number;
}

export interface Figure {
  what: string;
  value: number;
  floor: Floor | null;
}

/** The figures of one library. */
export interface Sheet {
  sources: number;
  figures: Figure[];
}

export const atLeast = (value: number): Floor => ({ is: 'at least', value });
export const atMost = (value: number): Floor => ({ is: 'at most', value });

export function note(sheet: Sheet, what: string, value: number, floor: Floor | null = null): void {
  sheet.figures.push({ what, value, floor });
}

const isKept = ({ value, floor }: Figure) =>
  floor === null || (floor.is === 'at least' ? value >= floor.value : value <= floor.value);

/** One line a figure, one column a size; what misses its floor has a mark. Answers whether all keep it. */
export function printSheets(sheets: readonly Sheet[]): boolean {
  const names = [...new Set(sheets.flatMap(({ figures }) => figures.map(({ what }) => what)))];
  const sizes = sheets.map(({ sources }) => `${sources}`.padStart(12)).join('');
  console.log(`${'sources'.padEnd(62)}${'floor'.padStart(14)}${sizes}`);
  for (const name of names) {
    const all = sheets.map(({ figures }) => figures.find(({ what }) => what === name));
    const floor = all.find((figure) => figure?.floor)?.floor;
    const cells = all.map((figure) =>
      (figure ? `${digits(figure.value)}${isKept(figure) ? ' ' : '!'}` : '– ').padStart(12),
    );
    console.log(
      `${name.padEnd(62)}${(floor ? `${floor.is} ${floor.value}` : '').padStart(14)}${cells.join('')}`,
    );
  }
  return sheets.every(({ figures }) => figures.every(isKept));
}

function digits(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 3);
}
