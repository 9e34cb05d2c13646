/**
 * What of the given values differs from what is there, and what was there before, for undo.
 * A value left out, or undefined, is no change.
 */
export function changed<T extends object>(
  before: T,
  given: { [K in keyof T]?: T[K] | undefined },
): { changes: Partial<T>; previous: Partial<T> } {
  const changes: Partial<T> = {};
  const previous: Partial<T> = {};
  for (const key of Object.keys(given) as (keyof T)[]) {
    const value = given[key];
    if (value === undefined || JSON.stringify(before[key]) === JSON.stringify(value)) continue;
    changes[key] = value as T[typeof key];
    previous[key] = before[key];
  }
  return { changes, previous };
}
