import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { PersonDetails, PersonSummary } from '../../src-shared/model/person';
import { isCurrent } from './current';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

export interface StoredPerson extends PersonDetails {
  id: string;
  isDeleted: boolean;
}

interface PersonRow {
  id: string;
  name: string;
  kind: PersonDetails['kind'];
  role: string | null;
  affiliation: string | null;
  url: string | null;
  deleted_at: string | null;
}

const fromRow = (row: PersonRow): StoredPerson => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  role: row.role,
  affiliation: row.affiliation,
  url: row.url,
  isDeleted: row.deleted_at !== null,
});

/** In how many live quotations and credits of live articles each person is named. */
const USES = `
  SELECT speaker.person_id, 1 AS quotations, 0 AS credits
  FROM speaker_assignment AS speaker
  JOIN quotation ON quotation.id = speaker.quotation_id
    AND quotation.article_id = speaker.article_id AND quotation.deleted_at IS NULL
  JOIN article ON article.id = quotation.article_id AND article.deleted_at IS NULL
  WHERE speaker.person_id IS NOT NULL AND ${isCurrent('speaker_assignment', 'speaker')}
  UNION ALL
  SELECT credit.person_id, 0, 1 FROM credit
  JOIN article ON article.id = credit.article_id AND article.deleted_at IS NULL
  WHERE credit.deleted_at IS NULL`;

/** People that were not removed, by name. */
export function listPeople(db: Database): PersonSummary[] {
  const rows = prepare<PersonRow & { quotations: number; credits: number }>(
    db,
    `SELECT person.*, coalesce(sum(uses.quotations), 0) AS quotations,
       coalesce(sum(uses.credits), 0) AS credits
     FROM person LEFT JOIN (${USES}) AS uses ON uses.person_id = person.id
     WHERE person.deleted_at IS NULL GROUP BY person.id`,
  ).all();
  return rows
    .map((row) => {
      const { isDeleted: _, ...person } = fromRow(row);
      return { ...person, quotationCount: row.quotations, creditCount: row.credits };
    })
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** A person, also a removed one; throws `not-found`. */
export function readPerson(db: Database, id: string): StoredPerson {
  const row = prepare<PersonRow>(db, 'SELECT * FROM person WHERE id = ?').get(id);
  if (!row) throw new StetError('not-found', { personId: id });
  return fromRow(row);
}

/** True while a credit or a quotation of a live article names the person. */
export function isPersonInUse(db: Database, id: string): boolean {
  return prepare(db, `SELECT 1 FROM (${USES}) WHERE person_id = ? LIMIT 1`).get(id) !== undefined;
}

/** The articles that name a person, as speaker or contributor. */
export function articlesNaming(db: Database, personId: string): string[] {
  return prepare(
    db,
    `SELECT article_id FROM speaker_assignment WHERE person_id = @id
     UNION SELECT article_id FROM credit WHERE person_id = @id AND deleted_at IS NULL`,
  )
    .pluck()
    .all({ id: personId }) as string[];
}

export function addPerson(write: Write, details: PersonDetails): string {
  const id = newId();
  insertRow(write, 'person', { id, ...details, created_at: timeOf(write) });
  return id;
}

export function updatePerson(
  write: Write,
  id: string,
  changes: Partial<PersonDetails> & { isDeleted?: boolean },
): void {
  const { isDeleted, ...details } = changes;
  updateRow(
    write,
    'person',
    { id },
    {
      ...details,
      ...(isDeleted === undefined ? {} : { deleted_at: isDeleted ? timeOf(write) : null }),
    },
  );
}

/** People of a name (upper and lower case do not count) that were not removed, the oldest first. */
export function findPeopleNamed(db: Database, name: string): StoredPerson[] {
  const wanted = fold(name);
  return prepare<PersonRow>(db, 'SELECT * FROM person WHERE deleted_at IS NULL ORDER BY id')
    .all()
    .filter((row) => fold(row.name) === wanted)
    .map(fromRow);
}

function fold(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
