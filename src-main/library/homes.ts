import { isKeptApart } from '../../src-shared/model/source';
import { indexCopiedSource, purgeSource } from './matching/documents';
import { purgeFromSearch } from './search/documents';
import { prepare } from './sqlite';
import { type Home, type WritableLibrary, type Write, write } from './write';

/*
 * Which file a source lives in. Confidential and off-the-record sources, with their texts, passages
 * and links, live in `private.sqlite`, so that a library that is shared one day never holds them.
 *
 * A transaction over two files in WAL mode is atomic in each file, but a crash in between can leave
 * it done in one and not in the other (sqlite.org, ATTACH). So a source moves in two transactions:
 * first it is added where it belongs, then it is taken away where it was. After a crash in between it
 * is in both, and the next opening finishes the move.
 */

/** Where a source of these terms and disclosure belongs. */
export function homeOf(source: { terms: string; disclosure: string }): Home {
  return isKeptApart(source) ? 'private' : 'main';
}

/** First half of a move: copies a source and all that hangs on it. Goes into the transaction that changes the source. */
export function copySource({ db }: Write, sourceId: string, from: Home, to: Home): void {
  for (const [table, rows] of rowsOf(from)) {
    prepare(
      db,
      `INSERT OR IGNORE INTO ${to}.${table} SELECT * FROM ${from}.${table} AS found WHERE ${rows}`,
    ).run({ id: sourceId });
  }
  indexCopiedSource(db, to, sourceId);
}

/** Second half of a move: takes the source away where it was. */
export function withdrawSource(library: WritableLibrary, sourceId: string, from: Home): void {
  write(library, ({ db }) => {
    purgeSource(db, from, sourceId);
    purgeFromSearch(db, from, sourceId);
    const rows = rowsOf(from).reverse();
    const texts = prepare(db, `SELECT text_sha256 FROM ${from}.source_version WHERE source_id = ?`)
      .pluck()
      .all(sourceId) as string[];
    const files = prepare(db, originals(from)).pluck().all({ id: sourceId }) as (string | null)[];
    for (const [table, condition] of rows) {
      if (table === 'source_text' || table === 'original') continue;
      prepare(
        db,
        `DELETE FROM ${from}.${table} WHERE rowid IN
          (SELECT found.rowid FROM ${from}.${table} AS found WHERE ${condition})`,
      ).run({ id: sourceId });
    }
    // The same words or bytes may belong to another source too.
    for (const id of texts) {
      prepare(
        db,
        `DELETE FROM ${from}.source_text WHERE sha256 = @id AND NOT EXISTS
          (SELECT 1 FROM ${from}.source_version WHERE text_sha256 = @id)`,
      ).run({ id });
    }
    for (const id of files) {
      prepare(
        db,
        `DELETE FROM ${from}.original WHERE sha256 = @id
          AND NOT EXISTS (SELECT 1 FROM ${from}.source_version WHERE original_sha256 = @id)
          AND NOT EXISTS (SELECT 1 FROM ${from}.recording WHERE original_sha256 = @id)`,
      ).run({ id });
    }
  });
  // The words would otherwise stay readable in the log of the file that they left.
  library.db.pragma(`${from}.wal_checkpoint(TRUNCATE)`);
}

/** Finishes moves that a crash cut in two: the copy that was written last is right. */
export function settleHomes(library: WritableLibrary): void {
  const halves = prepare<{ id: string; is_private_newer: number }>(
    library.db,
    `SELECT shared.id, hidden.clock > shared.clock AS is_private_newer
     FROM main.source AS shared JOIN private.source AS hidden USING (id)`,
  ).all();
  for (const { id, is_private_newer } of halves) {
    withdrawSource(library, id, is_private_newer ? 'main' : 'private');
  }
}

/** What belongs to a source (`@id`), in the order in which it can be added. */
function rowsOf(home: Home): [table: string, condition: string][] {
  const versions = `(SELECT id FROM ${home}.source_version WHERE source_id = @id)`;
  const passages = `(SELECT id FROM ${home}.passage WHERE source_version_id IN ${versions})`;
  const ofSource = 'found.source_id = @id';
  return [
    ['source', 'found.id = @id'],
    [
      'source_text',
      `found.sha256 IN (SELECT text_sha256 FROM ${home}.source_version WHERE source_id = @id)`,
    ],
    ['original', `found.sha256 IN (${originals(home)})`],
    ['source_version', ofSource],
    ['recording', ofSource],
    ['collection_source', ofSource],
    ['source_note', ofSource],
    ['agreement', ofSource],
    ['exclusion', ofSource],
    ['passage', `found.source_version_id IN ${versions}`],
    ['link', `found.passage_id IN ${passages}`],
    ['read_back', ofSource],
  ];
}

/** The hashes of every file that a source (`@id`) was brought in with. */
function originals(home: Home): string {
  return `SELECT original_sha256 FROM ${home}.source_version WHERE source_id = @id
    UNION SELECT original_sha256 FROM ${home}.recording WHERE source_id = @id`;
}
