import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { BundleRows } from './bundle-read';
import { sameStyleHere, withFreeName } from './bundle-styles';
import { BUNDLE_TABLES, UNSIGNED } from './bundle-tables';
import { indexNewVersion } from './matching/documents';
import { readCurrentVersion } from './sources';
import { prepare } from './sqlite';
import { HOMES, insertRow, newId, type Row, type Value, type Write } from './write';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const IDS_WITHIN = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const HASH = /^[0-9a-f]{64}$/;
/** Keys that are one within their article, or hashes of what they name. */
const NOT_RENAMED = new Set([
  'quotation',
  'claim',
  'working_copy',
  'source_text',
  'original',
  'editor',
]);

/** Throws `bundle-damaged` unless the rows have the form of their tables and refer to each other alone. */
export function checkRows(db: Database, rows: BundleRows, articleId: string): void {
  const keys = new Map<string, Set<unknown>>();
  for (const { name, key } of BUNDLE_TABLES) {
    const all = (rows[name] ?? []).map((row) => row[key]);
    keys.set(name, new Set(all));
    if (all.length !== keys.get(name)?.size) refuse(name);
    const form = key === 'sha256' ? HASH : ID;
    if (!all.every((one) => typeof one === 'string' && form.test(one))) refuse(name);
  }
  if (Object.keys(rows).some((name) => !keys.has(name))) refuse('table');
  if (rows.article?.length !== 1 || rows.working_copy?.length !== 1) refuse('article');
  if (!keys.get('article')?.has(articleId)) refuse('article');
  for (const { name, columns, refers } of BUNDLE_TABLES) {
    const expected = UNSIGNED.has(name) ? columns : [...columns, 'editor_id', 'written_at'];
    const types = new Map(
      prepare<{ name: string; type: string; notnull: number }>(
        db,
        'SELECT name, type, "notnull" FROM pragma_table_info(?)',
      )
        .all(name)
        .map((one) => [one.name, one]),
    );
    for (const row of rows[name] ?? []) {
      // A bundle of an earlier Stet has no word for what came later.
      const isSpare = (column: string) => column in row || types.get(column)?.notnull === 0;
      if (!expected.every(isSpare)) refuse(name);
      if (!Object.keys(row).every((column) => expected.includes(column))) refuse(name);
      for (const [column, value] of Object.entries(row)) {
        const type = types.get(column);
        if (!type || !fits(value, type.type, type.notnull === 1)) refuse(`${name}.${column}`);
      }
      for (const [column, target] of Object.entries(refers)) {
        const value = row[column];
        if (value !== null && !keys.get(target)?.has(value)) refuse(`${name}.${column}`);
      }
      if (!UNSIGNED.has(name) && !keys.get('editor')?.has(row.editor_id)) refuse(name);
      if (typeof row.written_at === 'string' && Number.isNaN(Date.parse(row.written_at)))
        refuse(name);
    }
  }
  const linkable = new Set([...(keys.get('quotation') ?? []), ...(keys.get('claim') ?? [])]);
  if (!(rows.link ?? []).every((row) => linkable.has(row.quotation_id))) refuse('link');
}

function fits(value: unknown, type: string, isRequired: boolean): boolean {
  if (value === null) return !isRequired;
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'INTEGER') return Number.isSafeInteger(value);
  return typeof value === 'number' && Number.isFinite(value);
}

export function refuse(part: string): never {
  throw new StetError('bundle-damaged', { part });
}

/** Rows with ids that the library has not: those that are taken are renamed wherever they stand. */
export function withFreeIds(
  db: Database,
  rows: BundleRows,
): { rows: BundleRows; kept: ReadonlySet<string> } {
  const kept = new Set<string>();
  const renamed = new Map<string, string>();
  for (const row of rows.person ?? []) if (isSamePerson(db, row)) kept.add(String(row.id));
  for (const row of rows.source ?? []) {
    const versions = (rows.source_version ?? []).filter((one) => one.source_id === row.id);
    if (versions.every((one) => isSameVersion(db, one))) {
      for (const one of [row, ...versions]) kept.add(String(one.id));
    }
  }
  for (const row of rows.collection ?? []) {
    if (isTaken(db, 'collection', String(row.id))) kept.add(String(row.id));
  }
  for (const row of rows.house_style ?? []) {
    const here = sameStyleHere(db, row);
    if (here === null) continue;
    kept.add(here);
    if (here !== row.id) renamed.set(String(row.id), here);
  }
  // What hangs on a source that is here already, and is here itself, is left as it is here.
  for (const name of ['agreement', 'source_note', 'exclusion', 'collection_source']) {
    for (const row of rows[name] ?? []) {
      const isHere =
        isTaken(db, name, String(row.id)) || (name === 'collection_source' && isMember(db, row));
      if (kept.has(String(row.source_id)) && isHere) kept.add(String(row.id));
    }
  }
  for (const { name, key } of BUNDLE_TABLES) {
    if (NOT_RENAMED.has(name)) continue;
    for (const row of rows[name] ?? []) {
      const id = String(row[key]);
      if (kept.has(id) || renamed.has(id)) continue;
      if (isTaken(db, name, id)) renamed.set(id, newId());
    }
  }
  if (renamed.size === 0) return { rows, kept };
  const text = JSON.stringify(rows).replace(IDS_WITHIN, (id) => renamed.get(id) ?? id);
  return { rows: JSON.parse(text) as BundleRows, kept };
}

function isTaken(db: Database, table: string, id: string): boolean {
  return HOMES.some(
    (home) => prepare(db, `SELECT 1 FROM ${home}.${table} WHERE id = ?`).get(id) !== undefined,
  );
}

function isMember(db: Database, { collection_id, source_id }: Row): boolean {
  return (
    prepare(
      db,
      'SELECT 1 FROM main.collection_source WHERE collection_id = ? AND source_id = ?',
    ).get(collection_id, source_id) !== undefined
  );
}

/** Rows of a library of an earlier version: columns that came since are as a migration left them. */
export function withColumns(db: Database, rows: BundleRows): BundleRows {
  const completed = Object.entries(rows).map(([name, all]) => {
    const own = BUNDLE_TABLES.find((one) => one.name === name);
    const given = own
      ? prepare<{ name: string; dflt_value: string | null }>(
          db,
          'SELECT name, dflt_value FROM pragma_table_info(?)',
        ).all(name)
      : [];
    const missing = Object.fromEntries(
      given
        .filter((column) => own?.columns.includes(column.name))
        .map((column) => [column.name, defaultOf(column.dflt_value)]),
    );
    return [name, all.map((row) => ({ ...missing, ...row }))];
  });
  return Object.fromEntries(completed) as BundleRows;
}

function defaultOf(sql: string | null): Value {
  if (sql === null || sql === 'NULL') return null;
  return /^'.*'$/s.test(sql) ? sql.slice(1, -1).replaceAll("''", "'") : Number(sql);
}

function isSamePerson(db: Database, row: Row): boolean {
  const found = prepare<{ name: string; stands_as: string | null; deleted_at: string | null }>(
    db,
    'SELECT name, stands_as, deleted_at FROM main.person WHERE id = ?',
  ).get(row.id);
  return found !== undefined && found.name === row.name && found.deleted_at === null;
}

/** A version that lies in the private file is another one: what is confidential here is not linked to. */
function isSameVersion(db: Database, row: Row): boolean {
  const found = prepare<{ source_id: string; text_sha256: string }>(
    db,
    'SELECT source_id, text_sha256 FROM main.source_version WHERE id = ?',
  ).get(row.id);
  return found?.source_id === row.source_id && found?.text_sha256 === row.text_sha256;
}

/** Adds rows that were checked; signed anew in their order, with who wrote them and when kept. */
export function addRows(write: Write, rows: BundleRows, kept: ReadonlySet<string>): void {
  const { db } = write;
  for (const { name, key } of BUNDLE_TABLES) {
    for (const row of rows[name] ?? []) {
      const { editor_id, written_at, ...own } = row;
      const id = String(own[key]);
      if (kept.has(id)) continue;
      if (key === 'sha256' || name === 'editor') {
        if (prepare(db, `SELECT 1 FROM main.${name} WHERE ${key} = ?`).get(id) !== undefined)
          continue;
      }
      if (name === 'source_text') {
        prepare(db, 'INSERT INTO main.source_text (sha256, text) VALUES (?, ?)').run(id, own.text);
        continue;
      }
      const previous = name === 'source_version' ? currentOf(db, String(own.source_id)) : null;
      const added = name === 'house_style' ? withFreeName(db, own) : own;
      insertRow(write, name, { ...added, ...(name === 'quotation' ? DERIVED : {}) });
      if (name === 'source_version') indexVersion(db, own, previous);
      if (name === 'editor') continue;
      prepare(
        db,
        `UPDATE main.${name} SET editor_id = ?, written_at = ?
         WHERE ${key} = ? ${name === 'quotation' || name === 'claim' ? 'AND article_id = ?' : ''}`,
      ).run(
        ...[editor_id, written_at, id],
        ...(name === 'quotation' || name === 'claim' ? [own.article_id] : []),
      );
    }
  }
}

const DERIVED = { verdict: 'unlinked', settled: 0 };

function currentOf(db: Database, sourceId: string): string | null {
  try {
    return readCurrentVersion(db, sourceId).id;
  } catch {
    return null;
  }
}

function indexVersion(db: Database, version: Row, previous: string | null): void {
  const id = String(version.id);
  if (currentOf(db, String(version.source_id)) !== id) return;
  const text = prepare(db, 'SELECT text FROM main.source_text WHERE sha256 = ?')
    .pluck()
    .get(version.text_sha256) as string;
  indexNewVersion(db, 'main', id, text, previous);
}
