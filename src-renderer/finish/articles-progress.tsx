import { ProgressBar } from 'react-aria-components';
import { exportArticlesWords } from '../words/export-articles';

/** How many of several articles are done. */
export function ArticlesProgress({
  label,
  done,
  all,
}: {
  label: string;
  done: number;
  all: number;
}) {
  return (
    <div className="dialog-body">
      <ProgressBar
        className="progress"
        aria-label={label}
        value={done}
        maxValue={all}
        valueLabel={exportArticlesWords.progressOf(done, all)}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="progress-bar">
              <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
            </div>
            <p className="progress-value">{valueText}</p>
          </>
        )}
      </ProgressBar>
    </div>
  );
}
