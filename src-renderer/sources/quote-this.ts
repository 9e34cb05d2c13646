import type { PersonSummary } from '../../src-shared/model/person';
import type { PassageTarget } from '../../src-shared/model/quotation';
import type { SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { attempt } from '../actions';
import { keys, queryClient } from '../queries/client';
import { shownReading } from '../queries/sources';
import { getShell, setShell, showToast } from '../shell';
import { words } from '../words/words';
import { blockAt, blocksOf } from './reading-blocks';

/*
 * "Quote this": what is selected in the reader becomes a quotation at the cursor, linked to where it
 * stands, with its speaker.
 */

/** Without the spaces and line breaks at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  const length = words.trim().length;
  return { start: start + before, end: start + before + length };
}

function selectedReading(): { reading: SourceReading; span: Span } | null {
  const { readerSelection, sourceId } = getShell();
  if (!readerSelection || readerSelection.sourceId !== sourceId) return null;
  const reading = shownReading();
  if (!reading) return null;
  const span = trimmed(reading.text, readerSelection);
  return span.end > span.start ? { reading, span } : null;
}

/** What is selected in the reader as a passage, with its source's title; null where nothing is. */
export function selectedPassage(): (PassageTarget & { title: string }) | null {
  const selected = selectedReading();
  if (!selected) return null;
  const { reading, span } = selected;
  return { sourceVersionId: reading.versionId, ...span, title: reading.source.title };
}

/** The names that the blocks of a stretch are labelled with. */
function speakersIn(reading: SourceReading, span: Span): Set<string | null> {
  const blocks = blocksOf(reading);
  const speakers = new Set<string | null>();
  for (let index = blockAt(blocks, span.start); index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.start >= span.end) break;
    if (block.end > span.start) speakers.add(block.speaker);
  }
  return speakers;
}

/** True where words of one speaker are selected in the reader and an article is open to take them. */
export function canQuote(): boolean {
  const selected = selectedReading();
  if (!selected || getShell().manuscript === null) return false;
  return speakersIn(selected.reading, selected.span).size === 1;
}

/** The person whom a transcript's label names; null where nobody has that name, or several. */
function personNamed(name: string): { personId: string; name: string } | null {
  const people = queryClient.getQueryData<PersonSummary[]>(keys.people) ?? [];
  const wanted = name.toLocaleLowerCase();
  const known = people.filter((person) => person.name.toLocaleLowerCase() === wanted);
  // Anybody else the library names from the passage, with the link.
  return known.length === 1 ? { personId: known[0]!.id, name: known[0]!.name } : null;
}

/** Quotes what is selected in the reader at the cursor of the open article. */
export function quoteSelection() {
  return attempt(async () => {
    const selected = selectedReading();
    const { manuscript } = getShell();
    if (!selected || !manuscript || !canQuote()) return;
    const { reading, span } = selected;
    const [label] = speakersIn(reading, span);
    const speaker = label ? personNamed(label) : null;
    await manuscript.insertQuotation({
      text: reading.text.slice(span.start, span.end).replace(/\s*\n\s*/g, ' '),
      sourceVersionId: reading.versionId,
      start: span.start,
      end: span.end,
      speaker,
    });
    setShell({ readerSelection: null });
    showToast(words.sources.quoted(reading.source.title));
  });
}
