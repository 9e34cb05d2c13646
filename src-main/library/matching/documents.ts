import type { Database } from 'better-sqlite3';
import { encodeAscending } from '../../../src-shared/quotation/candidates/bytes';
import { countChunks, featuresOf } from '../../../src-shared/quotation/candidates/features';
import {
  emptyPostings,
  readRow,
  rowOf,
  writeRows,
} from '../../../src-shared/quotation/candidates/rows';
import { isCurrentVersion } from '../current';
import { prepare } from '../sqlite';
import type { Home } from '../write';
import { FROM_TEXT } from './fresh-features';
import {
  listSegments,
  putRowBytes,
  putSegment,
  putState,
  readRowBytes,
  readState,
  removeRows,
  type Segment,
} from './segments';

/** A longer text, in UTF-16 code units, would keep a transaction waiting: it is indexed right after it. */
const INDEXED_AT_ONCE = 400_000;
/** More rows than this are not rewritten within a transaction. */
const PURGED_AT_ONCE = 20_000;
/** A segment with as many dead chunks as this is written anew whatever its size. */
export const MUST_BE_REWRITTEN = 2 ** 40;

/**
 * Brings the index in line with a new version of a source, in the transaction that adds it. Long
 * texts are left to the upkeep, which has them within a second.
 */
export function indexNewVersion(
  db: Database,
  home: Home,
  versionId: string,
  text: string,
  previousId: string | null,
): void {
  if (previousId !== null) forgetVersion(db, home, previousId);
  if (text.length <= INDEXED_AT_ONCE) {
    const chunkCount = countChunks(text.length);
    addChunks(db, home, versionId, chunkCount, () => FROM_TEXT);
  } else putState(db, home, 'isComplete', 0);
}

/** Adds a version to the index with its features; does nothing where it is there. */
export function addDocument(
  db: Database,
  home: Home,
  versionId: string,
  chunks: readonly Uint32Array[],
): void {
  addChunks(db, home, versionId, chunks.length, (number) => encodeAscending(chunks[number]!));
}

function addChunks(
  db: Database,
  home: Home,
  versionId: string,
  chunkCount: number,
  featuresOfChunk: (number: number) => Uint8Array,
): void {
  const firstChunk = readState(db, home, 'nextChunk');
  const added = prepare(
    db,
    `INSERT INTO ${home}.matching_document (first_chunk, chunk_count, version_id)
     VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(firstChunk, chunkCount, versionId);
  if (added.changes === 0) return;
  const insert = prepare(db, `INSERT INTO ${home}.matching_fresh (chunk, features) VALUES (?, ?)`);
  for (let number = 0; number < chunkCount; number++) {
    insert.run(firstChunk + number, featuresOfChunk(number));
  }
  putState(db, home, 'nextChunk', firstChunk + chunkCount);
}

/** Takes a version out of the index. Its postings stay behind until a merge passes them. */
export function forgetVersion(db: Database, home: Home, versionId: string): Document | null {
  const document = findDocument(db, home, versionId);
  if (!document) return null;
  const { firstChunk, chunkCount } = document;
  prepare(db, `DELETE FROM ${home}.matching_document WHERE first_chunk = ?`).run(firstChunk);
  prepare(db, `DELETE FROM ${home}.matching_fresh WHERE chunk >= ? AND chunk < ?`).run(
    firstChunk,
    firstChunk + chunkCount,
  );
  for (const segment of segmentsOf(db, home, document)) {
    putSegment(db, home, { ...segment, deadChunks: segment.deadChunks + chunkCount });
  }
  return document;
}

/** The same for a source that was copied here from the other file: its current version is indexed. */
export function indexCopiedSource(db: Database, home: Home, sourceId: string): void {
  const newest = prepare<{ id: string; text: string }>(
    db,
    `SELECT version.id, words.text FROM ${home}.source_version AS version
     JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256
     WHERE version.source_id = ? AND ${isCurrentVersion(home)}`,
  ).get(sourceId);
  if (newest) indexNewVersion(db, home, newest.id, newest.text, null);
}

/**
 * Takes a source out of the index with everything that tells of its words, since it is leaving this
 * file. Where it is very long the upkeep writes the index anew.
 */
export function purgeSource(db: Database, home: Home, sourceId: string): void {
  const versions = prepare<{ id: string; text: string }>(
    db,
    `SELECT version.id, words.text FROM ${home}.source_version AS version
     JOIN ${home}.matching_document AS document ON document.version_id = version.id
     JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256
     WHERE version.source_id = ?`,
  ).all(sourceId);
  for (const { id, text } of versions) {
    const document = forgetVersion(db, home, id);
    if (!document) continue;
    const features = new Set(featuresOf(text).flatMap((chunk) => [...chunk]));
    for (const segment of segmentsOf(db, home, document)) {
      const rows = new Set([...features].map((feature) => rowOf(segment, feature)));
      if (rows.size > PURGED_AT_ONCE) {
        putSegment(db, home, { ...segment, deadChunks: MUST_BE_REWRITTEN });
      } else {
        for (const row of rows) purgeRow(db, home, segment, row, document);
      }
    }
  }
}

function purgeRow(
  db: Database,
  home: Home,
  segment: Segment,
  row: number,
  { firstChunk, chunkCount }: Document,
): void {
  const bytes = readRowBytes(db, home, segment.id, row);
  if (!bytes) return;
  const before = emptyPostings(256);
  readRow(bytes, row, segment, segment.firstChunk, before);
  const after = emptyPostings(before.count);
  for (let at = 0; at < before.count; at++) {
    const chunk = before.chunks[at]!;
    if (chunk >= firstChunk && chunk < firstChunk + chunkCount) continue;
    after.chunks[after.count] = chunk;
    after.features[after.count++] = before.features[at]!;
  }
  if (after.count === before.count) return;
  removeRows(db, home, segment.id, row, row + 1);
  const rows = { from: row, to: row + 1 };
  writeRows(segment, segment.firstChunk, rows, after, Number.POSITIVE_INFINITY, (number, left) =>
    putRowBytes(db, home, segment.id, number, left),
  );
}

interface Document {
  firstChunk: number;
  chunkCount: number;
}

function findDocument(db: Database, home: Home, versionId: string): Document | undefined {
  return prepare<Document>(
    db,
    `SELECT first_chunk AS firstChunk, chunk_count AS chunkCount
     FROM ${home}.matching_document WHERE version_id = ?`,
  ).get(versionId);
}

function segmentsOf(db: Database, home: Home, { firstChunk }: Document): Segment[] {
  return listSegments(db, home).filter(
    (segment) => segment.firstChunk <= firstChunk && firstChunk < segment.endChunk,
  );
}
