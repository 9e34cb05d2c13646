import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import {
  type Locator,
  LocatorSchema,
  type Metadata,
  MetadataSchema,
  type SourceChanges,
  type SourceDetails,
} from '../../src-shared/model/source';
import type { VersionKind } from '../../src-shared/model/version';
import { isCurrentVersion } from './current';
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
  tags: string[];
  metadata: Metadata;
  /** Which of the sources in its original it is, where that holds several. */
  part: string | null;
  isDeleted: boolean;
}

/** A version of a source without its words. */
export interface SourceVersion {
  id: string;
  sourceId: string;
  home: Home;
  /** Counts from 1 within the source, versions that were taken back included. */
  number: number;
  /** Length of its text in UTF-16 code units. */
  length: number;
}

export interface SourceText {
  text: string;
  locators: Locator[];
}

/** The columns of a source's details. */
export interface DetailsRow {
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
}

interface SourceRow extends DetailsRow {
  id: string;
  language: string | null;
  metadata: string;
  tags: string;
  part: string | null;
  file_name: string;
  added_at: string;
  deleted_at: string | null;
  clock: string;
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
        tags: readTags(row),
        metadata: readJson(MetadataSchema, row.metadata),
        part: row.part,
        isDeleted: row.deleted_at !== null,
      };
  }
  throw new StetError('not-found', { sourceId: id });
}

/** Which file a source lives in; throws `not-found`. */
export function readHome(db: Database, id: string): Home {
  const home = HOMES.find((one) =>
    prepare(db, `SELECT 1 FROM ${one}.source WHERE id = ?`).pluck().get(id),
  );
  if (!home) throw new StetError('not-found', { sourceId: id });
  return home;
}

/** All versions of a source, those that were taken back too, oldest first; throws `not-found`. */
export function listVersions(db: Database, sourceId: string): SourceVersion[] {
  const { home } = readSource(db, sourceId);
  return versions(db, home, 'AND source.id = ?', '', sourceId).sort((a, b) => a.number - b.number);
}

/** The version that says what a source says; throws `not-found`. */
export function readCurrentVersion(db: Database, sourceId: string): SourceVersion {
  const version = findCurrentVersion(db, sourceId);
  if (!version) throw new StetError('not-found', { sourceId });
  return version;
}

function findCurrentVersion(db: Database, sourceId: string): SourceVersion | undefined {
  return HOMES.flatMap((home) =>
    versions(db, home, 'AND source.id = ?', `AND ${isCurrentVersion(home)}`, sourceId),
  )[0];
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
  // Most bytes are new: that is told by one key.
  return HOMES.filter((home) => hasOriginal(db, home, originalSha256))
    .flatMap((home) =>
      prepare<{ sourceId: string; deleted_at: string | null }>(
        db,
        `SELECT DISTINCT source.id AS sourceId, source.deleted_at FROM ${home}.source_version AS version
       JOIN ${home}.source ON source.id = version.source_id WHERE version.original_sha256 = ? AND version.withdrawn_at IS NULL ORDER BY source.id`,
      ).all(originalSha256),
    )
    .map(({ sourceId, deleted_at }) => ({ sourceId, isDeleted: deleted_at !== null }));
}

export interface NewSource extends SourceDetails {
  fileName: string;
  language: string | null;
  /** The keywords of its file, if left out. */
  tags?: readonly string[];
  metadata?: Metadata | undefined;
  part?: string | undefined;
}

export interface NewVersion extends SourceText {
  kind: VersionKind;
  /** Why it was added, in the editor's words. */
  reason?: string | null;
  /** Of a translation: BCP 47. */
  language?: string | null;
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
      ...toColumns({ ...source, tags: [...(source.tags ?? tagsFrom(source.metadata))] }),
      language: source.language,
      part: source.part ?? null,
      file_name: source.fileName,
      added_at: timeOf(write),
    },
    home,
  );
  const versionId = insertVersion(write, id, home, version, null);
  indexNewVersion(write.db, home, versionId, version.text, null);
  return id;
}

/** Adds a version of a source; answers its id. Links stay with the version that they were made to. */
export function addVersion(write: Write, sourceId: string, version: NewVersion): string {
  const last = listVersions(write.db, sourceId).at(-1) ?? null;
  const previous = findCurrentVersion(write.db, sourceId);
  const { home } = readSource(write.db, sourceId);
  const id = insertVersion(write, sourceId, home, version, last);
  if (findCurrentVersion(write.db, sourceId)?.id === id) {
    indexNewVersion(write.db, home, id, version.text, previous?.id ?? null);
  }
  return id;
}

function insertVersion(
  write: Write,
  sourceId: string,
  home: Home,
  version: NewVersion,
  last: SourceVersion | null,
): string {
  const id = newId();
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
      reason: version.reason ?? null,
      language: version.language ?? null,
      text_sha256: hash,
      original_sha256: original?.sha256 ?? null,
      locators: JSON.stringify(locators),
      word_count: text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
      duration: ends.reduce((latest, end) => Math.max(latest, end), 0) || null,
    },
    home,
  );
  return id;
}

/** Changes details of a source in the file where it lives. Moving it to another file is the caller's. */
export function updateSource(
  write: Write,
  id: string,
  home: Home,
  changes: SourceChanges & { isDeleted?: boolean },
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

/** What the row says that an editor may change, tags and metadata aside. */
export function toDetails(row: DetailsRow): SourceDetails {
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
function toColumns(details: SourceChanges): Record<string, string | null> {
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
    tags: details.tags && JSON.stringify(details.tags),
    metadata: details.metadata && JSON.stringify(details.metadata),
  };
  return Object.fromEntries(
    Object.entries(columns).filter((column): column is [string, string | null] => {
      return column[1] !== undefined;
    }),
  );
}

/** The keywords that a file names itself by, each a tag. */
function tagsFrom(metadata: Metadata | undefined): string[] {
  const { keyword } = metadata ?? {};
  if (typeof keyword !== 'string') return [];
  const tags = keyword.split(/[,;]/).map((tag) => tag.replace(/\s+/g, ' ').trim());
  return [...new Set(tags)].filter((tag) => tag !== '' && tag.length <= LONGEST_KEYWORD);
}

/** What is longer was a sentence. */
const LONGEST_KEYWORD = 60;

export function readTags({ tags }: Pick<SourceRow, 'tags'>): string[] {
  return tags === '[]' ? [] : readJson(v.array(v.string()), tags);
}
