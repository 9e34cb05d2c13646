import { v7 as newId } from 'uuid';
import type { CommentThread } from '../../src-shared/model/comment';
import { attempt, performUndoable } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { getShell, setShell, showTab, showToast } from '../shell';
import { commentWords as said } from '../words/comments';

/* Everything that is done to comments is a step of the article's undo. */

/** Asks for a comment on the selected words. */
export function askForComment() {
  const quote = getShell().manuscript?.commentedWords() ?? null;
  if (quote === null) {
    showToast(said.nothing);
    return;
  }
  setShell({ commentDraft: quote });
  showTab('comments');
}

/** Says who writes, where nobody has yet; false where that failed. */
export function signAs(name: string): Promise<boolean> {
  return attempt(async () => {
    if (name.trim() === '') return;
    await call('library.setEditorName', { name: name.trim() });
    await queryClient.invalidateQueries({ queryKey: keys.library });
  });
}

/** Begins a thread on the words that were selected. */
export function startComment(articleId: string, quote: string, text: string) {
  return attempt(async () => {
    const { manuscript } = getShell();
    if (!manuscript) return;
    const threadId = newId();
    const thread = { articleId, threadId };
    await manuscript.startComment(threadId, {
      label: said.actions.start,
      perform: async () => void (await call('comments.start', { ...thread, quote, text })),
      undo: async () =>
        void (await call('comments.setRemoved', { ...thread, commentId: null, removed: true })),
    });
    setShell({ commentDraft: null, selectedCommentId: threadId });
  });
}

export function replyTo({ articleId, threadId }: Where, text: string) {
  const where = { articleId, threadId, commentId: newId() };
  let isThere = false;
  return performUndoable({
    label: said.actions.reply,
    async perform() {
      if (isThere) await call('comments.setRemoved', { ...where, removed: false });
      else await call('comments.reply', { ...where, text });
      isThere = true;
    },
    undo: async () => void (await call('comments.setRemoved', { ...where, removed: true })),
  });
}

export function changeComment(where: Where, commentId: string, text: string) {
  let previous = text;
  return performUndoable({
    label: said.actions.edit,
    async perform() {
      previous = (await call('comments.edit', { ...where, commentId, text })).previous;
    },
    undo: async () => void (await call('comments.edit', { ...where, commentId, text: previous })),
  });
}

export function setResolved(where: Where, resolved: boolean) {
  return performUndoable({
    label: resolved ? said.actions.resolve : said.actions.reopen,
    perform: async () => void (await call('comments.setResolved', { ...where, resolved })),
    undo: async () => void (await call('comments.setResolved', { ...where, resolved: !resolved })),
  });
}

/** Deletes a comment; the first of a thread takes the thread along. */
export function removeComment(articleId: string, thread: CommentThread, commentId: string) {
  const where = { articleId, threadId: thread.id };
  const isFirst = thread.comments[0]?.id === commentId;
  const set = async (removed: boolean) =>
    void (await call('comments.setRemoved', {
      ...where,
      commentId: isFirst ? null : commentId,
      removed,
    }));
  const action = {
    label: said.actions.remove,
    perform: () => set(true),
    undo: () => set(false),
  };
  const { manuscript } = getShell();
  return isFirst && manuscript
    ? attempt(() => manuscript.removeComment(thread.id, action))
    : performUndoable(action);
}

export interface Where {
  articleId: string;
  threadId: string;
}
