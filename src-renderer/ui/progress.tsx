import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';

interface Props {
  /** Its name, where nothing in `head` is its `Label`. */
  label?: string;
  done: number;
  all: number;
  /** How much is done, in words; shown below the bar unless `head` shows it. */
  amount: string;
  head?: ReactNode;
  showsAmount?: boolean;
}

/** How much of something is done: a bar, and the same in words. */
export function Progress({ label, done, all, amount, head, showsAmount = true }: Props) {
  return (
    <ProgressBar
      className="progress"
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={done}
      maxValue={all}
      valueLabel={amount}
    >
      {({ percentage }) => (
        <>
          {head ? <div className="progress-head">{head}</div> : null}
          <div className="progress-bar">
            <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
          {showsAmount ? <p className="progress-value">{amount}</p> : null}
        </>
      )}
    </ProgressBar>
  );
}
