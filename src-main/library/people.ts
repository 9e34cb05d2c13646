import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import {
  OtherNameSchema,
  type PersonDetails,
  type PersonNames,
  type PersonSummary,
} from '../../src-shared/model/person';
import { foldName } from '../../src-shared/people/fold-name';
import { sortNameOf } from '../../src-shared/people/sort-name';
import { isCurrent } from './current';
import { readJson } from './json';
import { prepare } from './sqlite';
import { insertRow, newId, type Row, timeOf, updateRow, type Write } from './write';

/** What of a person lies in the file that may be shared one day. */
export type SharedDetails = PersonDetails & PersonNames;
/** Some of it; what is undefined is left as it is. */
type Some<T> = { [K in keyof T]?: T[K] | undefined };

export interface StoredPerson extends SharedDetails {
  id: string;
  /** The person that this one was merged into. */
  standsAs: string | null;
  isDeleted: boolean;
}

interface PersonRow {
  id: string;
  name: string;
  kind: PersonDetails['kind'];
  role: string | null;
  affiliation: string | null;
  url: string | null;
  other_names: string;
  sort_name: string | null;
  name_order: PersonNames['nameOrder'];
  is_pseudonym: number;
  links: string;
  stands_as: string | null;
  deleted_at: string | null;
}

const fromRow = (row: PersonRow): StoredPerson => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  role: row.role,
  affiliation: row.affiliation,
  url: row.url,
  otherNames: row.other_names === '[]' ? [] : readJson(v.array(OtherNameSchema), row.other_names),
  sortName: row.sort_name,
  nameOrder: row.name_order,
  isPseudonym: row.is_pseudonym === 1,
  links: row.links === '[]' ? [] : readJson(v.array(v.string()), row.links),
  standsAs: row.stands_as,
  isDeleted: row.deleted_at !== null,
});

/** SQL: the person that `alias` is or was merged into, as `person`. */
export function standingFor(alias: string): string {
  return `JOIN main.person AS named_person ON named_person.id = ${alias}.person_id
    JOIN main.person ON person.id = coalesce(named_person.stands_as, named_person.id)`;
}

/** In how many live quotations and credits of live articles each person is named. */
const USES = `
  SELECT person.id AS person_id, 1 AS quotations, 0 AS credits
  FROM speaker_assignment AS speaker
  JOIN quotation ON quotation.id = speaker.quotation_id
    AND quotation.article_id = speaker.article_id AND quotation.deleted_at IS NULL
  JOIN article ON article.id = quotation.article_id AND article.deleted_at IS NULL
  ${standingFor('speaker')}
  WHERE ${isCurrent('speaker_assignment', 'speaker')}
  UNION ALL
  SELECT person.id, 0, 1 FROM credit
  JOIN article ON article.id = credit.article_id AND article.deleted_at IS NULL
  ${standingFor('credit')}
  WHERE credit.deleted_at IS NULL`;

/** People that were not removed nor merged into others, by their sort names. */
export function listPeople(db: Database): PersonSummary[] {
  const rows = prepare<PersonRow & { quotations: number; credits: number }>(
    db,
    `SELECT person.*, coalesce(sum(uses.quotations), 0) AS quotations,
       coalesce(sum(uses.credits), 0) AS credits
     FROM person LEFT JOIN (${USES}) AS uses ON uses.person_id = person.id
     WHERE person.deleted_at IS NULL AND person.stands_as IS NULL GROUP BY person.id`,
  ).all();
  const mergedNames = namesOfMerged(db);
  const { compare } = new Intl.Collator();
  return rows
    .map((row) => {
      const { isDeleted: _, standsAs: __, ...person } = fromRow(row);
      const summary = {
        ...person,
        mergedNames: mergedNames.get(row.id) ?? [],
        quotationCount: row.quotations,
        creditCount: row.credits,
      };
      return { summary, sortName: sortNameOf(person) };
    })
    .sort((a, b) => compare(a.sortName, b.sortName) || (a.summary.id < b.summary.id ? -1 : 1))
    .map(({ summary }) => summary);
}

/** What the records are called that were merged into each person, each name once. */
function namesOfMerged(db: Database): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const rows = prepare<PersonRow & { stands_as: string }>(
    db,
    'SELECT * FROM person WHERE stands_as IS NOT NULL ORDER BY id',
  ).all();
  for (const row of rows) {
    const names = found.get(row.stands_as) ?? [];
    const { name, otherNames } = fromRow(row);
    for (const one of [name, ...otherNames.map((other) => other.name)]) {
      if (!names.includes(one)) names.push(one);
    }
    found.set(row.stands_as, names);
  }
  return found;
}

/** Every name that a person is known by, as credited first; those of merged records too. */
export function namesOf(db: Database, personId: string): string[] {
  const rows = prepare<PersonRow>(
    db,
    'SELECT * FROM person WHERE id = @id OR stands_as = @id ORDER BY stands_as IS NOT NULL, id',
  ).all({ id: personId });
  const names = rows
    .map(fromRow)
    .flatMap(({ name, otherNames }) => [name, ...otherNames.map((one) => one.name)]);
  return [...new Set(names)];
}

/** A person, also a removed or a merged one; throws `not-found`. */
export function readPerson(db: Database, id: string): StoredPerson {
  const row = prepare<PersonRow>(db, 'SELECT * FROM person WHERE id = ?').get(id);
  if (!row) throw new StetError('not-found', { personId: id });
  return fromRow(row);
}

/** The person that an id stands for now: itself, or the one that it was merged into; throws `not-found`. */
export function standingPerson(db: Database, id: string): StoredPerson {
  const person = readPerson(db, id);
  return person.standsAs === null ? person : readPerson(db, person.standsAs);
}

/** True while a credit or a quotation of a live article names the person. */
export function isPersonInUse(db: Database, id: string): boolean {
  return prepare(db, `SELECT 1 FROM (${USES}) WHERE person_id = ? LIMIT 1`).get(id) !== undefined;
}

/** The articles that name a person, or a record merged into it, as speaker or contributor. */
export function articlesNaming(db: Database, personId: string): string[] {
  const ids = 'SELECT id FROM person WHERE id = @id OR stands_as = @id';
  return prepare(
    db,
    `SELECT article_id FROM speaker_assignment WHERE person_id IN (${ids})
     UNION SELECT article_id FROM credit WHERE person_id IN (${ids}) AND deleted_at IS NULL`,
  )
    .pluck()
    .all({ id: personId }) as string[];
}

/** Adds a person of whom no more than the name may be known. */
export function addPerson(write: Write, details: PersonDetails & Some<PersonNames>): string {
  const id = newId();
  insertRow(write, 'person', { id, ...columnsOf(details), created_at: timeOf(write) });
  return id;
}

export function updatePerson(
  write: Write,
  id: string,
  { isDeleted, ...details }: Some<SharedDetails> & { isDeleted?: boolean },
): void {
  const deleted = isDeleted === undefined ? {} : { deleted_at: isDeleted ? timeOf(write) : null };
  updateRow(write, 'person', { id }, { ...columnsOf(details), ...deleted });
}

/** Only what is given. */
function columnsOf(details: Some<SharedDetails>): Row {
  const { name, kind, role, affiliation, url, otherNames, sortName, nameOrder } = details;
  const { isPseudonym, links } = details;
  const columns: Record<string, Row[string] | undefined> = {
    name,
    kind,
    role,
    affiliation,
    url,
    other_names: otherNames && JSON.stringify(otherNames),
    sort_name: sortName,
    name_order: nameOrder,
    is_pseudonym: isPseudonym === undefined ? undefined : Number(isPseudonym),
    links: links && JSON.stringify(links),
  };
  return Object.fromEntries(
    Object.entries(columns).filter((one): one is [string, Row[string]] => one[1] !== undefined),
  );
}

/**
 * People that go by a name (case and accents do not count) and were not removed: those who are
 * credited so, and where there are none, those who have it among their other names; the oldest first.
 */
export function findPeopleNamed(db: Database, name: string): StoredPerson[] {
  const wanted = foldName(name);
  const people = prepare<PersonRow>(db, 'SELECT * FROM person WHERE deleted_at IS NULL ORDER BY id')
    .all()
    .map(fromRow);
  const credited = people.filter((one) => foldName(one.name) === wanted && one.standsAs === null);
  if (credited.length > 0) return credited;
  const ids = people
    .filter((one) => [one, ...one.otherNames].some((other) => foldName(other.name) === wanted))
    .map((one) => one.standsAs ?? one.id);
  return people.filter(({ id }) => ids.includes(id));
}
