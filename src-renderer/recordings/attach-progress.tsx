import { Label, ProgressBar } from 'react-aria-components';
import { useShell } from '../shell';
import { Button } from '../ui/button';
import { recordingWords } from '../words/recordings';
import { words } from '../words/words';
import { cancelAttaching } from './recording-actions';

/** How much of a recording is kept so far, and a way to stop it. */
export function AttachProgress({ sourceId }: { sourceId: string }) {
  const job = useShell((state) => state.attachJob);
  // What is there within a moment, with the first word of progress, shows none.
  if (!job || job.sourceId !== sourceId || job.total === 0 || job.done === job.total) return null;
  return (
    <div className="attach-progress">
      <ProgressBar
        className="progress"
        value={job.done}
        maxValue={job.total}
        valueLabel={recordingWords.amount(job.done, job.total)}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="progress-head">
              <Label>{recordingWords.attaching}</Label>
              <span>{valueText}</span>
            </div>
            <div className="progress-bar">
              <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <Button small isDisabled={job.cancelling} onPress={cancelAttaching}>
        {words.cancel}
      </Button>
    </div>
  );
}
