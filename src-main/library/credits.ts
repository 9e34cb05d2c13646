import type { Database } from 'better-sqlite3';
import { generateKeyBetween } from 'fractional-indexing';
import type { Credit, CreditInput } from '../../src-shared/model/byline';
import { standingFor } from './people';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

interface CreditRow {
  id: string;
  person_id: string;
  role: Credit['role'];
  location: string | null;
  job_title: string | null;
  affiliation: string | null;
  staff: Credit['staff'];
  position: string;
  tier: Credit['tier'];
  note: string | null;
  name: string;
  kind: Credit['kind'];
  name_order: Credit['nameOrder'];
}

/** An article's credits in order, with the people's names as they are now, or were when it was finished. */
export function listCredits(db: Database, articleId: string): Credit[] {
  return rowsOf(db, articleId).map((row) => ({
    id: row.id,
    personId: row.person_id,
    role: row.role,
    location: row.location,
    jobTitle: row.job_title,
    affiliation: row.affiliation,
    staff: row.staff,
    tier: row.tier,
    note: row.note,
    name: row.name,
    kind: row.kind,
    nameOrder: row.name_order,
  }));
}

/** Replaces an article's credits. One that stays keeps its id, and its place in the order if it can. */
export function setCredits(write: Write, articleId: string, credits: readonly CreditInput[]): void {
  const left = rowsOf(write.db, articleId);
  const rows = credits.map((credit) => {
    const index = left.findIndex(
      (row) => row.person_id === credit.personId && row.role === credit.role,
    );
    return { credit, before: index < 0 ? null : (left.splice(index, 1)[0] ?? null) };
  });
  const positions = place(rows.map((row) => row.before?.position ?? null));
  for (const [index, { credit, before }] of rows.entries()) {
    const columns = {
      location: credit.location,
      job_title: credit.jobTitle,
      affiliation: credit.affiliation,
      staff: credit.staff,
      tier: credit.tier,
      note: credit.note,
      position: positions[index]!,
    };
    if (!before) {
      const identity = { id: newId(), article_id: articleId, person_id: credit.personId };
      insertRow(write, 'credit', { ...identity, role: credit.role, ...columns });
    } else if (differs(before, columns)) {
      updateRow(write, 'credit', { id: before.id }, columns, { articleId });
    }
  }
  for (const row of left) {
    updateRow(write, 'credit', { id: row.id }, { deleted_at: timeOf(write) }, { articleId });
  }
}

/** Has a credit name another person. */
export function moveCredit(
  write: Write,
  creditId: string,
  articleId: string,
  personId: string,
): void {
  updateRow(write, 'credit', { id: creditId }, { person_id: personId }, { articleId });
}

/** Keeps the names of an article's contributors as they are now, whatever they are called later; or lets go. */
export function freezeNames(write: Write, articleId: string, isFrozen: boolean): void {
  for (const { id, name } of rowsOf(write.db, articleId)) {
    updateRow(write, 'credit', { id }, { finished_name: isFrozen ? name : null }, { articleId });
  }
}

/** Fractional indexes in rising order: those that rise already stay, the others move between them. */
function place(before: readonly (string | null)[]): string[] {
  const placed: string[] = [];
  for (const [index, position] of before.entries()) {
    const last = placed.at(-1) ?? null;
    if (position !== null && (last === null || position > last)) {
      placed.push(position);
      continue;
    }
    const next = before
      .slice(index + 1)
      .find((one) => one !== null && (last === null || one > last));
    placed.push(generateKeyBetween(last, next ?? null));
  }
  return placed;
}

function differs(row: CreditRow, columns: Record<string, string | null>): boolean {
  return Object.entries(columns).some(([name, value]) => row[name as keyof CreditRow] !== value);
}

function rowsOf(db: Database, articleId: string): CreditRow[] {
  return prepare<CreditRow>(
    db,
    `SELECT credit.*, person.id AS person_id, person.kind, person.name_order,
       coalesce(credit.finished_name, person.name) AS name
     FROM credit ${standingFor('credit')}
     WHERE credit.article_id = ? AND credit.deleted_at IS NULL ORDER BY credit.position, credit.id`,
  ).all(articleId);
}
