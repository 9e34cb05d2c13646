import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { exportArticlesWords } from '../words/export-articles';

/** How far what is done to several articles has come, and a way to stop it. */
export function ArticlesProgress({
  label,
  done,
  all,
  foot,
  onStop,
}: {
  label: string;
  done: number;
  all: number;
  /** Stands at the foot, before the button. */
  foot?: ReactNode;
  onStop(): void;
}) {
  return (
    <>
      <div className="dialog-body">
        <Progress
          label={label}
          done={done}
          all={all}
          amount={exportArticlesWords.progressOf(done, all)}
        />
      </div>
      <footer className="dialog-footer">
        {foot}
        <span className="push" />
        <Button autoFocus onPress={onStop}>
          {exportArticlesWords.stop}
        </Button>
      </footer>
    </>
  );
}
