import { useMemo, useState } from 'react';
import { type BlockChange, compareDocuments } from '../../src-shared/document/compare-documents';
import type { Document } from '../../src-shared/document/schema';
import { getShell, showToast } from '../shell';
import { Button } from '../ui/button';
import { differs, WordDiff } from '../ui/diff';
import { revisionWords as said } from '../words/revisions';
import { ComparedPictures } from './compared-picture';
import { runsOf } from './runs';

interface Props {
  before: Document;
  after: Document;
  /** Called when a paragraph was put back; null where that is not to be had. */
  onChanged: (() => void) | null;
}

/** What differs between two states of an article, with what is the same folded away. */
export function Comparison({ before, after, onChanged }: Props) {
  const changes = useMemo(() => compareDocuments(before, after), [before, after]);
  const runs = useMemo(() => runsOf(changes), [changes]);
  if (changes.every(({ kind }) => kind === 'same')) {
    return <p className="revision-alike">{said.alike}</p>;
  }
  return (
    <div className="comparison">
      {runs.map((run) =>
        run.kind === 'same' ? (
          <Unchanged key={`same ${run.first}`} changes={run.changes} />
        ) : (
          <div key={`other ${run.first}`}>
            {run.changes.map((change, at) => (
              <Changed
                // A change has no identity but its place.
                key={`${run.first + at} ${change.kind}`}
                change={change}
                document={before}
                newer={after}
                insertAt={run.insertAt[at] ?? 0}
                onChanged={onChanged}
              />
            ))}
          </div>
        ),
      )}
    </div>
  );
}

function Unchanged({ changes }: { changes: readonly BlockChange[] }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" className="unchanged" onClick={() => setIsOpen(true)}>
        {said.unchanged(changes.length)}
      </button>
    );
  }
  return changes.map((change) => (
    <p className="compared" key={'after' in change ? change.after : -1}>
      <WordDiff segments={change.segments} />
    </p>
  ));
}

function Changed({
  change,
  document,
  newer,
  insertAt,
  onChanged,
}: {
  change: BlockChange;
  document: Document;
  newer: Document;
  /** Where a block that is gone stood among those of the newer state. */
  insertAt: number;
  onChanged: (() => void) | null;
}) {
  const older = 'before' in change ? document.root.children[change.before] : undefined;
  const now = 'after' in change ? newer.root.children[change.after] : undefined;
  const isForm = change.kind === 'changed' && !differs(change.segments);
  return (
    <div className={`compared compared-${change.kind}`}>
      <div>
        <WordDiff segments={change.segments} />
        {isForm && older?.type !== 'figure' ? (
          <span className="compared-form">{said.formOnly}</span>
        ) : null}
        <ComparedPictures before={older} after={now} />
      </div>
      {onChanged && !(change.kind === 'added' && change.after === 0) ? (
        <Button
          small
          tone="quiet"
          aria-label={labelOf(change)}
          onPress={() => {
            if (putBack(change, document, insertAt)) showToast(said.blockRestored);
            else showToast(said.blockFailed, { tone: 'error' });
            onChanged();
          }}
        >
          {change.kind === 'added' ? said.removeBlock : said.restoreBlock}
        </Button>
      ) : null}
    </div>
  );
}

function labelOf({ kind }: BlockChange): string {
  if (kind === 'added') return said.removeAdded;
  return kind === 'removed' ? said.restoreRemoved : said.restoreChanged;
}

/** Makes one block of the page what it was in an older state. */
function putBack(change: BlockChange, older: Document, insertAt: number): boolean {
  const { manuscript } = getShell();
  if (!manuscript) return false;
  if (change.kind === 'added') {
    return manuscript.restoreBlock({ index: change.after, replaces: true, block: null });
  }
  const block = older.root.children[change.before]!;
  if (change.kind === 'removed') {
    // There is one headline, and it is always the first.
    const isHeadline = block.type === 'headline';
    return manuscript.restoreBlock({
      index: isHeadline ? 0 : insertAt,
      replaces: isHeadline,
      block,
    });
  }
  return manuscript.restoreBlock({ index: change.after, replaces: true, block });
}
