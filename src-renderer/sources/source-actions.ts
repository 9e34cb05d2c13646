import { v7 as newId } from 'uuid';
import type { Output } from '../../src-shared/contract';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import type { SourceDetails } from '../../src-shared/model/source';
import { attempt } from '../actions';
import { clipboardFile } from '../articles/article-actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries';
import { getShell, setShell, showSource, showToast } from '../shell';
import { importResult } from '../words/imports';
import { words } from '../words/words';

/** Brings in sources one after another, with progress; says what became of each. */
export function importSources(files: readonly IncomingFile[]) {
  if (files.length === 0) return Promise.resolve(false);
  if (getShell().importJob) {
    showToast(words.imports.busy);
    return Promise.resolve(false);
  }
  const jobId = newId();
  setShell({ importJob: { jobId, done: 0, total: files.length, name: '', cancelling: false } });
  return attempt(async () => {
    try {
      const result = await call('sources.import', { jobId, files: [...files] });
      // The lists are right before the message names what is in them.
      await queryClient.invalidateQueries({ queryKey: keys.sources });
      reportImport(result);
    } finally {
      setShell({ importJob: null });
    }
  });
}

function reportImport(result: Output<'sources.import'>) {
  const first = result.imported[0];
  showToast(importResult(result), {
    tone: result.imported.length === 0 && result.skipped.length > 0 ? 'error' : 'plain',
    action: first ? { label: words.imports.show, perform: () => showSource(first.sourceId) } : null,
  });
}

export function cancelImport() {
  const { importJob } = getShell();
  if (!importJob || importJob.cancelling) return Promise.resolve(false);
  setShell({ importJob: { ...importJob, cancelling: true } });
  return attempt(() => call('jobs.cancel', { jobId: importJob.jobId }));
}

export async function pickSources() {
  const grants = await window.stet.call('pickSources', {});
  await importSources(grants.map(({ token }) => ({ from: 'granted', token })));
}

export async function pasteSource() {
  const file = await clipboardFile();
  if (file) await importSources([file]);
  else showToast(words.clipboardEmpty);
}

/** Changes a source's details; rejects with a StetError. The message that says so can take it back. */
export async function updateSource(sourceId: string, details: Partial<SourceDetails>) {
  const { previous } = await call('sources.update', { sourceId, details });
  showToast(words.sources.changed, {
    action: {
      label: words.undo,
      perform: () => void attempt(() => call('sources.update', { sourceId, details: previous })),
    },
  });
}

/** Takes a source out of the bin. */
export function restoreSource(sourceId: string) {
  return attempt(() => call('sources.restore', { sourceId }));
}

/** Moves a source to the bin; the message that says so can take it back. */
export function removeSource(sourceId: string, title: string) {
  return attempt(async () => {
    await call('sources.remove', { sourceId });
    const wasShown = getShell().sourceId === sourceId;
    if (wasShown) setShell({ sourceId: null, shown: null, readerSelection: null });
    showToast(words.movedToBin(title), {
      action: {
        label: words.undo,
        perform: () =>
          void attempt(async () => {
            await call('sources.restore', { sourceId });
            if (wasShown) showSource(sourceId);
          }),
      },
    });
  });
}
