import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { CommentThread } from '../../src-shared/model/comment';
import { readEditorName } from './editors';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

interface ThreadRow {
  id: string;
  quote: string;
  resolved_at: string | null;
  resolved_by: string | null;
}

interface CommentRow {
  id: string;
  thread_id: string;
  text: string;
  editor_name: string;
  created_at: string;
  edited_at: string | null;
}

/** The threads on an article that were not removed, in the order in which they were begun. */
export function listThreads(db: Database, articleId: string): CommentThread[] {
  const comments = prepare<CommentRow>(
    db,
    `SELECT comment.* FROM comment JOIN comment_thread AS thread ON thread.id = comment.thread_id
     WHERE thread.article_id = ? AND comment.deleted_at IS NULL ORDER BY comment.created_at, comment.id`,
  ).all(articleId);
  return prepare<ThreadRow>(
    db,
    'SELECT * FROM comment_thread WHERE article_id = ? AND deleted_at IS NULL ORDER BY id',
  )
    .all(articleId)
    .map((row) => ({
      id: row.id,
      quote: row.quote,
      comments: comments
        .filter(({ thread_id }) => thread_id === row.id)
        .map((comment) => ({
          id: comment.id,
          text: comment.text,
          editorName: comment.editor_name,
          at: comment.created_at,
          editedAt: comment.edited_at,
        })),
      resolved:
        row.resolved_at === null
          ? null
          : { editorName: row.resolved_by ?? '', at: row.resolved_at },
    }));
}

/** True for a thread of the article, also a removed one. */
export function hasThread(db: Database, articleId: string, threadId: string): boolean {
  const found = prepare(db, 'SELECT 1 FROM comment_thread WHERE article_id = ? AND id = ?').get(
    articleId,
    threadId,
  );
  return found !== undefined;
}

export function addThread(write: Write, articleId: string, threadId: string, quote: string): void {
  insertRow(write, 'comment_thread', { id: threadId, article_id: articleId, quote });
}

export function addComment(
  write: Write,
  threadId: string,
  text: string,
  commentId: string = newId(),
): void {
  insertRow(write, 'comment', {
    id: commentId,
    thread_id: threadId,
    text,
    editor_name: readEditorName(write.db),
    created_at: timeOf(write),
  });
}

/** What a comment of a thread says, also a removed one; throws `not-found`. */
export function readCommentText(db: Database, threadId: string, commentId: string): string {
  const text = prepare(db, 'SELECT text FROM comment WHERE thread_id = ? AND id = ?')
    .pluck()
    .get(threadId, commentId) as string | undefined;
  if (text === undefined) throw new StetError('not-found', { commentId });
  return text;
}

export function setCommentText(write: Write, commentId: string, text: string): void {
  updateRow(write, 'comment', { id: commentId }, { text, edited_at: timeOf(write) });
}

export function setCommentRemoved(write: Write, commentId: string, isRemoved: boolean): void {
  const deleted_at = isRemoved ? timeOf(write) : null;
  updateRow(write, 'comment', { id: commentId }, { deleted_at });
}

export function setThreadRemoved(write: Write, threadId: string, isRemoved: boolean): void {
  const deleted_at = isRemoved ? timeOf(write) : null;
  updateRow(write, 'comment_thread', { id: threadId }, { deleted_at });
}

export function setThreadResolved(write: Write, threadId: string, isResolved: boolean): void {
  const changes = isResolved
    ? { resolved_at: timeOf(write), resolved_by: readEditorName(write.db) }
    : { resolved_at: null, resolved_by: null };
  updateRow(write, 'comment_thread', { id: threadId }, changes);
}
