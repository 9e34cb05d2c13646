import type { Locator } from '../../src-shared/model/source';
import { stretchAt } from '../recordings/passage-times';

/** A place that an editor names: a page, or a time in seconds. */
export type NamedPlace = { kind: 'page'; page: number } | { kind: 'time'; seconds: number };

const PAGE = /^(?:p|pp|pg|page|s|seite|f|pág)?\.?\s*(\d{1,6})$/i;
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d+)?)$/;
const UNITS = /^(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s(?:ec)?)?$/i;

/** Reads "p. 12", "12", "0:31:10", "31:10", "31m", "1h 2m"; null where it is nothing of the kind. */
export function readPlace(text: string): NamedPlace | null {
  const wanted = text.trim();
  const page = PAGE.exec(wanted);
  if (page) return { kind: 'page', page: Number(page[1]) };
  const clock = CLOCK.exec(wanted);
  if (clock) {
    const [, hours = '0', minutes, seconds = '0'] = clock;
    return {
      kind: 'time',
      seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.')),
    };
  }
  const units = wanted === '' ? null : UNITS.exec(wanted);
  if (!units) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = units;
  return {
    kind: 'time',
    seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
  };
}

/** What places a source has. */
export function placesOf(locators: readonly Locator[]): { pages: boolean; times: boolean } {
  return {
    pages: locators.some(({ page }) => page !== undefined),
    times: locators.some(({ time }) => time !== undefined),
  };
}

/**
 * Where in a source's text a place is, as a UTF-16 offset: the first words of the page, or of the next
 * one that has words; the turn that is heard at the time, or the last one before. Null where the
 * source has no such places, or ends before the page.
 */
export function offsetOfPlace(locators: readonly Locator[], place: NamedPlace): number | null {
  if (place.kind === 'page') {
    let best: Locator | null = null;
    for (const locator of locators) {
      const { page, start } = locator;
      if (page === undefined || page < place.page) continue;
      const isFirst =
        best === null || page < best.page! || (page === best.page && start < best.start);
      if (isFirst) best = locator;
    }
    return best?.start ?? null;
  }
  const heard = stretchAt(locators, place.seconds);
  if (heard) return heard.start;
  const timed = locators.filter(({ time }) => time !== undefined);
  const before = timed.filter(({ time }) => time! <= place.seconds).at(-1) ?? timed[0];
  return before?.start ?? null;
}
