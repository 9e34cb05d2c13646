import type { Database } from 'better-sqlite3';
import type { Check } from '../../src-shared/model/quotation';
import type { Verdict } from '../../src-shared/model/verdict';
import { isCurrent } from './current';
import { prepare } from './sqlite';
import { insertRow, newId, type Write } from './write';

/** What a word was signed for: hashes of the quotation's and the passage's words (null: unlinked). */
export interface CheckedTexts {
  quotationSha256: string;
  passageSha256: string | null;
}

export interface StoredCheck extends Check, CheckedTexts {
  quotationId: string;
  /** When it was signed, by the logical clock. */
  clock: string;
}

/** The newest check of each quotation, lapsed ones included, without those that were taken back. */
export function readChecks(db: Database, articleId: string): Map<string, StoredCheck> {
  const rows = prepare<StoredCheck>(
    db,
    `SELECT signed.quotation_id AS quotationId, signed.kind, signed.reason,
       signed.editor_name AS editorName, signed.written_at AS at,
       signed.quotation_sha256 AS quotationSha256, signed.passage_sha256 AS passageSha256, signed.clock
     FROM quotation_check AS signed
     WHERE signed.article_id = ? AND signed.kind <> 'withdrawn'
       AND ${isCurrent('quotation_check', 'signed')}`,
  ).all(articleId);
  return new Map(rows.map((check) => [check.quotationId, check]));
}

/** Signs a quotation, or takes the word back (`withdrawn`). */
export function addCheck(
  write: Write,
  articleId: string,
  quotationId: string,
  check: CheckedTexts & {
    kind: Check['kind'] | 'withdrawn';
    reason: string | null;
    editorName: string;
    verdict: Verdict;
  },
): void {
  const supersedes = prepare(
    write.db,
    `SELECT id FROM quotation_check WHERE article_id = ? AND quotation_id = ?
     ORDER BY clock DESC LIMIT 1`,
  )
    .pluck()
    .get(articleId, quotationId) as string | undefined;
  insertRow(write, 'quotation_check', {
    id: newId(),
    article_id: articleId,
    quotation_id: quotationId,
    kind: check.kind,
    reason: check.reason,
    editor_name: check.editorName,
    verdict: check.verdict,
    quotation_sha256: check.quotationSha256,
    passage_sha256: check.passageSha256,
    supersedes: supersedes ?? null,
  });
}
