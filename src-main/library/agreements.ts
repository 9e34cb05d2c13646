import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { Agreement } from '../../src-shared/model/note';
import { prepare } from './sqlite';
import { type Home, insertRow, timeOf, updateRow, type Write } from './write';

interface AgreementRow {
  id: string;
  source_id: string;
  speaker: string;
  consent: Agreement['consent'];
  terms: string | null;
  agreed_on: string | null;
  withdrawn_on: string | null;
  withdrawal_reason: string | null;
  deleted_at: string | null;
}

/** What was agreed about a source and not removed, in the order in which it was noted. */
export function listAgreements(db: Database, source: { id: string; home: Home }): Agreement[] {
  return prepare<AgreementRow>(
    db,
    `SELECT * FROM ${source.home}.agreement WHERE source_id = ? AND deleted_at IS NULL ORDER BY id`,
  )
    .all(source.id)
    .map((row) => ({
      id: row.id,
      speaker: row.speaker,
      consent: row.consent,
      terms: row.terms,
      agreedOn: row.agreed_on,
      withdrawnOn: row.withdrawn_on,
      withdrawalReason: row.withdrawal_reason,
    }));
}

/** Adds an agreement, or changes the one of this id, also a removed one. */
export function putAgreement(
  write: Write,
  source: { id: string; home: Home },
  agreement: Agreement,
): void {
  const { id } = agreement;
  const known = prepare<Pick<AgreementRow, 'source_id'>>(
    write.db,
    `SELECT source_id FROM ${source.home}.agreement WHERE id = ?`,
  ).get(id);
  if (known && known.source_id !== source.id) throw new StetError('not-found', { id });
  const columns = {
    speaker: agreement.speaker,
    consent: agreement.consent,
    terms: agreement.terms,
    agreed_on: agreement.agreedOn,
    withdrawn_on: agreement.withdrawnOn,
    withdrawal_reason: agreement.withdrawalReason,
    deleted_at: null,
  };
  if (known) updateRow(write, 'agreement', { id }, columns, { home: source.home });
  else insertRow(write, 'agreement', { id, source_id: source.id, ...columns }, source.home);
}

export function removeAgreement(write: Write, home: Home, id: string): void {
  updateRow(write, 'agreement', { id }, { deleted_at: timeOf(write) }, { home });
}
