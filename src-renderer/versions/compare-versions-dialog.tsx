import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ComparedParagraph, VersionSummary } from '../../src-shared/model/version';
import { call } from '../bridge';
import { asStetError, keys } from '../queries/client';
import { useSourceReading } from '../queries/sources';
import { closeDialog, getShell } from '../shell';
import { Button } from '../ui/button';
import { WordDiff } from '../ui/diff';
import { Choose } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { versionWords as said, versionHint, versionLabel } from '../words/versions';
import { words } from '../words/words';

/** Two versions of a source beside each other, word by word. */
export function CompareVersionsDialog({ sourceId }: { sourceId: string }) {
  const { data: reading } = useSourceReading(sourceId);
  return (
    <Modal
      title={said.compareTitle}
      description={reading?.source.title}
      size="full"
      onClose={closeDialog}
    >
      {reading ? <Versions versions={reading.versions} /> : null}
      {reading ? null : <p className="dialog-body">{words.loading}</p>}
      <footer className="dialog-footer">
        <span className="push" />
        <Button onPress={closeDialog}>{words.close}</Button>
      </footer>
    </Modal>
  );
}

function Versions({ versions }: { versions: readonly VersionSummary[] }) {
  const shownId = getShell().sourceVersionId;
  const last = versions.at(-1)!;
  // The one that is read is compared with the newest; the newest with the one before.
  const [fromId, setFromId] = useState(
    shownId !== null && shownId !== last.id ? shownId : (versions.at(-2) ?? last).id,
  );
  const [toId, setToId] = useState(last.id);
  const { data: paragraphs, error } = useQuery({
    queryKey: keys.comparison(fromId, toId),
    queryFn: () => call('sources.compareVersions', { fromVersionId: fromId, toVersionId: toId }),
  });
  const choices = versions.map((version) => ({
    id: version.id,
    label: `${version.number} · ${versionLabel(version)}`,
    hint: versionHint(version),
  }));
  return (
    <>
      <div className="version-compare">
        <Choose label={said.from} choices={choices} value={fromId} onChange={setFromId} />
        <Choose label={said.to} choices={choices} value={toId} onChange={setToId} />
      </div>
      <section
        className="dialog-body version-comparison"
        aria-label={said.compareTitle}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long comparisons are scrolled with the keys.
        tabIndex={0}
      >
        {error ? <p className="inline-error">{errorMessage(asStetError(error))}</p> : null}
        {!paragraphs && !error ? <p>{said.comparing}</p> : null}
        {paragraphs ? <Paragraphs key={`${fromId} ${toId}`} paragraphs={paragraphs} /> : null}
      </section>
    </>
  );
}

interface Run {
  first: number;
  isSame: boolean;
  paragraphs: ComparedParagraph[];
}

/** Neighbouring paragraphs that are the same are folded into one line. */
function runsOf(paragraphs: readonly ComparedParagraph[]): Run[] {
  const runs: Run[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const isSame = paragraph.type === 'same';
    const last = runs.at(-1);
    if (last?.isSame === isSame) last.paragraphs.push(paragraph);
    else runs.push({ first: at, isSame, paragraphs: [paragraph] });
  }
  return runs;
}

function Paragraphs({ paragraphs }: { paragraphs: readonly ComparedParagraph[] }) {
  const runs = useMemo(() => runsOf(paragraphs), [paragraphs]);
  if (runs.every(({ isSame }) => isSame)) return <p className="revision-alike">{said.alike}</p>;
  return (
    <div className="comparison">
      {runs.map((run) =>
        run.isSame ? <Same key={run.first} run={run} /> : <Shown key={run.first} run={run} />,
      )}
    </div>
  );
}

function Same({ run }: { run: Run }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Shown run={run} />;
  return (
    <button type="button" className="unchanged" onClick={() => setOpen(true)}>
      {said.sameParagraphs(run.paragraphs.length)}
    </button>
  );
}

function Shown({ run }: { run: Run }) {
  return run.paragraphs.map(({ type, segments }, at) => (
    <p
      // A paragraph of a comparison is its place in it.
      key={`${run.first + at}`}
      className={type === 'same' ? 'compared' : 'compared version-changed'}
    >
      <WordDiff segments={segments} />
    </p>
  ));
}
