import { featuresOf } from '../../src-shared/quotation/candidates/features';
import {
  COMMON,
  emptyPostings,
  readRow,
  rowCount,
} from '../../src-shared/quotation/candidates/rows';
import { isCurrentVersion } from '../library/current';
import { visitFresh } from '../library/matching/fresh-features';
import { listSegments, readRows, readState } from '../library/matching/segments';
import type { Library } from '../library/open';
import { HOMES, type Home } from '../library/write';

/* What the matching index holds, and what it should hold, for comparing the two in tests. */

/** Every posting of both files as `home version chunk feature`, each as often as it is there. */
export function readIndex({ db }: Library): string[] {
  return HOMES.flatMap((home) => {
    const documents = db
      .prepare(`SELECT first_chunk, chunk_count, version_id FROM ${home}.matching_document`)
      .all() as { first_chunk: number; chunk_count: number; version_id: string }[];
    return everyPosting({ db }, home).flatMap(([chunk, feature]) => {
      const document = documents.find(
        (one) => one.first_chunk <= chunk && chunk < one.first_chunk + one.chunk_count,
      );
      if (!document) return [];
      return [`${home} ${document.version_id} ${chunk - document.first_chunk} ${feature}`];
    });
  }).sort();
}

/** The same for what the current version of each source says. */
export function expectedIndex({ db }: Library): string[] {
  return HOMES.flatMap((home) => {
    const newest = db
      .prepare(
        `SELECT version.id, words.text FROM ${home}.source_version AS version
         JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256
         WHERE ${isCurrentVersion(home)}`,
      )
      .all() as { id: string; text: string }[];
    return newest.flatMap(({ id, text }) =>
      featuresOf(text).flatMap((features, chunk) =>
        [...features].map((feature) => `${home} ${id} ${chunk} ${feature}`),
      ),
    );
  }).sort();
}

/** Every posting of one file, also of chunks that are no longer those of a source. */
export function everyPosting(
  { db }: Pick<Library, 'db'>,
  home: Home,
): [chunk: number, feature: number][] {
  const postings = emptyPostings(1024);
  for (const segment of listSegments(db, home)) {
    for (const { row, postings: bytes } of readRows(db, home, segment.id, 0, rowCount(segment))) {
      readRow(bytes, row, segment, segment.firstChunk, postings);
    }
  }
  const found: [number, number][] = [];
  for (let at = 0; at < postings.count; at++) {
    if (postings.chunks[at] === COMMON) throw new Error('These texts are too many for this test.');
    found.push([postings.chunks[at]!, postings.features[at]!]);
  }
  visitFresh(db, home, 0, readState(db, home, 'nextChunk'), (feature, chunk) =>
    found.push([chunk, feature]),
  );
  return found;
}
