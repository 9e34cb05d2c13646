import type { Place } from '../../src-shared/model/quotation';
import type { Locator } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';

/** Words shown before and after a passage, in UTF-16 code units at most. */
const CONTEXT = 120;

/** Where a passage stands, in the words of its source: each is that of the first locator it touches. */
export function placeOf(locators: readonly Locator[], passage: Span): Place {
  const place: Place = { page: null, time: null, paragraph: null, speaker: null };
  for (const locator of touched(locators, passage)) {
    place.page ??= locator.page ?? null;
    place.time ??= locator.time ?? null;
    place.paragraph ??= locator.paragraph ?? null;
    place.speaker ??= locator.speaker ?? null;
  }
  return place;
}

/** Who has the word in a passage, as the source calls them; null where it is nobody or several. */
export function speakerOf(locators: readonly Locator[], passage: Span): string | null {
  const names = new Set(touched(locators, passage).flatMap((locator) => locator.speaker ?? []));
  const [name] = names;
  return names.size === 1 && name ? name : null;
}

/** The words around a passage on one line, cut between words. */
export function contextOf(text: string, passage: Span): { before: string; after: string } {
  const from = Math.max(0, passage.start - CONTEXT);
  const to = Math.min(text.length, passage.end + CONTEXT);
  let before = text.slice(from, passage.start);
  let after = text.slice(passage.end, to);
  if (from > 0 && !/\s/.test(text[from - 1]!)) before = before.replace(/^\S*\s/, '');
  if (to < text.length && !/\s/.test(text[to]!)) after = after.replace(/\s\S*$/, '');
  return { before: oneLine(before).trimStart(), after: oneLine(after).trimEnd() };
}

function touched(locators: readonly Locator[], passage: Span): Locator[] {
  return locators.filter(({ start, end }) => start < passage.end && end > passage.start);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
