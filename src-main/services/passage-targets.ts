import { StetError } from '../../src-shared/errors';
import type { PassageTarget } from '../../src-shared/model/quotation';
import { describePassage } from '../../src-shared/quotation/passage';
import { readVersion } from '../library/sources';
import type { Context } from './context';
import { placeOf } from './passages';

/** The passage that a target names; throws `not-found` and `passage-not-found`. */
export function describeTarget(context: Context, { sourceVersionId, start, end }: PassageTarget) {
  const version = readVersion(context.library.db, sourceVersionId);
  const { text, locators } = context.texts.get(version);
  if (start >= end || end > text.length) {
    throw new StetError('passage-not-found', { sourceVersionId, start, end });
  }
  const passage = {
    ...describePassage(text, start, end),
    place: placeOf(locators, { start, end }),
  };
  return { version, passage };
}

/** What a link is made to, as a client names it. */
export function targetOf(link: PassageTarget | null): PassageTarget | null {
  if (!link) return null;
  return { sourceVersionId: link.sourceVersionId, start: link.start, end: link.end };
}

export function isSameTarget(a: PassageTarget | null, b: PassageTarget | null): boolean {
  if (a === null || b === null) return a === b;
  return a.sourceVersionId === b.sourceVersionId && a.start === b.start && a.end === b.end;
}
