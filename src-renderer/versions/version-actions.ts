import type { Input } from '../../src-shared/contract';
import type { QuotationView } from '../../src-shared/model/quotation';
import { attempt, attemptBusy } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { linkQuotation, linkWithWording } from '../quotes/quote-actions';
import { closeDialog, getShell, openDialog, setShell, showSource, showToast } from '../shell';
import { versionWords } from '../words/versions';
import { words } from '../words/words';

/**
 * Adds a version, then says what it touches; the message that says so takes it back. Rejects with a
 * StetError.
 */
export async function addVersion(input: Input<'sources.addVersion'>) {
  // What was typed within the last moment has to be known before it is judged anew.
  await getShell().manuscript?.flush();
  const { versionId, impact } = await call('sources.addVersion', input);
  queryClient.setQueryData(keys.impact(input.sourceId), impact);
  setShell({ sourceVersionId: null, shown: null, readerSelection: null });
  const undo = { label: words.undo, perform: () => void withdrawVersion(versionId) };
  const isQuoted = impact.articles.length > 0;
  if (isQuoted) {
    openDialog({ kind: 'impact', sourceId: input.sourceId, addedVersionId: versionId });
  } else closeDialog();
  showToast(isQuoted ? versionWords.added : versionWords.addedUnquoted, { action: undo });
}

/** Takes a version back. */
export function withdrawVersion(versionId: string) {
  return attemptBusy(words.saving, async () => {
    await call('sources.withdrawVersion', { versionId });
    // What offered to take it back has nothing to offer any more.
    const toasts = getShell().toasts.filter(({ text }) => !text.startsWith(versionWords.added));
    setShell({ toasts, sourceVersionId: null, shown: null, readerSelection: null });
    showToast(versionWords.withdrawn);
  });
}

/** Shows a version of the source that is open; the current one where `versionId` is null. */
export function readVersion(versionId: string | null) {
  setShell({ sourceVersionId: versionId, shown: null, readerSelection: null });
}

/** Links a quotation to what the corrected source says in its place. */
export async function linkToCorrection(quotation: QuotationView): Promise<boolean> {
  const target = placeOfCorrection(quotation);
  return target !== null && linkQuotation(quotation, target);
}

/** Links it there, and gives it the new wording in the text: one step of undo. */
export async function useCorrection(quotation: QuotationView) {
  const target = placeOfCorrection(quotation);
  const diff = quotation.correction?.wording?.diff;
  if (target && diff) await linkWithWording(quotation, target, diff);
}

function placeOfCorrection({ correction }: QuotationView) {
  if (!correction?.wording) return null;
  const { start, end } = correction.wording;
  return { sourceVersionId: correction.versionId, start, end };
}

/** Opens the corrected source where the new wording stands. */
export function seeCorrection({ correction, link }: QuotationView) {
  if (correction?.wording && link) showSource(link.sourceId, correction.wording);
}

/** Picks the one file of a version; null where the user cancels. */
export async function pickVersionFile() {
  let picked: { token: string; name: string } | null = null;
  await attempt(async () => {
    [picked = null] = await window.stet.call('pickSources', {});
  });
  return picked as { token: string; name: string } | null;
}
