import { type ReactNode, useEffect, useState } from 'react';
import { Label } from 'react-aria-components';
import { useImportsWaiting } from '../queries/sources';
import { type ImportJob, openDialog, setShell, useShell } from '../shell';
import { Button, IconButton } from '../ui/button';
import { CloseIcon } from '../ui/icons';
import { Progress } from '../ui/progress';
import { importWords } from '../words/imports';
import { words } from '../words/words';
import { cancelImport, discardImport, resumeImport } from './import-actions';

/** Work that is done sooner shows no progress. */
const DELAY_MS = 300;

/** How an import goes on; then what became of it; and what is left of one that was stopped. */
export function ImportStrip() {
  const job = useShell((state) => state.importJob);
  const result = useShell((state) => state.importResult);
  const { data: waiting } = useImportsWaiting();
  const [putAway, setPutAway] = useState(0);
  const left = waiting?.left ?? 0;
  if (job) return <ImportProgress job={job} />;
  if (result) {
    return (
      <Notice
        text={importWords.result(result)}
        onDismiss={() => {
          setPutAway(left);
          setShell({ importResult: null });
        }}
      >
        <Button small onPress={() => openDialog({ kind: 'import-result' })}>
          {importWords.details}
        </Button>
        {left > 0 ? <Left left={left} /> : null}
      </Notice>
    );
  }
  if (left === 0 || left === putAway) return null;
  return (
    <Notice text={importWords.stopped(left)} onDismiss={() => setPutAway(left)}>
      <Left left={left} />
    </Notice>
  );
}

function Left({ left }: { left: number }) {
  return (
    <>
      <Button small onPress={() => void resumeImport(left)}>
        {importWords.resume}
      </Button>
      <Button small tone="quiet" onPress={() => void discardImport()}>
        {importWords.discard}
      </Button>
    </>
  );
}

function Notice({
  text,
  onDismiss,
  children,
}: {
  text: string;
  onDismiss(): void;
  children: ReactNode;
}) {
  return (
    <section className="import-progress import-notice" aria-label={words.imports.label}>
      <div className="import-notice-text">
        <p role="status">{text}</p>
        <IconButton label={words.dismiss} onPress={onDismiss}>
          <CloseIcon />
        </IconButton>
      </div>
      <div className="import-notice-actions">{children}</div>
    </section>
  );
}

function ImportProgress({ job }: { job: ImportJob }) {
  const [shownId, setShownId] = useState<string | null>(null);
  const { jobId } = job;
  useEffect(() => {
    const timer = setTimeout(() => setShownId(jobId), DELAY_MS);
    return () => clearTimeout(timer);
  }, [jobId]);
  if (shownId !== jobId) return null;
  return (
    <section className="import-progress" aria-label={words.imports.label}>
      <Progress
        done={job.done}
        all={Math.max(1, job.total)}
        amount={importWords.progress(job)}
        head={<Label>{words.imports.adding}</Label>}
      />
      <div className="progress-foot">
        <span className="progress-name">{job.name}</span>
        <Button small isDisabled={job.cancelling} onPress={() => void cancelImport()}>
          {job.cancelling ? words.imports.cancelling : words.cancel}
        </Button>
      </div>
    </section>
  );
}
