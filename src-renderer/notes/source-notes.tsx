import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Agreement, Exclusion, SourceNote } from '../../src-shared/model/note';
import { useAgreements, useExclusions, useNotes } from '../queries/sources';
import { openDialog, useShell } from '../shell';
import { ChevronIcon } from '../ui/icons';
import { agreementLine, noteWords } from '../words/notes';
import { ExclusionItem, NoteItem } from './note-item';

/**
 * What editors know about a source, above its words: what was agreed, in a line each; notes and
 * exclusions, folded away until they are wanted.
 */
export function SourceNotes({ sourceId }: { sourceId: string }) {
  const { data: agreements = [] } = useAgreements(sourceId);
  const { data: notes = [] } = useNotes(sourceId);
  const { data: exclusions = [] } = useExclusions(sourceId);
  if (agreements.length + notes.length + exclusions.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that are typed here do not move the reader's cursor.
    <div className="source-notes" onKeyDown={keepFromReader}>
      {agreements.length > 0 ? <Agreements sourceId={sourceId} agreements={agreements} /> : null}
      {notes.length + exclusions.length > 0 ? (
        <Notes notes={notes} exclusions={exclusions} />
      ) : null}
    </div>
  );
}

/** The text around moves a cursor with the same keys. Commands are still heard. */
function keepFromReader(event: KeyboardEvent) {
  if (!event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key)) {
    event.stopPropagation();
  }
}

const GRAVE: readonly Agreement['consent'][] = ['withdrawn', 'refused'];

function Agreements({
  sourceId,
  agreements,
}: {
  sourceId: string;
  agreements: readonly Agreement[];
}) {
  const graveFirst = agreements.toSorted(
    (a, b) => Number(GRAVE.includes(b.consent)) - Number(GRAVE.includes(a.consent)),
  );
  return (
    <ul className="agreement-lines">
      {graveFirst.map((agreement) => (
        <li key={agreement.id}>
          <button
            type="button"
            className={
              GRAVE.includes(agreement.consent) ? 'agreement-line grave' : 'agreement-line'
            }
            onClick={() => openDialog({ kind: 'source', sourceId, tab: 'agreements' })}
          >
            {agreementLine(agreement)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Notes({
  notes,
  exclusions,
}: {
  notes: readonly SourceNote[];
  exclusions: readonly Exclusion[];
}) {
  const shownNote = useShell((state) => state.shownNote);
  const asked = notes.some(({ id }) => id === shownNote?.noteId) ? shownNote : null;
  const [isExpanded, setExpanded] = useState(asked !== null);
  const list = useRef<HTMLDivElement>(null);
  const request = asked?.request;
  useEffect(() => {
    if (request === undefined) return;
    setExpanded(true);
    // It is there after the next paint.
    const frame = requestAnimationFrame(() => {
      list.current?.querySelector('.note-current')?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [request]);
  return (
    <Disclosure className="notes" isExpanded={isExpanded} onExpandedChange={setExpanded}>
      <Heading className="notes-heading" level={3}>
        <Button slot="trigger" className="notes-summary">
          <ChevronIcon />
          {noteWords.summary(notes.length, exclusions.length)}
        </Button>
      </Heading>
      <DisclosurePanel className="notes-panel" aria-label={noteWords.summaryLabel}>
        <div ref={list}>
          <ul className="notes-list">
            {exclusions.map((exclusion) => (
              <ExclusionItem key={exclusion.id} exclusion={exclusion} />
            ))}
            {notes.map((note) => (
              <NoteItem key={note.id} note={note} isCurrent={note.id === asked?.noteId} />
            ))}
          </ul>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
