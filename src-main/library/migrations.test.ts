import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations/list';
import { connect, setPragmas } from './sqlite';

/*
 * Every step is taken from the one before, with rows in every table that was there. A new migration
 * needs rows here for the tables it adds; a test fails until they are there.
 */

const SIGNED = "'e', 'd', '2026-01-01T00:00:00.000Z-0000-d', '2026-01-01T00:00:00.000Z'";

/** Rows for the tables that each step adds, in the columns of that step. */
const ROWS: Record<string, string[]> = {
  editors: [
    "INSERT INTO meta VALUES ('library_id', 'l')",
    `INSERT INTO editor VALUES ('e', 'Mara Lind', ${SIGNED})`,
    `INSERT INTO device VALUES ('d', 'desk', '2026-01-01T00:00:00.000Z-0000-d', ${SIGNED})`,
  ],
  articles: [
    `INSERT INTO article VALUES ('a', 'draft', 'en', NULL, NULL, '[]', 'ap', NULL, NULL, 'Harbour', '2026', NULL, ${SIGNED})`,
    `INSERT INTO working_copy VALUES ('a', '{}', 1, 'hash', ${SIGNED})`,
    `INSERT INTO revision VALUES ('r', 'a', NULL, 'import', '{}', 'hash', ${SIGNED})`,
  ],
  sources: [
    `INSERT INTO original VALUES ('o', 5, 'note.txt', ${SIGNED})`,
    `INSERT INTO source VALUES ('s', 'Note', 'note', 'written', 'on-the-record', NULL, 'public', NULL, NULL, NULL, NULL, NULL, 'note.txt', '2026', NULL, ${SIGNED})`,
    "INSERT INTO source_text VALUES ('t', 'words')",
    `INSERT INTO source_version VALUES ('v', 's', NULL, 1, 'extraction', 't', 'o', '[]', 1, NULL, ${SIGNED})`,
  ],
  people: [
    `INSERT INTO person VALUES ('p', 'Tomas Vik', 'person', NULL, NULL, NULL, '2026', NULL, ${SIGNED})`,
    `INSERT INTO credit VALUES ('c', 'a', 'p', 'author', NULL, NULL, NULL, 'staff', 'a0', NULL, ${SIGNED})`,
  ],
  quotations: [
    `INSERT INTO quotation VALUES ('q', 'a', 0, NULL, 'direct', 'words', 1, '[]', NULL, NULL, 'unlinked', 0, ${SIGNED})`,
    `INSERT INTO passage VALUES ('g', 'v', 0, 5, 'words', '', '', '{}', ${SIGNED})`,
    `INSERT INTO link VALUES ('k', 'a', 'q', 'g', NULL, ${SIGNED})`,
    `INSERT INTO speaker_assignment VALUES ('n', 'a', 'q', 'p', NULL, ${SIGNED})`,
    `INSERT INTO quotation_check VALUES ('h', 'a', 'q', 'confirmed', NULL, 'Mara Lind', 'verbatim', 'x', 'y', NULL, ${SIGNED})`,
  ],
  session: [
    `INSERT INTO session VALUES ('last_article', 'a', ${SIGNED})`,
    `INSERT INTO editing_place VALUES ('a', '{}', ${SIGNED})`,
  ],
  'house-profile': [`INSERT INTO house_profile VALUES ('f', '{}', NULL, ${SIGNED})`],
  matching: [
    "INSERT INTO matching_state VALUES ('next_chunk', 1)",
    "INSERT INTO matching_document VALUES (0, 1, 'v')",
    "INSERT INTO matching_fresh VALUES (0, x'01')",
    'INSERT INTO matching_segment VALUES (1, 0, 1, 14, 6, 1, 0, NULL, NULL, NULL)',
    "INSERT INTO matching_row VALUES (1, x'01')",
  ],
  search: [
    "INSERT INTO search_state VALUES ('form', 1)",
    "INSERT INTO search_document VALUES (1, 'source', 's', 'note', '', '', '', 't', 'f')",
    "INSERT INTO search_name (rowid, title, names, tags, facts) VALUES (1, 'note', '', '', '')",
    "INSERT INTO search_source (rowid, title, text) VALUES (1, 'note', 'words')",
    "INSERT INTO search_article (rowid, title, text) VALUES (1, 'harbour', 'words')",
    'DELETE FROM search_behind',
    "INSERT INTO search_behind VALUES ('source', 's')",
  ],
  'source-details': [
    `INSERT INTO collection VALUES ('l', 'Harbour', NULL, NULL, ${SIGNED})`,
    `INSERT INTO collection_source VALUES ('m', 'l', 's', NULL, ${SIGNED})`,
    `INSERT INTO saved_search VALUES ('w', 'Hearings', 'tag:hearing', NULL, ${SIGNED})`,
  ],
  'source-notes': [
    `INSERT INTO source_note VALUES ('n', 's', 'v', 0, 5, 'words', '', ' and', 'Call back.', '2026', NULL, ${SIGNED})`,
    `INSERT INTO agreement VALUES ('b', 's', 'Tomas Vik', 'given', 'No name.', '2026-01-01', NULL, NULL, NULL, ${SIGNED})`,
    `INSERT INTO exclusion VALUES ('x', 's', 'v', 0, 5, 'words', '', ' and', 'Family matter.', '2026', NULL, ${SIGNED})`,
  ],
  'source-versions': [],
  recordings: [`INSERT INTO recording VALUES ('j', 's', 'o', 'audio/mpeg', NULL, ${SIGNED})`],
  imports: [
    "INSERT INTO import_waiting VALUES ('i', 0, 'note.txt')",
    "INSERT INTO watched_folder VALUES ('f', 'inbox', '2026')",
    "INSERT INTO watched_file VALUES ('f', 'note.txt', 12, 1790000000000, NULL)",
  ],
  revisions: [],
  pictures: [`INSERT INTO picture VALUES ('i', 'jpeg', 60, 40, 900, '2026', NULL, ${SIGNED})`],
  comments: [
    `INSERT INTO comment_thread VALUES ('c', 'a', 'words', NULL, NULL, NULL, ${SIGNED})`,
    `INSERT INTO comment VALUES ('m', 'c', 'Since when?', 'Mara Lind', '2026', NULL, NULL, ${SIGNED})`,
  ],
  claims: [
    `INSERT INTO claim VALUES ('k', 'a', NULL, '87 boats', 1, '[]', ${SIGNED})`,
    `INSERT INTO claim_check VALUES ('kc', 'a', 'k', 'confirmed', NULL, 'Mara Lind', 'h', NULL, NULL, ${SIGNED})`,
    `INSERT INTO claim_dismissal VALUES ('kd', 'a', 'Rain fell in 1987.', NULL, ${SIGNED})`,
    `INSERT INTO read_back VALUES ('rb', 'a', 'q', 's', 'sent', '2026-05-04', 'Mara Lind', '', 'Noor Haddad', 'h', NULL, ${SIGNED})`,
  ],
  shelves: [`INSERT INTO article_desk VALUES ('a', '{}', ${SIGNED})`],
  spelling: [`INSERT INTO spelling_exception VALUES ('z', 'place', '00ff', 'a', NULL, ${SIGNED})`],
  'person-records': [
    `INSERT INTO person_merge VALUES ('w', 'p', 'p', '{}', '2026', NULL, ${SIGNED})`,
    `INSERT INTO person_private VALUES ('p', 'Maren Aldous', NULL, NULL, NULL, ${SIGNED})`,
  ],
  'gate-acceptances': [
    `INSERT INTO gate_acceptance VALUES ('ga', 'a', 'tk-marks', 'accepted', 'It is a name.', 'Mara Lind', 'h', NULL, ${SIGNED})`,
  ],
  'export-presets': [
    `INSERT INTO export_preset VALUES ('ep', 'Site', '["markdown"]', 'hugo', 0, NULL, ${SIGNED})`,
  ],
  bylines: [`INSERT INTO house_style VALUES ('hs', 'Harbour', '{}', NULL, ${SIGNED})`],
  'article-corrections': [
    `INSERT INTO article_correction VALUES ('ac', 'a', 'correction', 'The figure is 40.', 'Mara Lind', '2026-01-02T10:00:00.000Z', NULL, NULL, ${SIGNED})`,
  ],
};

let folder: string;
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-migrations-'));
  db = connect(join(folder, 'library.db'));
  setPragmas(db);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function fill(step: number): void {
  for (const sql of ROWS[MIGRATIONS[step]!.name] ?? []) db.exec(sql);
}

function tables(): string[] {
  return db
    .prepare(
      // What a full-text table keeps beside itself is its own affair.
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
}

/** Every row of every table as it is now. */
function contents(): Record<string, unknown[]> {
  return Object.fromEntries(
    tables().map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]),
  );
}

test.each(MIGRATIONS.map(({ name }, step) => ({ name, step })))(
  'step $step, $name, keeps the rows of the ones before',
  ({ step }) => {
    for (let before = 0; before < step; before++) {
      migrate(db, before + 1);
      fill(before);
    }
    const rows = contents();
    migrate(db, step + 1);
    expect(db.pragma('user_version', { simple: true })).toBe(step + 1);
    expect(contents()).toMatchObject(rows);
    fill(step);
    for (const table of tables()) {
      expect(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(), table).toBe(1);
    }
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  },
);

test('what is in a library that had no search index is to be read into one', () => {
  const step = MIGRATIONS.findIndex(({ name }) => name === 'search');
  for (let before = 0; before < step; before++) {
    migrate(db, before + 1);
    fill(before);
  }
  migrate(db, step + 1);
  expect(db.prepare('SELECT kind, item_id FROM search_behind ORDER BY kind').raw().all()).toEqual([
    ['article', 'a'],
    ['person', 'p'],
    ['source', 's'],
  ]);
});

test('a correction of before is a corrected version', () => {
  const step = MIGRATIONS.findIndex(({ name }) => name === 'source-versions');
  for (let before = 0; before < step; before++) {
    migrate(db, before + 1);
    fill(before);
  }
  db.exec("UPDATE source_version SET kind = 'correction'");
  migrate(db, step + 1);
  expect(db.prepare('SELECT kind FROM source_version').pluck().all()).toEqual(['corrected']);
});

test('a finished article of before names its contributors as they are called now', () => {
  const step = MIGRATIONS.findIndex(({ name }) => name === 'bylines');
  for (let before = 0; before < step; before++) {
    migrate(db, before + 1);
    fill(before);
  }
  db.exec(`INSERT INTO article SELECT 'b', 'finished', language, section, dateline, tags, byline_style,
    'By Tomas Vik', '', headline, created_at, NULL, editor_id, device_id, clock, written_at,
    NULL, NULL FROM article`);
  db.exec(
    `INSERT INTO credit VALUES ('d', 'b', 'p', 'author', NULL, NULL, NULL, 'staff', 'a0', NULL, ${SIGNED})`,
  );
  migrate(db, step + 1);
  expect(db.prepare('SELECT id, finished_name FROM credit ORDER BY id').raw().all()).toEqual([
    ['c', null],
    ['d', 'Tomas Vik'],
  ]);
});

test('a step that fails leaves the version before', () => {
  const session = MIGRATIONS.findIndex(({ name }) => name === 'session');
  migrate(db, session);
  db.exec('CREATE TABLE session (in_the_way TEXT)');
  expect(() => migrate(db)).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(session);
});

test('no table refers to a rowid, and nothing cascades', () => {
  migrate(db);
  const schema = db
    .prepare(
      'SELECT group_concat(sql) FROM sqlite_schema WHERE tbl_name IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .get(JSON.stringify(tables())) as string;
  expect(schema).not.toMatch(/AUTOINCREMENT|CASCADE|INTEGER PRIMARY KEY/i);
});
