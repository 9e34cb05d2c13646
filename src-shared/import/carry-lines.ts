import type { Locator } from '../model/source';
import type { Span } from '../model/span';

/**
 * Locators for a translation: where it has a line for each line of the original, each line stands where
 * that one does, as far as its first word tells. None where the lines do not pair off.
 */
export function carryLocatorsByLine(
  from: string,
  locators: readonly Locator[],
  to: string,
): Locator[] {
  const [before, now] = [linesOf(from), linesOf(to)];
  if (before.length !== now.length) return [];
  return now.flatMap((line, index) => {
    const old = before[index]!;
    const inside = locators.filter(({ start, end }) => start < old.end && end > old.start);
    const [first] = inside;
    if (!first) return [];
    const { endTime } = inside.at(-1)!;
    const { start: _, end: __, ...place } = first;
    // A label stays a label: "MAYOR: " before, "BÜRGERMEISTERIN: " now.
    const isLabelled = first.start > old.start && first.speaker !== undefined;
    const label = isLabelled ? /^[^:\n]{1,60}:\s*/u.exec(to.slice(line.start, line.end)) : null;
    const start = line.start + (label?.[0].length ?? 0);
    if (start >= line.end) return [];
    return [{ ...place, ...(endTime === undefined ? {} : { endTime }), start, end: line.end }];
  });
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => {
    const start = match.index + match[0].length - match[0].trimStart().length;
    return { start, end: start + match[0].trim().length };
  });
}
