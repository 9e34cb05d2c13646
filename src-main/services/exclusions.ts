import type { ExcludedStretch } from '../../src-shared/model/note';
import type { Span } from '../../src-shared/model/span';
import {
  type AnnotationStretch,
  addAnnotation,
  listAnnotations,
  readAnnotation,
  updateAnnotation,
} from '../library/annotations';
import { readCurrentVersion, readSource, type SourceVersion } from '../library/sources';
import { write } from '../library/write';
import type { Context, Handlers } from './context';
import { describeStretch, inTextOrder, locateStretch, showStretch } from './stretches';

export const exclusions = {
  'exclusions.list': (context, { sourceId }) => {
    const { db } = context.library;
    const source = readSource(db, sourceId);
    const version = readCurrentVersion(db, sourceId);
    return listAnnotations(db, 'exclusion', source)
      .map(({ id, words, stretch, editorName, createdAt }) => ({
        id,
        reason: words,
        stretch: showStretch(context, version, stretch),
        editorName,
        createdAt,
      }))
      .sort(inTextOrder);
  },

  'exclusions.add': (context, { sourceId, reason, stretch }) => {
    const source = readSource(context.library.db, sourceId);
    const described = stretch && describeStretch(context, sourceId, stretch);
    return write(context.library, (transaction) => ({
      exclusionId: addAnnotation(transaction, 'exclusion', source, {
        words: reason,
        stretch: described,
      }),
    }));
  },

  'exclusions.update': ({ library }, { exclusionId, reason }) => {
    const exclusion = readAnnotation(library.db, 'exclusion', exclusionId);
    if (exclusion.words !== reason) {
      write(library, (transaction) =>
        updateAnnotation(transaction, 'exclusion', exclusion, { words: reason }),
      );
    }
    return { previous: exclusion.words };
  },

  'exclusions.remove': (context, { exclusionId }) => setRemoved(context, exclusionId, true),
  'exclusions.restore': (context, { exclusionId }) => setRemoved(context, exclusionId, false),
} satisfies Partial<Handlers>;

function setRemoved({ library }: Context, exclusionId: string, isDeleted: boolean) {
  const exclusion = readAnnotation(library.db, 'exclusion', exclusionId);
  write(library, (transaction) =>
    updateAnnotation(transaction, 'exclusion', exclusion, { isDeleted }),
  );
  return {};
}

/** What must not be used of a version's text. */
export function excludedIn(
  { library, texts }: { library: Pick<Context['library'], 'db'>; texts: Context['texts'] },
  version: Pick<SourceVersion, 'id' | 'sourceId' | 'home'>,
): ExcludedStretch[] {
  const source = { id: version.sourceId, home: version.home };
  return listAnnotations(library.db, 'exclusion', source).flatMap(({ stretch, words: reason }) => {
    if (stretch === null) return [{ start: 0, end: texts.get(version).text.length, reason }];
    const at = locateStretch({ texts }, version, stretch);
    const spans = at ? [at] : everyPlaceOf(stretch, texts.get(version).text);
    return spans.map(({ start, end }) => ({ start, end, reason }));
  });
}

/** In another version it may be anywhere that has the words: rather too much than too little. */
function everyPlaceOf({ exact }: AnnotationStretch, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + exact.length)) {
    spans.push({ start: at, end: at + exact.length });
  }
  return spans;
}

/** The reason for which a passage must not be used; null where nothing speaks against it. */
export function reasonAgainst(excluded: readonly ExcludedStretch[], passage: Span): string | null {
  const touched = excluded.find(({ start, end }) => start < passage.end && end > passage.start);
  return touched?.reason ?? null;
}
