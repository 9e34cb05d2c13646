import { useEffect, useState } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { useShell } from '../shell';
import { cancelImport } from '../sources/source-actions';
import { words } from '../words/words';
import { Button } from './button';

/** Work that is done sooner shows no progress. */
const DELAY_MS = 300;

/** How far an import is, which file is read, and a way to stop it. */
export function ImportProgress() {
  const job = useShell((state) => state.importJob);
  const jobId = job?.jobId;
  const [shownId, setShownId] = useState<string | null>(null);
  useEffect(() => {
    if (!jobId) return;
    const timer = setTimeout(() => setShownId(jobId), DELAY_MS);
    return () => clearTimeout(timer);
  }, [jobId]);
  if (!job || shownId !== job.jobId) return null;
  return (
    <div className="import-progress">
      <ProgressBar
        className="progress"
        value={job.done}
        maxValue={Math.max(1, job.total)}
        valueLabel={words.imports.count(job.done, job.total)}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="progress-head">
              <Label>{words.imports.adding}</Label>
              <span>{valueText}</span>
            </div>
            <div className="progress-bar">
              <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <div className="progress-foot">
        <span className="progress-name">{job.name}</span>
        <Button small isDisabled={job.cancelling} onPress={() => void cancelImport()}>
          {job.cancelling ? words.imports.cancelling : words.cancel}
        </Button>
      </div>
    </div>
  );
}
