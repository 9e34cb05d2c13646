import type { ArticleCorrection, CorrectionKind } from '../../src-shared/model/article-correction';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { openArticle, patchOpenArticle } from '../queries/open-article';
import { closeDialog, getShell, openDialog, showToast } from '../shell';
import { finishedWords as said } from '../words/finished';
import { words } from '../words/words';

/* Finishing, reopening and correcting. None of it is a step of the text's undo: messages take it back. */

/** True while nothing of the open article may be changed. */
export const isLocked = () => openArticle()?.status === 'finished';

type Reopening = 'draft' | 'in-check';

/**
 * Marks articles as finished whose gate has nothing open, the open one with its last words; answers
 * which, and which were left for their open points. Rejects where the library does.
 */
export async function finishArticles(articleIds: readonly string[]) {
  const { opened, manuscript } = getShell();
  if (opened && articleIds.includes(opened.articleId)) await manuscript?.flush();
  const answer = await call('finish.finish', { articleIds: [...articleIds] });
  for (const { articleId } of answer.finished) {
    patchOpenArticle(articleId, { status: 'finished' });
  }
  for (const { articleId } of answer.left) {
    void queryClient.invalidateQueries({ queryKey: keys.gate(articleId) });
  }
  void queryClient.invalidateQueries({ queryKey: keys.articles });
  return answer;
}

/**
 * Marks one article as finished and says so; answers whether its gate let it through. Where points are
 * open, `onOpen` is told.
 */
export async function finishArticle(articleId: string, onOpen?: () => unknown): Promise<boolean> {
  let isFinished = false;
  await attempt(async () => {
    const { finished, left } = await finishArticles([articleId]);
    isFinished = left.length === 0;
    if (finished.length > 0) tellFinished(finished);
    if (!isFinished) await onOpen?.();
  });
  return isFinished;
}

/** Lists what is open of the open article, with a way to settle it and then to finish. */
export const showGate = () => openDialog({ kind: 'mark-finished' });

/** Says that articles are finished, and offers to take it back. */
export function tellFinished(before: readonly { articleId: string; status: Reopening }[]) {
  showToast(said.done(before.length), {
    action: {
      label: words.undo,
      perform: () =>
        void attempt(async () => {
          for (const { articleId, status } of before)
            await reopen([articleId], status, said.undone);
        }),
    },
  });
}

/** Whoever finished it may have a name by now. */
function readFinishStates() {
  void queryClient.invalidateQueries({ queryKey: ['finish.state'] });
}

async function reopen(articleIds: readonly string[], status: Reopening, reason: string) {
  await call('finish.reopen', { articleIds: [...articleIds], status, reason });
  for (const articleId of articleIds) patchOpenArticle(articleId, { status });
  void queryClient.invalidateQueries({ queryKey: keys.articles });
}

/** Asks why, then reopens what is finished of these. */
export function askToReopen(articleIds: readonly string[], status: Reopening = 'draft') {
  openDialog({ kind: 'reopen', articleIds, status });
}

export function reopenArticles(
  articleIds: readonly string[],
  status: Reopening,
  reason: string,
): Promise<boolean> {
  return attempt(async () => {
    await reopen(articleIds, status, reason);
    closeDialog();
    showToast(said.reopened(articleIds.length));
  });
}

/** Asks for a correction of an article that is finished, or was once. */
export function correctArticle(articleId: string): Promise<boolean> {
  return attempt(async () => {
    const { wasFinished } = await call('finish.state', { articleId });
    if (wasFinished) openDialog({ kind: 'correction', articleId, correction: null });
    else showToast(said.notFinished);
  });
}

interface CorrectionWords {
  kind: CorrectionKind;
  text: string;
}

/** Adds a correction, or changes one where it is named. */
export function saveCorrection(
  articleId: string,
  correctionId: string | null,
  correction: CorrectionWords,
): Promise<boolean> {
  return attempt(async () => {
    if (correctionId === null) await call('corrections.add', { articleId, ...correction });
    else await call('corrections.edit', { articleId, correctionId, ...correction });
    readFinishStates();
    closeDialog();
    showToast(correctionId === null ? said.added : said.changed);
  });
}

/** Withdraws a correction; the message that says so can take it back. */
export function withdrawCorrection(articleId: string, correction: ArticleCorrection) {
  const one = { articleId, correctionId: correction.id };
  return attempt(async () => {
    await call('corrections.setWithdrawn', { ...one, withdrawn: true });
    showToast(said.withdrawn(correction.exportedAt !== null), {
      action: {
        label: words.undo,
        perform: () =>
          void attempt(() => call('corrections.setWithdrawn', { ...one, withdrawn: false })),
      },
    });
  });
}
