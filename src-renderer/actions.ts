import type { UndoableAction } from './editor/handle';
import { asStetError } from './queries/client';
import { getShell, setShell, showToast } from './shell';
import { errorMessage } from './words/errors';

/** Says what went wrong, in words. What the user cancelled is nothing to report. */
export function reportError(error: unknown) {
  const failure = asStetError(error);
  if (failure.code !== 'cancelled') showToast(errorMessage(failure), { tone: 'error' });
}

/** Runs something and reports where it fails; false then. */
export async function attempt(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    reportError(error);
    return false;
  }
}

/** Runs something that may take a moment, and says so in the top bar while it does. */
export async function attemptBusy(busy: string, run: () => Promise<unknown>): Promise<boolean> {
  setShell({ busy });
  const done = await attempt(run);
  if (getShell().busy === busy) setShell({ busy: null });
  return done;
}

/**
 * Carries out something that an editor does to the article outside its text, as one step of the
 * article's undo. Reports a failure; answers whether it was done.
 */
export function performUndoable(action: UndoableAction): Promise<boolean> {
  const { manuscript } = getShell();
  return attempt(() => (manuscript ? manuscript.performAction(action) : action.perform()));
}
