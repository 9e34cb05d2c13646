import { StetError } from '../../src-shared/errors';
import type { ShownStretch, Stretch } from '../../src-shared/model/note';
import type { Span } from '../../src-shared/model/span';
import { describePassage, resolvePassage } from '../../src-shared/quotation/passage';
import type { AnnotationStretch } from '../library/annotations';
import { readVersion } from '../library/sources';
import type { Context } from './context';

type Texts = Pick<Context, 'texts'>;

/**
 * A stretch of a source with its words, so that it can be found again in another version. Throws
 * `not-found` where the version is not one of the source, `passage-not-found` where it has no such
 * stretch.
 */
export function describeStretch(
  { library, texts }: Pick<Context, 'library' | 'texts'>,
  sourceId: string,
  { sourceVersionId, start, end }: Stretch,
): AnnotationStretch {
  const version = readVersion(library.db, sourceVersionId);
  if (version.sourceId !== sourceId) throw new StetError('not-found', { sourceVersionId });
  const { text } = texts.get(version);
  if (start >= end || end > text.length) {
    throw new StetError('passage-not-found', { sourceVersionId, start, end });
  }
  return { sourceVersionId, ...describePassage(text, start, end) };
}

/** Where a stretch is in the text of a version; null where it cannot be told. */
export function locateStretch(
  { texts }: Texts,
  version: Parameters<Context['texts']['get']>[0],
  stretch: AnnotationStretch,
): Span | null {
  const { sourceVersionId, start, end } = stretch;
  if (sourceVersionId === version.id) return { start, end };
  return resolvePassage(texts.get(version).text, stretch);
}

/** A stretch as it is shown in a version. */
export function showStretch(
  texts: Texts,
  version: Parameters<Context['texts']['get']>[0],
  stretch: AnnotationStretch | null,
): ShownStretch | null {
  return stretch && { exact: stretch.exact, at: locateStretch(texts, version, stretch) };
}

/** In the order of the text: what is about all of it first, what is not found in it last. */
export function inTextOrder(
  a: { stretch: ShownStretch | null },
  b: { stretch: ShownStretch | null },
): number {
  const place = ({ stretch }: { stretch: ShownStretch | null }) =>
    stretch === null ? -1 : (stretch.at?.start ?? Number.MAX_SAFE_INTEGER);
  return place(a) - place(b);
}
