import type { EventPayload } from '../../src-shared/contract';
import { attempt } from '../actions';
import { call } from '../bridge';
import { openDialog, showSource, showToast } from '../shell';
import { importWords } from '../words/imports';
import { words } from '../words/words';

/** Picks a folder whose files come in by themselves from now on. */
export function watchFolder(): Promise<boolean> {
  return attempt(async () => {
    const [grant] = await window.stet.call('pickWatchedFolder', {});
    if (!grant) return;
    await call('imports.watch', { token: grant.token });
    showToast(importWords.watching(grant.name), { action: SHOW_FOLDERS });
  });
}

export function stopWatching(folderId: string, name: string): Promise<boolean> {
  return attempt(async () => {
    await call('imports.unwatch', { folderId });
    showToast(importWords.notWatching(name), {
      action: {
        label: words.undo,
        perform: () => void watchAgain(folderId),
      },
    });
  });
}

/** Watches a folder again that was watched until a moment ago. */
export function watchAgain(folderId: string): Promise<boolean> {
  return attempt(() => call('imports.rewatch', { folderId }));
}

const SHOW_FOLDERS = {
  label: importWords.watchedTitle,
  perform: () => openDialog({ kind: 'watched-folders' }),
};

/** Says what came from a watched folder, or that it is gone. */
export function reportArrived(arrived: EventPayload<'imports.arrived'>) {
  const { sourceId, isThere, added } = arrived;
  showToast(importWords.arrived(arrived), {
    tone: isThere && added > 0 ? 'plain' : 'error',
    action:
      sourceId === null || !isThere
        ? SHOW_FOLDERS
        : { label: words.imports.show, perform: () => showSource(sourceId) },
  });
}
