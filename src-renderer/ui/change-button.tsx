import { type ComponentProps, useId } from 'react';
import { useOpenArticle } from '../queries/open-article';
import { finishedWords } from '../words/finished';
import { Button } from './button';

/** Whether the open article is finished: nothing of it is changed then. */
export function useLocked(): boolean {
  return useOpenArticle().data?.status === 'finished';
}

/** A button that changes the open article: while that is finished it is disabled, and says why. */
export function ChangeButton({ isDisabled, ...props }: ComponentProps<typeof Button>) {
  const isLocked = useLocked();
  const reasonId = useId();
  if (!isLocked) return <Button {...props} {...(isDisabled ? { isDisabled } : {})} />;
  return (
    // A button that is disabled has no tooltip of its own.
    <span className="locked" title={finishedWords.locked}>
      <Button {...props} isDisabled aria-describedby={reasonId} />
      <span id={reasonId} className="visually-hidden">
        {finishedWords.locked}
      </span>
    </span>
  );
}
