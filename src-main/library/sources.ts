import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import {
  type Locator,
  LocatorSchema,
  type SourceDetails,
  type SourceSummary,
} from '../../src-shared/model/source';
import { isCurrent } from './current';
import { sha256 } from './files';
import { homeOf } from './homes';
import { readJson } from './json';
import { indexNewVersion } from './matching/documents';
import { prepare } from './sqlite';
import { HOMES, type Home, insertRow, newId, timeOf, updateRow, type Write } from './write';

export interface StoredSource extends SourceDetails {
  id: string;
  home: Home;
  /** BCP 47 tag, where the importer found it. */
  language: string | null;
  isDeleted: boolean;
}

/** A version of a source without its words. */
export interface SourceVersion {
  id: string;
  sourceId: string;
  home: Home;
  number: number;
  /** Length of its text in UTF-16 code units. */
  length: number;
}

export interface SourceText {
  text: string;
  locators: Locator[];
}

interface SourceRow {
  id: string;
  title: string;
  kind: SourceDetails['kind'];
  medium: SourceDetails['medium'];
  terms: SourceDetails['terms'];
  embargo_until: string | null;
  disclosure: SourceDetails['disclosure'];
  description: string | null;
  date: string | null;
  url: string | null;
  creator: string | null;
  language: string | null;
  file_name: string;
  added_at: string;
  deleted_at: string | null;
  clock: string;
}

interface SummaryRow extends SourceRow {
  word_count: number;
  duration: number | null;
  quoted: number;
}

/** Sources that were not removed, the one added last first. */
export function listSources(db: Database): SourceSummary[] {
  return HOMES.flatMap((home) =>
    prepare<SummaryRow>(db, `${summaries(home)} WHERE source.deleted_at IS NULL`).all(),
  )
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .map(toSummary);
}

/** What is shown of a source, also of a removed one; throws `not-found`. */
export function readSourceSummary(db: Database, id: string): SourceSummary {
  for (const home of HOMES) {
    const row = prepare<SummaryRow>(db, `${summaries(home)} WHERE source.id = ?`).get(id);
    if (row) return toSummary(row);
  }
  throw new StetError('not-found', { sourceId: id });
}

export function countSources(db: Database): number {
  const count = (home: Home) =>
    prepare(db, `SELECT count(*) FROM ${home}.source WHERE deleted_at IS NULL`)
      .pluck()
      .get() as number;
  return count('main') + count('private');
}

/** A source, also a removed one; throws `not-found`. */
export function readSource(db: Database, id: string): StoredSource {
  for (const home of HOMES) {
    const row = prepare<SourceRow>(db, `SELECT * FROM ${home}.source WHERE id = ?`).get(id);
    if (row)
      return {
        ...toDetails(row),
        id,
        home,
        language: row.language,
        isDeleted: row.deleted_at !== null,
      };
  }
  throw new StetError('not-found', { sourceId: id });
}

/** The newest version of every source that was not removed, the source added last first. */
export function listCurrentVersions(db: Database): SourceVersion[] {
  return HOMES.flatMap((home) =>
    versions(db, home, 'AND source.deleted_at IS NULL', `AND ${isNewest(home)}`),
  ).sort((a, b) => (a.sourceId < b.sourceId ? 1 : -1));
}

/** All versions of a source, oldest first; throws `not-found`. */
export function listVersions(db: Database, sourceId: string): SourceVersion[] {
  const { home } = readSource(db, sourceId);
  return versions(db, home, 'AND source.id = ?', '', sourceId).sort((a, b) => a.number - b.number);
}

/** One version; throws `not-found`. */
export function readVersion(db: Database, versionId: string): SourceVersion {
  for (const home of HOMES) {
    const [version] = versions(db, home, '', 'AND version.id = ?', versionId);
    if (version) return version;
  }
  throw new StetError('not-found', { sourceVersionId: versionId });
}

/** The words of a version. Throws `library-damaged` where they are not the ones that were stored. */
export function readText(
  db: Database,
  version: Pick<SourceVersion, 'id' | 'sourceId' | 'home'>,
): SourceText {
  const row = prepare<{ text: string; sha256: string; locators: string }>(
    db,
    `SELECT words.text, words.sha256, version.locators
     FROM ${version.home}.source_version AS version
     JOIN ${version.home}.source_text AS words ON words.sha256 = version.text_sha256
     WHERE version.id = ?`,
  ).get(version.id);
  if (!row || sha256(row.text) !== row.sha256) {
    throw new StetError('library-damaged', { sourceId: version.sourceId });
  }
  return { text: row.text, locators: readJson(v.array(LocatorSchema), row.locators) };
}

/** The sources, removed or not, that the same bytes came in as, in the order in which they did. */
export function findByOriginal(
  db: Database,
  originalSha256: string,
): { sourceId: string; isDeleted: boolean }[] {
  return HOMES.flatMap((home) =>
    prepare<{ sourceId: string; deleted_at: string | null }>(
      db,
      `SELECT DISTINCT source.id AS sourceId, source.deleted_at FROM ${home}.source_version AS version
       JOIN ${home}.source ON source.id = version.source_id WHERE version.original_sha256 = ? ORDER BY source.id`,
    ).all(originalSha256),
  ).map(({ sourceId, deleted_at }) => ({ sourceId, isDeleted: deleted_at !== null }));
}

export interface NewSource extends SourceDetails {
  fileName: string;
  language: string | null;
}

export interface NewVersion extends SourceText {
  kind: 'extraction' | 'correction';
  original: { sha256: string; size: number; fileName: string } | null;
}

/** Adds a source with its first version; answers its id. */
export function addSource(write: Write, source: NewSource, version: NewVersion): string {
  const id = newId();
  const home = homeOf(source);
  insertRow(
    write,
    'source',
    {
      id,
      ...toColumns(source),
      language: source.language,
      file_name: source.fileName,
      added_at: timeOf(write),
    },
    home,
  );
  addVersion(write, id, version);
  return id;
}

/** Adds a version of a source; answers its id. Links stay with the version that they were made to. */
export function addVersion(write: Write, sourceId: string, version: NewVersion): string {
  const id = newId();
  const last = listVersions(write.db, sourceId).at(-1);
  const { home } = readSource(write.db, sourceId);
  const { text, locators, original } = version;
  const hash = sha256(text);
  prepare(
    write.db,
    `INSERT INTO ${home}.source_text (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING`,
  ).run(hash, text);
  if (original && !hasOriginal(write.db, home, original.sha256)) {
    const { size, fileName } = original;
    insertRow(write, 'original', { sha256: original.sha256, size, file_name: fileName }, home);
  }
  const ends = locators.map((locator) => locator.endTime ?? locator.time ?? 0);
  insertRow(
    write,
    'source_version',
    {
      id,
      source_id: sourceId,
      supersedes: last?.id ?? null,
      number: (last?.number ?? 0) + 1,
      kind: version.kind,
      text_sha256: hash,
      original_sha256: original?.sha256 ?? null,
      locators: JSON.stringify(locators),
      word_count: text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
      duration: ends.reduce((latest, end) => Math.max(latest, end), 0) || null,
    },
    home,
  );
  indexNewVersion(write.db, home, id, text, last?.id ?? null);
  return id;
}

/** Changes details of a source in the file where it lives. Moving it to another file is the caller's. */
export function updateSource(
  write: Write,
  id: string,
  home: Home,
  changes: Partial<SourceDetails> & { isDeleted?: boolean },
): void {
  const { isDeleted, ...details } = changes;
  const columns = {
    ...toColumns(details),
    ...(isDeleted === undefined ? {} : { deleted_at: isDeleted ? timeOf(write) : null }),
  };
  updateRow(write, 'source', { id }, columns, { home });
}

function hasOriginal(db: Database, home: Home, hash: string): boolean {
  return prepare(db, `SELECT 1 FROM ${home}.original WHERE sha256 = ?`).get(hash) !== undefined;
}

function versions(
  db: Database,
  home: Home,
  ofSource: string,
  ofVersion: string,
  ...parameters: string[]
): SourceVersion[] {
  return prepare<Omit<SourceVersion, 'home'>>(
    db,
    `SELECT version.id, version.source_id AS sourceId, version.number, length(words.text) AS length
     FROM ${home}.source_version AS version
     JOIN ${home}.source ON source.id = version.source_id ${ofSource}
     JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256
     WHERE true ${ofVersion}`,
  )
    .all(...parameters)
    .map((row) => ({ ...row, home }));
}

function isNewest(home: Home): string {
  return `NOT EXISTS (SELECT 1 FROM ${home}.source_version AS newer
    WHERE newer.source_id = version.source_id AND newer.number > version.number)`;
}

/** A source's row with its newest version, and how many live quotations are linked to any version. */
function summaries(home: Home): string {
  return `SELECT source.*, version.word_count, version.duration,
      (SELECT count(*) FROM ${home}.source_version AS any_version
       JOIN ${home}.passage ON passage.source_version_id = any_version.id
       JOIN ${home}.link ON link.passage_id = passage.id
       JOIN main.quotation ON quotation.id = link.quotation_id AND quotation.article_id = link.article_id
         AND quotation.deleted_at IS NULL AND quotation.dismissed = 0
       JOIN main.article ON article.id = quotation.article_id AND article.deleted_at IS NULL
       WHERE any_version.source_id = source.id AND ${isCurrent('link', 'link', HOMES)}) AS quoted
    FROM ${home}.source
    JOIN ${home}.source_version AS version ON version.source_id = source.id AND ${isNewest(home)}`;
}

function toDetails(row: SourceRow): SourceDetails {
  return {
    title: row.title,
    kind: row.kind,
    medium: row.medium,
    terms: row.terms,
    embargoUntil: row.embargo_until,
    disclosure: row.disclosure,
    description: row.description,
    date: row.date,
    url: row.url,
    creator: row.creator,
  };
}

/** The columns of what is given; anything else that the object has is left aside. */
function toColumns(details: Partial<SourceDetails>): Record<string, string | null> {
  const columns = {
    title: details.title,
    kind: details.kind,
    medium: details.medium,
    terms: details.terms,
    embargo_until: details.embargoUntil,
    disclosure: details.disclosure,
    description: details.description,
    date: details.date,
    url: details.url,
    creator: details.creator,
  };
  return Object.fromEntries(
    Object.entries(columns).filter((column): column is [string, string | null] => {
      return column[1] !== undefined;
    }),
  );
}

function toSummary(row: SummaryRow): SourceSummary {
  return {
    id: row.id,
    ...toDetails(row),
    addedAt: row.added_at,
    fileName: row.file_name,
    quotedCount: row.quoted,
    wordCount: row.word_count,
    duration: row.duration,
  };
}
