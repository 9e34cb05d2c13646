import type { Exclusion, SourceNote, Stretch } from '../../src-shared/model/note';
import type { SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { shownReading } from '../queries/sources';
import { getShell, openDialog, showNote, showToast } from '../shell';
import { blockAt, blocksOf } from '../sources/reading-blocks';
import { noteWords } from '../words/notes';
import { words } from '../words/words';

/** Says what was done; the message can take it back. */
function say(text: string, undo: () => Promise<unknown>) {
  showToast(text, { action: { label: words.undo, perform: () => void attempt(undo) } });
}

/** Writes a note; rejects with a StetError. */
export async function addNote(sourceId: string, text: string, stretch: Stretch | null) {
  const { noteId } = await call('notes.add', { sourceId, text, stretch });
  await queryClient.invalidateQueries({ queryKey: keys.notes(sourceId) });
  say(noteWords.noteAdded, () => call('notes.remove', { noteId }));
  if (stretch === null) showNote(sourceId, noteId);
}

/** Changes a note's words; rejects with a StetError. */
export async function updateNote(noteId: string, text: string) {
  const { previous } = await call('notes.update', { noteId, text });
  if (previous !== text) {
    say(noteWords.noteChanged, () => call('notes.update', { noteId, text: previous }));
  }
}

export function removeNote({ id: noteId }: SourceNote) {
  return attempt(async () => {
    await call('notes.remove', { noteId });
    say(noteWords.noteRemoved, () => call('notes.restore', { noteId }));
  });
}

/** Says that something must not be used; rejects with a StetError. */
export async function addExclusion(sourceId: string, reason: string, stretch: Stretch | null) {
  const { exclusionId } = await call('exclusions.add', { sourceId, reason, stretch });
  say(noteWords.excluded, () => call('exclusions.remove', { exclusionId }));
}

/** Changes why; rejects with a StetError. */
export async function updateExclusion(exclusionId: string, reason: string) {
  const { previous } = await call('exclusions.update', { exclusionId, reason });
  if (previous !== reason) {
    const undo = { exclusionId, reason: previous };
    say(noteWords.exclusionChanged, () => call('exclusions.update', undo));
  }
}

export function liftExclusion({ id: exclusionId }: Exclusion) {
  return attempt(async () => {
    await call('exclusions.remove', { exclusionId });
    say(noteWords.exclusionLifted, () => call('exclusions.restore', { exclusionId }));
  });
}

/** Asks for a note on, or a reason against, what is selected in the reader; else all of the source. */
export function annotate(what: 'note' | 'exclusion') {
  const { sourceId, readerSelection } = getShell();
  if (sourceId === null) return;
  const reading = shownReading();
  const selected = readerSelection?.sourceId === sourceId ? readerSelection : null;
  const span = reading && selected && wordsOf(reading, selected);
  const stretch = reading &&
    span && {
      sourceVersionId: reading.versionId,
      ...span,
      exact: reading.text.slice(span.start, span.end),
    };
  openDialog({ kind: 'annotate', what, sourceId, stretch });
}

/** The words that are selected: what stands between two turns (a label, a timecode) is not meant. */
function wordsOf(reading: SourceReading, { start, end }: Span): Span {
  const blocks = blocksOf(reading);
  const first = blocks.slice(blockAt(blocks, start)).find((block) => block.end > start);
  const last = blocks[blockAt(blocks, end - 1)];
  if (!first || !last || first.start >= end || last.end <= start) return { start, end };
  return { start: Math.max(start, first.start), end: Math.min(end, last.end) };
}
