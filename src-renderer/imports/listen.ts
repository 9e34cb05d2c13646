import { call, on } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { getShell, setShell } from '../shell';
import { reportArrived } from './watched-actions';

/** Coming back to the window is a moment at which new files are looked for, but not every time. */
const LOOK_EVERY_MS = 5_000;

/** Follows what the library says of imports and watched folders. Called once. */
export function listenToImports() {
  on('import.progress', (progress) => {
    const { importJob } = getShell();
    if (importJob?.jobId !== progress.jobId) return;
    setShell({ importJob: { ...progress, cancelling: importJob.cancelling } });
  });
  on('imports.changed', () => {
    void queryClient.invalidateQueries({ queryKey: keys.importsWaiting });
    void queryClient.invalidateQueries({ queryKey: keys.importsWatched });
  });
  on('imports.arrived', reportArrived);
  let lookedAt = 0;
  window.addEventListener('focus', () => {
    if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = performance.now();
    // It is looked at from time to time all the same.
    call('imports.look', {}).catch(() => {});
  });
}
