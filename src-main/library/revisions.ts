import type { Database } from 'better-sqlite3';
import { plainText } from '../../src-shared/document/plain-text';
import { StetError } from '../../src-shared/errors';
import type { Revision, RevisionReason } from '../../src-shared/model/revision';
import { countWords } from '../../src-shared/text/count-words';
import {
  openDocument,
  readWorkingCopy,
  readWorkingCopyState,
  type StoredDocument,
  verified,
} from './documents';
import { prepare } from './sqlite';
import { insertRow, newId, type Write } from './write';

/*
 * The states of an article that were kept. Append-only: putting an older one back is one more save of
 * the working copy, with a revision of what it took the place of.
 */

/** Finishing and reopening are to be seen in the timeline, whether a word changed or not. */
const IS_EVENT: ReadonlySet<RevisionReason> = new Set(['finish', 'reopen']);

/** When an article was finished last, and by whom; null where it never was, or by an earlier Stet. */
export function readLastFinish(
  db: Database,
  articleId: string,
): { at: string; editorName: string } | null {
  return (
    prepare<{ at: string; editorName: string }>(
      db,
      `SELECT revision.written_at AS at, editor.name AS editorName
       FROM revision JOIN editor ON editor.id = revision.editor_id
       WHERE article_id = ? AND reason = 'finish' ORDER BY revision.clock DESC LIMIT 1`,
    ).get(articleId) ?? null
  );
}

/** The newest revision, without its words. */
export function readLastRevision(
  db: Database,
  articleId: string,
): { id: string; sha256: string; at: string } | null {
  return (
    prepare<{ id: string; sha256: string; at: string }>(
      db,
      `SELECT id, sha256, written_at AS at FROM revision WHERE article_id = ?
       ORDER BY clock DESC LIMIT 1`,
    ).get(articleId) ?? null
  );
}

/**
 * Keeps the working copy as a revision and answers its id. Where the newest revision has the same
 * words, only one with a name, or one that says what happened, is kept once more; null otherwise.
 */
export function keepRevision(
  write: Write,
  articleId: string,
  reason: RevisionReason,
  name: string | null = null,
): string | null {
  const last = readLastRevision(write.db, articleId);
  const state = readWorkingCopyState(write.db, articleId);
  if (last?.sha256 === state.sha256 && name === null && !IS_EVENT.has(reason)) return null;
  const copy = readWorkingCopy(write.db, articleId);
  const id = newId();
  insertRow(write, 'revision', {
    id,
    article_id: articleId,
    supersedes: last?.id ?? null,
    reason,
    name,
    document: copy.json,
    sha256: copy.sha256,
    word_count: wordsOf(write.db, articleId, copy),
  });
  return id;
}

interface RevisionRow {
  id: string;
  reason: RevisionReason;
  name: string | null;
  editor_name: string;
  written_at: string;
  word_count: number | null;
}

/** The revisions of an article, the newest first. */
export function listRevisions(db: Database, articleId: string): Revision[] {
  return prepare<RevisionRow>(
    db,
    `SELECT revision.id, reason, revision.name, editor.name AS editor_name, revision.written_at, word_count
     FROM revision JOIN editor ON editor.id = revision.editor_id
     WHERE article_id = ? ORDER BY revision.clock DESC`,
  )
    .all(articleId)
    .map((row) => ({
      id: row.id,
      reason: row.reason,
      name: row.name,
      editorName: row.editor_name,
      at: row.written_at,
      wordCount: row.word_count ?? wordsOf(db, articleId, readRevision(db, articleId, row.id)),
    }));
}

/** The document of a revision. Throws `not-found`, and `library-damaged` where its words are not the ones that were kept. */
export function readRevision(db: Database, articleId: string, revisionId: string): StoredDocument {
  const row = prepare<{ document: string; sha256: string }>(
    db,
    'SELECT document, sha256 FROM revision WHERE article_id = ? AND id = ?',
  ).get(articleId, revisionId);
  if (!row) throw new StetError('not-found', { articleId, revisionId });
  return verified(row, articleId);
}

function wordsOf(db: Database, articleId: string, stored: StoredDocument): number {
  const language = prepare(db, 'SELECT language FROM article WHERE id = ?').pluck().get(articleId);
  return countWords(plainText(openDocument(stored)).text, String(language));
}
