import {
  addAnnotation,
  listAnnotations,
  readAnnotation,
  updateAnnotation,
} from '../library/annotations';
import { readCurrentVersion, readSource } from '../library/sources';
import { write } from '../library/write';
import type { Context, Handlers } from './context';
import { describeStretch, inTextOrder, showStretch } from './stretches';

export const notes = {
  'notes.list': (context, { sourceId }) => {
    const { db } = context.library;
    const source = readSource(db, sourceId);
    const version = readCurrentVersion(db, sourceId);
    return listAnnotations(db, 'source_note', source)
      .map(({ id, words, stretch, editorName, createdAt }) => ({
        id,
        text: words,
        stretch: showStretch(context, version, stretch),
        editorName,
        createdAt,
      }))
      .sort(inTextOrder);
  },

  'notes.add': (context, { sourceId, text, stretch }) => {
    const source = readSource(context.library.db, sourceId);
    const described = stretch && describeStretch(context, sourceId, stretch);
    return write(context.library, (transaction) => ({
      noteId: addAnnotation(transaction, 'source_note', source, {
        words: text,
        stretch: described,
      }),
    }));
  },

  'notes.update': ({ library }, { noteId, text }) => {
    const note = readAnnotation(library.db, 'source_note', noteId);
    if (note.words !== text) {
      write(library, (transaction) =>
        updateAnnotation(transaction, 'source_note', note, { words: text }),
      );
    }
    return { previous: note.words };
  },

  'notes.remove': (context, { noteId }) => setRemoved(context, noteId, true),
  'notes.restore': (context, { noteId }) => setRemoved(context, noteId, false),
} satisfies Partial<Handlers>;

function setRemoved({ library }: Context, noteId: string, isDeleted: boolean) {
  const note = readAnnotation(library.db, 'source_note', noteId);
  write(library, (transaction) =>
    updateAnnotation(transaction, 'source_note', note, { isDeleted }),
  );
  return {};
}
