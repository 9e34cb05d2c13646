import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import { readJson } from './json';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

/*
 * A merge says that two records are the same person, and changes nothing else: credits and speakers go
 * on naming the record that they named, and whoever reads them reads the person that it stands for. So
 * nothing can be lost by it, and without it everything is as before.
 */

/** What the record that was kept had left empty, and took over. */
const FilledSchema = v.partial(
  v.object({ role: v.string(), affiliation: v.string(), url: v.string() }),
);
export type Filled = v.InferOutput<typeof FilledSchema>;

export interface StoredMerge {
  id: string;
  keptId: string;
  mergedId: string;
  filled: Filled;
  createdAt: string;
}

const COLUMNS = `id, kept_id AS keptId, merged_id AS mergedId, filled, created_at AS createdAt`;

/** A merge that holds; throws `not-found`. */
export function readMerge(db: Database, id: string): StoredMerge {
  const merge = readMerges(db, 'id = ?', id)[0];
  if (!merge) throw new StetError('not-found', { mergeId: id });
  return merge;
}

/** The records that were merged into a person, and into those, the first merge first. */
export function listMerges(db: Database, keptId: string): StoredMerge[] {
  return readMerges(db, 'merged_id IN (SELECT id FROM person WHERE stands_as = ?)', keptId);
}

function readMerges(db: Database, condition: string, value: string): StoredMerge[] {
  return prepare<Omit<StoredMerge, 'filled'> & { filled: string }>(
    db,
    `SELECT ${COLUMNS} FROM person_merge WHERE undone_at IS NULL AND ${condition} ORDER BY id`,
  )
    .all(value)
    .map((row) => ({ ...row, filled: readJson(FilledSchema, row.filled) }));
}

export function addMerge(write: Write, keptId: string, mergedId: string, filled: Filled): string {
  const id = newId();
  insertRow(write, 'person_merge', {
    id,
    kept_id: keptId,
    merged_id: mergedId,
    filled: JSON.stringify(filled),
    created_at: timeOf(write),
  });
  settleStanding(write, mergedId);
  return id;
}

export function undoMerge(write: Write, merge: StoredMerge): void {
  updateRow(write, 'person_merge', { id: merge.id }, { undone_at: timeOf(write) });
  settleStanding(write, merge.mergedId);
}

/** Works out anew whom a person, and whoever was merged into it before, is the same as. */
function settleStanding(write: Write, personId: string): void {
  const { db } = write;
  const followed = prepare<{ id: string; stands_as: string | null }>(
    db,
    `WITH RECURSIVE followed (id) AS (
       VALUES (@id) UNION
       SELECT merged_id FROM person_merge JOIN followed ON kept_id = followed.id
       WHERE undone_at IS NULL)
     SELECT id, (
       WITH RECURSIVE up (id, depth) AS (
         VALUES (followed.id, 0) UNION
         SELECT kept_id, depth + 1 FROM person_merge JOIN up ON merged_id = up.id
         WHERE undone_at IS NULL AND depth < 1000)
       SELECT nullif(id, followed.id) FROM up ORDER BY depth DESC LIMIT 1) AS stands_as
     FROM followed`,
  ).all({ id: personId });
  for (const { id, stands_as } of followed) updateRow(write, 'person', { id }, { stands_as });
}
