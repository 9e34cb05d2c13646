import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { ArticleCorrection, CorrectionKind } from '../../src-shared/model/article-correction';
import { readEditorName } from './editors';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

interface Words {
  kind: CorrectionKind;
  text: string;
}

const COLUMNS =
  'id, kind, text, editor_name AS editorName, created_at AS at, exported_at AS exportedAt';

/** An article's corrections that were not withdrawn, the oldest first. */
export function listArticleCorrections(db: Database, articleId: string): ArticleCorrection[] {
  return prepare<ArticleCorrection>(
    db,
    `SELECT ${COLUMNS} FROM article_correction WHERE article_id = ? AND deleted_at IS NULL
     ORDER BY created_at, id`,
  ).all(articleId);
}

/** One of an article's corrections, withdrawn or not; throws `not-found`. */
export function readArticleCorrection(
  db: Database,
  articleId: string,
  id: string,
): ArticleCorrection {
  const row = prepare<ArticleCorrection>(
    db,
    `SELECT ${COLUMNS} FROM article_correction WHERE article_id = ? AND id = ?`,
  ).get(articleId, id);
  if (!row) throw new StetError('not-found', { articleId, correctionId: id });
  return row;
}

/** Adds a correction, signed with the editor's name of now; answers its id. */
export function addArticleCorrection(write: Write, articleId: string, words: Words): string {
  const id = newId();
  insertRow(write, 'article_correction', {
    id,
    article_id: articleId,
    ...words,
    editor_name: readEditorName(write.db),
    created_at: timeOf(write),
  });
  return id;
}

export function setArticleCorrectionWords(
  write: Write,
  articleId: string,
  id: string,
  words: Words,
): void {
  updateRow(write, 'article_correction', { id }, { ...words }, { articleId });
}

export function setArticleCorrectionWithdrawn(
  write: Write,
  articleId: string,
  id: string,
  withdrawn: boolean,
): void {
  const deleted_at = withdrawn ? timeOf(write) : null;
  updateRow(write, 'article_correction', { id }, { deleted_at }, { articleId });
}

/** Says of an article's corrections that they have gone out. */
export function markCorrectionsExported(write: Write, articleId: string): void {
  for (const { id, exportedAt } of listArticleCorrections(write.db, articleId)) {
    if (exportedAt !== null) continue;
    const exported_at = timeOf(write);
    updateRow(write, 'article_correction', { id }, { exported_at }, { articleId });
  }
}
