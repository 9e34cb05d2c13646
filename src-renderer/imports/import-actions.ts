import { v7 as newId } from 'uuid';
import type { ImportResult } from '../../src-shared/contract/imports';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import { attempt } from '../actions';
import { clipboardFile } from '../articles/article-actions';
import { call } from '../bridge';
import { collectImported } from '../collections/collection-actions';
import { keys, queryClient } from '../queries/client';
import { readSourceListsAgain } from '../queries/sources';
import { getShell, setShell, showSource, showToast } from '../shell';
import { importWords } from '../words/imports';
import { words } from '../words/words';

/** So many files, or more, are told of where it stays to be read, and not in passing. */
const MANY = 20;

/** Brings in files, and all that is beneath folders, with progress; says what became of them. */
export function importSources(
  files: readonly IncomingFile[],
  folders: readonly string[] = [],
): Promise<boolean> {
  if (files.length === 0 && folders.length === 0) return Promise.resolve(false);
  return runImport(files.length, (jobId) =>
    call('sources.import', { jobId, files: [...files], folders: [...folders] }),
  );
}

/** Goes on with the imports that were stopped. */
export function resumeImport(left: number): Promise<boolean> {
  return runImport(left, (jobId) => call('imports.resume', { jobId }));
}

/** Lets them go. What came in before stays. */
export function discardImport(): Promise<boolean> {
  return attempt(async () => {
    await call('imports.discard', {});
    const { importResult } = getShell();
    if (importResult) setShell({ importResult: { ...importResult, left: 0 } });
  });
}

async function runImport(
  total: number,
  run: (jobId: string) => Promise<ImportResult>,
): Promise<boolean> {
  if (getShell().importJob) {
    showToast(words.imports.busy);
    return false;
  }
  const jobId = newId();
  setShell({
    importResult: null,
    importJob: {
      jobId,
      done: 0,
      total,
      name: '',
      bytesDone: 0,
      bytesTotal: null,
      bytesPerSecond: null,
      secondsLeft: null,
      cancelling: false,
    },
  });
  return attempt(async () => {
    try {
      const result = await run(jobId);
      await collectImported(result.imported);
      // The lists are right before the message names what is in them.
      await readSourceListsAgain();
      reportImport(result);
    } finally {
      setShell({ importJob: null });
      void queryClient.invalidateQueries({ queryKey: keys.importsWaiting });
    }
  });
}

function reportImport(result: ImportResult) {
  const { imported, skipped, fits } = result;
  const isMuch = skipped.length > 0 || result.cancelled || imported.length + skipped.length >= MANY;
  if (isMuch) {
    setShell({ importResult: result });
    if (fits > 0) sayFits(result);
    return;
  }
  const first = imported[0];
  showToast(importWords.result(result), {
    action: first ? { label: words.imports.show, perform: () => showSource(first.sourceId) } : null,
  });
}

function sayFits({ imported, fits }: ImportResult) {
  const first = imported.find((source) => !source.duplicate && source.fits > 0);
  if (!first) return;
  showToast(importWords.fits(fits, imported.filter((source) => source.fits > 0).length), {
    action: { label: words.imports.show, perform: () => showSource(first.sourceId) },
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

export async function pickSourceFolders() {
  const grants = await window.stet.call('pickSourceFolders', {});
  await importSources(
    [],
    grants.map(({ token }) => token),
  );
}

export async function pasteSource() {
  const file = await clipboardFile();
  if (file) await importSources([file]);
  else showToast(words.clipboardEmpty);
}
