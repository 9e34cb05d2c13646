import { Label } from 'react-aria-components';
import { useShell } from '../shell';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { recordingWords } from '../words/recordings';
import { words } from '../words/words';
import { cancelAttaching } from './recording-actions';

/** How much of a recording is kept so far, and a way to stop it. */
export function AttachProgress({ sourceId }: { sourceId: string }) {
  const job = useShell((state) => state.attachJob);
  // What is there within a moment, with the first word of progress, shows none.
  if (!job || job.sourceId !== sourceId || job.total === 0 || job.done === job.total) return null;
  const amount = recordingWords.amount(job.done, job.total);
  return (
    <div className="attach-progress">
      <Progress
        done={job.done}
        all={job.total}
        amount={amount}
        head={
          <>
            <Label>{recordingWords.attaching}</Label>
            <span>{amount}</span>
          </>
        }
        showsAmount={false}
      />
      <Button small isDisabled={job.cancelling} onPress={cancelAttaching}>
        {words.cancel}
      </Button>
    </div>
  );
}
