import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import {
  AttributionSchema,
  type QuotationReading,
  QuotationViewSchema,
} from '../../src-shared/model/quotation';
import type { Verdict } from '../../src-shared/model/verdict';
import { readJson, readJsonOrNull } from './json';
import { prepare } from './sqlite';
import { insertRow, timeOf, updateRow, type Write } from './write';

const PartsSchema = v.array(v.object({ start: v.number(), end: v.number(), text: v.string() }));
const SuggestionSchema = QuotationViewSchema.entries.suggestion;

export interface StoredQuotation extends QuotationReading {
  articleId: string;
  dismissed: boolean;
  isDeleted: boolean;
  /** As computed last. */
  verdict: Verdict;
  settled: boolean;
}

interface QuotationRow {
  id: string;
  article_id: string;
  dismissed: number;
  deleted_at: string | null;
  kind: QuotationReading['kind'];
  text: string;
  ordinal: number;
  parts: string;
  attribution: string | null;
  suggestion: string | null;
  verdict: Verdict;
  settled: number;
}

/** All quotations that an article ever had, deleted ones included, in the order of the text. */
export function listAllQuotations(db: Database, articleId: string): StoredQuotation[] {
  return prepare<QuotationRow>(db, 'SELECT * FROM quotation WHERE article_id = ? ORDER BY ordinal')
    .all(articleId)
    .map(fromRow);
}

/** The quotations of an article's text, in its order. */
export function listQuotations(db: Database, articleId: string): StoredQuotation[] {
  return prepare<QuotationRow>(
    db,
    `SELECT * FROM quotation WHERE article_id = ? AND deleted_at IS NULL ORDER BY ordinal`,
  )
    .all(articleId)
    .map(fromRow);
}

/** A quotation of the article's text; throws `not-found`. */
export function readQuotation(db: Database, articleId: string, id: string): StoredQuotation {
  const row = prepare<QuotationRow>(
    db,
    'SELECT * FROM quotation WHERE id = ? AND article_id = ? AND deleted_at IS NULL',
  ).get(id, articleId);
  if (!row) throw new StetError('not-found', { quotationId: id });
  return fromRow(row);
}

/** Whether an editor said that this is not a quotation; false for one that the library does not know. */
export function isDismissed(db: Database, articleId: string, id: string): boolean {
  const dismissed = prepare(db, 'SELECT dismissed FROM quotation WHERE id = ? AND article_id = ?')
    .pluck()
    .get(id, articleId);
  return dismissed === 1;
}

/** Open quotations of all articles that are not in the bin, newest article first, at most `limit`. */
export function listOpenQuotations(db: Database, limit: number): StoredQuotation[] {
  return prepare<QuotationRow>(
    db,
    `SELECT quotation.* FROM quotation
     JOIN article ON article.id = quotation.article_id AND article.deleted_at IS NULL
     WHERE quotation.deleted_at IS NULL AND quotation.dismissed = 0 AND quotation.settled = 0
     ORDER BY article.clock DESC, quotation.ordinal LIMIT ?`,
  )
    .all(limit)
    .map(fromRow);
}

export function addQuotation(write: Write, articleId: string, read: QuotationReading): void {
  insertRow(write, 'quotation', {
    id: read.id,
    article_id: articleId,
    dismissed: 0,
    ...readColumns(read),
    verdict: 'unlinked',
    settled: 0,
  });
}

/** Changes what a person decides, or that the quotation left or came back to the text. */
export function updateQuotation(
  write: Write,
  quotation: { id: string; articleId: string },
  changes: { dismissed?: boolean; isDeleted?: boolean; read?: QuotationReading },
): void {
  updateRow(
    write,
    'quotation',
    { id: quotation.id, article_id: quotation.articleId },
    {
      ...(changes.read ? readColumns(changes.read) : {}),
      ...(changes.dismissed === undefined ? {} : { dismissed: Number(changes.dismissed) }),
      ...(changes.isDeleted === undefined
        ? {}
        : { deleted_at: changes.isDeleted ? timeOf(write) : null }),
    },
  );
}

/** Derived columns alone: nobody's change, so not signed and not announced. */
export function putReading(
  write: Write,
  quotation: { id: string; articleId: string },
  read: QuotationReading,
): void {
  const columns = readColumns(read);
  prepare(
    write.db,
    `UPDATE quotation SET ${Object.keys(columns).map((name) => `${name} = ?`)}
     WHERE id = ? AND article_id = ?`,
  ).run(...Object.values(columns), quotation.id, quotation.articleId);
}

/** Keeps the verdict that was computed, for the lists. */
export function putVerdict(
  write: Write,
  quotation: { id: string; articleId: string },
  verdict: Verdict,
  settled: boolean,
): void {
  prepare(
    write.db,
    'UPDATE quotation SET verdict = ?, settled = ? WHERE id = ? AND article_id = ?',
  ).run(verdict, Number(settled), quotation.id, quotation.articleId);
}

function readColumns(read: QuotationReading) {
  return {
    kind: read.kind,
    text: read.text,
    ordinal: read.ordinal,
    parts: JSON.stringify(read.parts),
    attribution: read.attribution && JSON.stringify(read.attribution),
    suggestion: read.suggestion && JSON.stringify(read.suggestion),
  };
}

function fromRow(row: QuotationRow): StoredQuotation {
  return {
    id: row.id,
    articleId: row.article_id,
    dismissed: row.dismissed === 1,
    isDeleted: row.deleted_at !== null,
    kind: row.kind,
    text: row.text,
    ordinal: row.ordinal,
    parts: readJson(PartsSchema, row.parts),
    attribution: readJsonOrNull(AttributionSchema, row.attribution),
    suggestion: readJsonOrNull(SuggestionSchema, row.suggestion),
    verdict: row.verdict,
    settled: row.settled === 1,
  };
}
