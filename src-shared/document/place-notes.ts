import { cutRuns, type Run } from './runs';

/** A reference to a source note, to be put at an offset of the plain text. */
export interface NotePlace {
  offset: number;
}

export interface NoteItem<Note> {
  kind: 'note';
  note: Note;
  /** The format on both sides of it, so that it does not break a word in two. */
  format: number;
  url: null;
}

/**
 * Puts the references that belong to a line between its runs. One that falls inside a link waits for
 * the link's end: a link inside a link is none.
 */
export function placeNotes<Note extends NotePlace>(
  line: readonly Run[],
  notes: readonly Note[],
): (Run | NoteItem<Note>)[] {
  const start = line[0]?.start ?? 0;
  const end = line.at(-1)?.end ?? start;
  let left = notes.filter((note) => note.offset > start && note.offset <= end);
  if (left.length === 0) return [...line];
  const runs = cutRuns(
    line,
    left.map((note) => note.offset),
  );
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    if (run.url !== null && next?.url === run.url) return [run];
    const format = next ? run.format & next.format : 0;
    const due = left.filter((note) => note.offset <= run.end);
    left = left.filter((note) => note.offset > run.end);
    return [run, ...due.map((note) => ({ kind: 'note' as const, note, format, url: null }))];
  });
}

/** Where the reference to a quotation goes: behind its end and the punctuation that follows it. */
export function noteOffset(text: string, end: number): number {
  const after = /^[.,;:!?…)\]»”’"']*/.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  return end + after;
}
