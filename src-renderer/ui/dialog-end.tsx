import type { ReactNode } from 'react';
import { closeDialog } from '../shell';
import { words } from '../words/words';
import { Button } from './button';

/** The end of a form in a dialog: what went wrong, Cancel, and the button that carries it out. */
export function DialogEnd({
  failure,
  label,
  isDisabled = false,
  children,
}: {
  failure: string | null;
  label: string;
  isDisabled?: boolean;
  /** Stands at the left. */
  children?: ReactNode;
}) {
  return (
    <>
      {failure ? (
        <p className="inline-error dialog-failure" role="alert">
          {failure}
        </p>
      ) : null}
      <footer className="dialog-footer">
        {children}
        <span className="push" />
        <Button onPress={closeDialog}>{words.cancel}</Button>
        <Button tone="primary" type="submit" isDisabled={isDisabled}>
          {label}
        </Button>
      </footer>
    </>
  );
}
