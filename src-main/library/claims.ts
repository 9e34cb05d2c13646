import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import type { ClaimReading } from '../../src-shared/model/claim';
import type { Check } from '../../src-shared/model/quotation';
import { isCurrent } from './current';
import { readJson } from './json';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

const PartsSchema = v.array(v.object({ start: v.number(), end: v.number() }));

export interface StoredClaim extends ClaimReading {
  articleId: string;
  isDeleted: boolean;
}

interface ClaimRow {
  id: string;
  article_id: string;
  deleted_at: string | null;
  text: string;
  ordinal: number;
  parts: string;
}

/** All claims that an article ever had, deleted ones included, in the order of the text. */
export function listAllClaims(db: Database, articleId: string): StoredClaim[] {
  return prepare<ClaimRow>(db, 'SELECT * FROM claim WHERE article_id = ? ORDER BY ordinal')
    .all(articleId)
    .map((row) => ({
      id: row.id,
      articleId: row.article_id,
      isDeleted: row.deleted_at !== null,
      text: row.text,
      ordinal: row.ordinal,
      parts: readJson(PartsSchema, row.parts),
    }));
}

/** The claims of an article's text, in its order. */
export function listClaims(db: Database, articleId: string): StoredClaim[] {
  return listAllClaims(db, articleId).filter(({ isDeleted }) => !isDeleted);
}

/** A claim of the article's text; throws `not-found`. */
export function readClaim(db: Database, articleId: string, id: string): StoredClaim {
  const claim = listClaims(db, articleId).find((one) => one.id === id);
  if (!claim) throw new StetError('not-found', { claimId: id });
  return claim;
}

/**
 * Brings the claims in line with what the document says: new ones are added, changed ones follow their
 * words, those that left the text are deleted softly, and undo brings them back with all that is known.
 */
export function reconcileClaims(
  write: Write,
  articleId: string,
  readings: readonly ClaimReading[],
): void {
  const left = new Map(listAllClaims(write.db, articleId).map((row) => [row.id, row]));
  for (const read of readings) {
    const row = left.get(read.id);
    left.delete(read.id);
    const columns = {
      text: read.text,
      ordinal: read.ordinal,
      parts: JSON.stringify(read.parts),
    };
    const key = { id: read.id, article_id: articleId };
    if (!row) insertRow(write, 'claim', { ...key, ...columns });
    else if (row.isDeleted || row.text !== read.text || row.ordinal !== read.ordinal) {
      updateRow(write, 'claim', key, { ...columns, deleted_at: null });
    } else if (JSON.stringify(row.parts) !== columns.parts) {
      // It was moved by what stands before it: nobody's change.
      prepare(write.db, 'UPDATE claim SET parts = ? WHERE id = ? AND article_id = ?').run(
        columns.parts,
        read.id,
        articleId,
      );
    }
  }
  for (const row of left.values()) {
    if (row.isDeleted) continue;
    updateRow(write, 'claim', { id: row.id, article_id: articleId }, { deleted_at: timeOf(write) });
  }
}

/** What a word was signed for: hashes of the claim's and the passage's words (null: unlinked). */
export interface CheckedClaim {
  claimSha256: string;
  passageSha256: string | null;
}

export interface StoredClaimCheck extends Check, CheckedClaim {
  claimId: string;
  /** When it was signed, by the logical clock. */
  clock: string;
}

/** The newest check of each claim, lapsed ones included, without those that were taken back. */
export function readClaimChecks(db: Database, articleId: string): Map<string, StoredClaimCheck> {
  const rows = prepare<StoredClaimCheck>(
    db,
    `SELECT signed.claim_id AS claimId, signed.kind, signed.reason,
       signed.editor_name AS editorName, signed.written_at AS at,
       signed.claim_sha256 AS claimSha256, signed.passage_sha256 AS passageSha256, signed.clock
     FROM claim_check AS signed
     WHERE signed.article_id = ? AND signed.kind <> 'withdrawn'
       AND ${isCurrent('claim_check', 'signed', ['main'], 'claim_id')}`,
  ).all(articleId);
  return new Map(rows.map((check) => [check.claimId, check]));
}

/** Signs a claim, or takes the word back (`withdrawn`). */
export function addClaimCheck(
  write: Write,
  articleId: string,
  claimId: string,
  check: CheckedClaim & {
    kind: Check['kind'] | 'withdrawn';
    reason: string | null;
    editorName: string;
  },
): void {
  const supersedes = prepare(
    write.db,
    'SELECT id FROM claim_check WHERE article_id = ? AND claim_id = ? ORDER BY clock DESC LIMIT 1',
  )
    .pluck()
    .get(articleId, claimId) as string | undefined;
  insertRow(write, 'claim_check', {
    id: newId(),
    article_id: articleId,
    claim_id: claimId,
    kind: check.kind,
    reason: check.reason,
    editor_name: check.editorName,
    claim_sha256: check.claimSha256,
    passage_sha256: check.passageSha256,
    supersedes: supersedes ?? null,
  });
}

/** The sentences of an article that need no source, as an editor said. */
export function listDismissedWords(db: Database, articleId: string): string[] {
  return prepare(
    db,
    'SELECT DISTINCT words FROM claim_dismissal WHERE article_id = ? AND deleted_at IS NULL',
  )
    .pluck()
    .all(articleId) as string[];
}

export function setWordsDismissed(
  write: Write,
  articleId: string,
  words: string,
  isDismissed: boolean,
): void {
  const standing = prepare(
    write.db,
    'SELECT id FROM claim_dismissal WHERE article_id = ? AND words = ? AND deleted_at IS NULL',
  )
    .pluck()
    .all(articleId, words) as string[];
  if (isDismissed && standing.length === 0) {
    insertRow(write, 'claim_dismissal', { id: newId(), article_id: articleId, words });
  }
  if (isDismissed) return;
  for (const id of standing) {
    updateRow(write, 'claim_dismissal', { id }, { deleted_at: timeOf(write) }, { articleId });
  }
}
