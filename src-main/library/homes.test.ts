import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SourceDetails } from '../../src-shared/model/source';
import { plainSource } from '../testing/plain-source';
import { addArticle } from './articles';
import { copySource, homeOf, withdrawSource } from './homes';
import { addLink, listQuotedStretches, readLinks } from './links';
import { type Library, openLibraryFolder } from './open';
import { addQuotation } from './quotations';
import { listSources } from './source-summaries';
import {
  addSource,
  findByOriginal,
  listVersions,
  readSource,
  readText,
  updateSource,
} from './sources';
import { HOMES, newId, write } from './write';

const WORDS = 'The harbour master said that the lamp had been out since March.';

let folder: string;
let library: Library;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-homes-'));
  library = openLibraryFolder(folder);
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

function reopen(): void {
  library.close();
  library = openLibraryFolder(folder);
}

function addNote(details: Partial<SourceDetails> = {}, text = WORDS): string {
  return write(library, (transaction) =>
    addSource(transaction, plainSource(details), {
      kind: 'extraction',
      text,
      locators: [{ start: 0, end: text.length, paragraph: 1 }],
      original: { sha256: 'a'.repeat(64), size: 10, fileName: 'note.txt' },
    }),
  );
}

function addLinkedQuotation(sourceId: string): { articleId: string; quotationId: string } {
  const articleId = newId();
  const quotationId = newId();
  write(library, (transaction) => {
    const about = { status: 'draft', language: 'en', section: null, dateline: null } as const;
    addArticle(transaction, {
      ...about,
      id: articleId,
      tags: [],
      headline: 'The lamp',
      bylineStyle: 'ap',
    });
    addQuotation(transaction, articleId, {
      id: quotationId,
      kind: 'direct',
      text: '“out since March”',
      ordinal: 1,
      parts: [],
      attribution: null,
      suggestion: null,
    });
  });
  link(articleId, quotationId, sourceId);
  return { articleId, quotationId };
}

function link(articleId: string, quotationId: string, sourceId: string | null): void {
  const version = sourceId === null ? null : listVersions(library.db, sourceId).at(-1)!;
  const place = { page: null, time: null, paragraph: 1, speaker: null };
  const passage = { start: 4, end: 11, exact: 'harbour', prefix: 'The ', suffix: ' master', place };
  write(library, (transaction) =>
    addLink(transaction, articleId, quotationId, version && { version, passage }),
  );
}

/** Which files have a source's rows, by table. */
function whereabouts(sourceId: string): Record<string, string[]> {
  const at = (sql: (home: string) => string) =>
    HOMES.filter((home) => library.db.prepare(sql(home)).get({ id: sourceId }) !== undefined);
  const version = (home: string) => `SELECT id FROM ${home}.source_version WHERE source_id = @id`;
  const passage = (home: string) =>
    `SELECT id FROM ${home}.passage WHERE source_version_id IN (${version(home)})`;
  return {
    source: at((home) => `SELECT 1 FROM ${home}.source WHERE id = @id`),
    text: at(
      (home) => `SELECT 1 FROM ${home}.source_text JOIN ${home}.source_version AS version
        ON version.text_sha256 = source_text.sha256 WHERE version.source_id = @id`,
    ),
    original: at(
      (home) => `SELECT 1 FROM ${home}.original JOIN ${home}.source_version AS version
        ON version.original_sha256 = original.sha256 WHERE version.source_id = @id`,
    ),
    link: at((home) => `SELECT 1 FROM ${home}.link WHERE passage_id IN (${passage(home)})`),
  };
}

const inShared = { source: ['main'], text: ['main'], original: ['main'], link: ['main'] };
const inPrivate = {
  source: ['private'],
  text: ['private'],
  original: ['private'],
  link: ['private'],
};

function move(sourceId: string, changes: Partial<SourceDetails>): void {
  const source = readSource(library.db, sourceId);
  const to = homeOf({ ...source, ...changes });
  write(library, (transaction) => {
    copySource(transaction, sourceId, source.home, to);
    updateSource(transaction, sourceId, to, changes);
  });
  withdrawSource(library, sourceId, source.home);
}

test.each([
  [{ terms: 'on-the-record', disclosure: 'public' }, 'main'],
  [{ terms: 'background', disclosure: 'described' }, 'main'],
  [{ terms: 'embargoed', disclosure: 'public' }, 'main'],
  [{ terms: 'off-the-record', disclosure: 'public' }, 'private'],
  [{ terms: 'on-the-record', disclosure: 'confidential' }, 'private'],
])('a source that is %o lives in %s', (details, home) => {
  expect(homeOf(details)).toBe(home);
});

test('a source that becomes confidential moves with its text and its links, and back', () => {
  const sourceId = addNote();
  const { articleId, quotationId } = addLinkedQuotation(sourceId);
  expect(whereabouts(sourceId)).toEqual(inShared);

  move(sourceId, { disclosure: 'confidential' });
  expect(whereabouts(sourceId)).toEqual(inPrivate);
  expect(readLinks(library.db, articleId).get(quotationId)).toMatchObject({ sourceId, start: 4 });
  expect(listSources(library.db)).toMatchObject([{ id: sourceId, quotedCount: 1 }]);
  expect(findByOriginal(library.db, 'a'.repeat(64))).toEqual([{ sourceId, isDeleted: false }]);

  move(sourceId, { disclosure: 'public' });
  expect(whereabouts(sourceId)).toEqual(inShared);
  expect(listQuotedStretches(library.db, { id: sourceId, home: 'main' })).toHaveLength(1);
});

test('the shared file keeps no word of a source that became confidential', () => {
  const sourceId = addNote();
  addLinkedQuotation(sourceId);
  reopen();
  expect(readFileSync(join(folder, 'library.db')).includes('the lamp had been out')).toBe(true);
  move(sourceId, { disclosure: 'confidential' });
  library.close();
  expect(readFileSync(join(folder, 'library.db')).includes('the lamp had been out')).toBe(false);
  expect(readFileSync(join(folder, 'private.sqlite')).includes('the lamp had been out')).toBe(true);
  library = openLibraryFolder(folder);
});

test('words that another source has too stay with it', () => {
  const secret = addNote();
  const open = addNote();
  move(secret, { terms: 'off-the-record' });
  const [version] = listVersions(library.db, open);
  expect(readText(library.db, version!).text).toBe(WORDS);
});

test('a move that a crash cut in two is finished by the next opening', () => {
  const sourceId = addNote();
  addLinkedQuotation(sourceId);
  write(library, (transaction) => {
    copySource(transaction, sourceId, 'main', 'private');
    updateSource(transaction, sourceId, 'private', { disclosure: 'confidential' });
  });
  reopen();
  expect(whereabouts(sourceId)).toEqual(inPrivate);
  write(library, (transaction) => {
    copySource(transaction, sourceId, 'private', 'main');
    updateSource(transaction, sourceId, 'main', { disclosure: 'public' });
  });
  reopen();
  expect(whereabouts(sourceId)).toEqual(inShared);
});

test('of links in both files the newest holds, also one that was taken back', () => {
  const secret = addNote({ disclosure: 'confidential' });
  const open = addNote({}, 'The harbour is open to everybody.');
  const { articleId, quotationId } = addLinkedQuotation(open);
  const current = () => readLinks(library.db, articleId).get(quotationId)?.sourceId ?? null;
  expect(current()).toBe(open);
  link(articleId, quotationId, secret);
  expect(current()).toBe(secret);
  expect(listSources(library.db).map((source) => [source.id, source.quotedCount])).toEqual(
    expect.arrayContaining([
      [open, 0],
      [secret, 1],
    ]),
  );
  link(articleId, quotationId, open);
  expect(current()).toBe(open);
  link(articleId, quotationId, secret);
  link(articleId, quotationId, null);
  expect(current()).toBe(null);
  // Nothing in the shared file tells of the confidential source.
  const shared = library.db.prepare('SELECT passage_id, supersedes FROM main.link').all();
  expect(shared).toHaveLength(2);
});
