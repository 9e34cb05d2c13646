import type { Document } from '../../src-shared/document/schema';
import type { Revision } from '../../src-shared/model/revision';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { closeDialog, getShell, openDialog, showToast } from '../shell';
import { revisionWords } from '../words/revisions';

/** Shows the revisions, once the last words are saved. */
export async function openRevisions() {
  const { opened, manuscript } = getShell();
  if (!opened || !manuscript) return;
  await manuscript.flush();
  await queryClient.invalidateQueries({ queryKey: keys.revisions(opened.articleId) });
  openDialog({ kind: 'revisions' });
}

/** Puts a revision in place of the article's text, which is kept as one more revision before that. */
export function restoreRevision(articleId: string, revision: Revision, document: Document) {
  return attempt(async () => {
    const { manuscript } = getShell();
    if (!manuscript) return;
    await manuscript.flush();
    await call('revisions.keep', { articleId, reason: 'restore', name: null });
    closeDialog();
    manuscript.restore(document);
    await manuscript.flush();
    showToast(revisionWords.restored(revision));
  });
}

/** Keeps the article as it is now under a name. */
export async function keepRevision(articleId: string, name: string) {
  await getShell().manuscript?.flush();
  await call('revisions.keep', { articleId, reason: 'named', name });
  showToast(revisionWords.kept(name));
}

/** Keeps the article as it is before many of its words are replaced. Where that fails it is said, and the words are replaced all the same: undo has them. */
export async function keepBeforeReplacing(articleId: string) {
  await attempt(async () => {
    await getShell().manuscript?.flush();
    await call('revisions.keep', { articleId, reason: 'replace', name: null });
  });
}
