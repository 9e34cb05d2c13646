import type { Database } from 'better-sqlite3';
import type { Document } from '../../src-shared/document/schema';
import { parseDocument } from '../../src-shared/document/upgrade';
import { StetError } from '../../src-shared/errors';
import { sha256 } from './files';
import { prepare } from './sqlite';
import { putRow, timeOf, type Write } from './write';

/** A document as it is stored: its JSON and the hash of that JSON. */
export interface StoredDocument {
  json: string;
  sha256: string;
}

export interface WorkingCopy extends StoredDocument {
  version: number;
  savedAt: string;
}

interface DocumentRow {
  document: string;
  sha256: string;
}

export function storable(document: Document): StoredDocument {
  const json = JSON.stringify(document);
  return { json, sha256: sha256(json) };
}

/**
 * The document of an article as it was saved last. Throws `not-found`, and `library-damaged` where the
 * words on disk are not the ones that were saved (SQLite itself does not notice).
 */
export function readWorkingCopy(db: Database, articleId: string): WorkingCopy {
  const row = prepare<DocumentRow & { version: number; written_at: string }>(
    db,
    'SELECT document, version, sha256, written_at FROM working_copy WHERE article_id = ?',
  ).get(articleId);
  if (!row) throw new StetError('not-found', { articleId });
  return { ...verified(row, articleId), version: row.version, savedAt: row.written_at };
}

/** Parses stored JSON, of any version that ever shipped. */
export function openDocument(stored: StoredDocument): Document {
  return parseDocument(JSON.parse(stored.json));
}

/** What the working copy is, without reading its words; throws `not-found`. */
export function readWorkingCopyState(
  db: Database,
  articleId: string,
): { version: number; sha256: string; savedAt: string } {
  const row = prepare<{ version: number; sha256: string; savedAt: string }>(
    db,
    'SELECT version, sha256, written_at AS savedAt FROM working_copy WHERE article_id = ?',
  ).get(articleId);
  if (!row) throw new StetError('not-found', { articleId });
  return row;
}

/** Overwrites the working copy; answers when, as wall time. */
export function putWorkingCopy(
  write: Write,
  articleId: string,
  document: StoredDocument,
  version: number,
): string {
  const savedAt = timeOf(write);
  putRow(write, 'working_copy', 'article_id', {
    article_id: articleId,
    document: document.json,
    version,
    sha256: document.sha256,
  });
  return savedAt;
}

/** The stored words, if they are the ones that were written; throws `library-damaged`. */
export function verified(row: DocumentRow, articleId: string): StoredDocument {
  if (sha256(row.document) !== row.sha256) {
    throw new StetError('library-damaged', { articleId });
  }
  return { json: row.document, sha256: row.sha256 };
}
