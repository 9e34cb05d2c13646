import { TEXT_SIZES, type View } from '../src-shared/desktop';
import { attempt } from './actions';
import { getShell, setShell } from './shell';

/* How the manuscript is shown; remembered on this computer. */

/** Reads what was chosen last. Called once. */
export function loadView() {
  return attempt(async () => setShell({ view: await window.stet.call('getView', {}) }));
}

export function changeView(change: Partial<View>) {
  const view = { ...getShell().view, ...change };
  setShell({ view });
  return attempt(() => window.stet.call('setView', view));
}

/** A step larger or smaller, within what can be read and fits. */
export function changeTextSize(steps: 1 | -1) {
  const { smallest, largest, step } = TEXT_SIZES;
  const wanted = Math.round((getShell().view.textSize + steps * step) * 10) / 10;
  return changeView({ textSize: Math.min(largest, Math.max(smallest, wanted)) });
}
