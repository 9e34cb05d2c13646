/*
 * The year of a source as words of the index, so that a search within some years does not look at
 * the date of everything that has the words.
 */

const FIRST = 1850;
const LAST = 2109;

/** The facts of a date: its year and its decade. Years that hardly occur count as the nearest that do. */
export function yearFacts(date: string | null): string[] {
  if (date === null) return [];
  const year = within(Number(date.slice(0, 4)));
  return [`y${year}`, `d${Math.floor(year / 10)}`];
}

/** The facts one of which every date between two has; as few as can be. Null: any date, or none, will do. */
export function factsBetween(from: string | null, to: string | null): string[] | null {
  if (from === null && to === null) return null;
  const first = from === null ? FIRST : within(Number(from.slice(0, 4)));
  const last = to === null ? LAST : within(Number(to.slice(0, 4)));
  const facts: string[] = [];
  for (let year = first; year <= last; ) {
    if (year % 10 === 0 && year + 9 <= last) {
      facts.push(`d${year / 10}`);
      year += 10;
    } else {
      facts.push(`y${year}`);
      year += 1;
    }
  }
  return facts;
}

/** The part of a filter that its facts do not decide: a bound that is no whole year, or outside of those they know. */
export function boundsBesideFacts({ from, to }: { from: string | null; to: string | null }): {
  from: string | null;
  to: string | null;
} {
  // There are no facts between them.
  if (from !== null && to !== null && from > to) return { from, to };
  const isDecided = (bound: string | null) =>
    bound !== null && bound.length === 4 && Number(bound) > FIRST && Number(bound) < LAST;
  return { from: isDecided(from) ? null : from, to: isDecided(to) ? null : to };
}

function within(year: number): number {
  return Math.min(LAST, Math.max(FIRST, year));
}
