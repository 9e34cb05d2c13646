import type { Database } from 'better-sqlite3';
import { decodeAscending } from '../../../src-shared/quotation/candidates/bytes';
import { featuresOf } from '../../../src-shared/quotation/candidates/features';
import { prepare } from '../sqlite';
import type { Home } from '../write';

/*
 * The features of chunks that are in no segment yet. Of a short text they are not stored: writing them
 * and deleting them again takes longer than making them anew from the text, which is in the file.
 */

/** What stands in the row of a chunk whose features are to be made from its text. */
export const FROM_TEXT = new Uint8Array();

/** Calls `visit` with every feature of the fresh chunks `from` to `to` (exclusive); answers how many chunks there are. */
export function visitFresh(
  db: Database,
  home: Home,
  from: number,
  to: number,
  visit: (feature: number, chunk: number) => void,
): number {
  const rows = prepare<{ chunk: number; features: Uint8Array }>(
    db,
    `SELECT chunk, features FROM ${home}.matching_fresh
     WHERE chunk >= ? AND chunk < ? ORDER BY chunk`,
  ).all(from, to);
  let made: { firstChunk: number; chunks: Uint32Array[] } | null = null;
  for (const { chunk, features } of rows) {
    if (features.length > 0) {
      decodeAscending(features, (feature) => visit(feature, chunk));
      continue;
    }
    if (!made || chunk >= made.firstChunk + made.chunks.length)
      made = makeFeatures(db, home, chunk);
    for (const feature of made?.chunks[chunk - made.firstChunk] ?? []) visit(feature, chunk);
  }
  return rows.length;
}

/** The features of the text that a chunk belongs to; null where it has none any more. */
function makeFeatures(db: Database, home: Home, chunk: number) {
  const found = prepare<{ firstChunk: number; text: string }>(
    db,
    `SELECT document.first_chunk AS firstChunk, words.text
     FROM (SELECT * FROM ${home}.matching_document WHERE first_chunk <= ?
       ORDER BY first_chunk DESC LIMIT 1) AS document
     JOIN ${home}.source_version AS version ON version.id = document.version_id
     JOIN ${home}.source_text AS words ON words.sha256 = version.text_sha256`,
  ).get(chunk);
  return found ? { firstChunk: found.firstChunk, chunks: featuresOf(found.text) } : null;
}
