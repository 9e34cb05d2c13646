/** One step of the schema. Steps that were released are never changed; a new one is added instead. */
export interface Migration {
  /** What the step is about, e.g. `articles`. */
  name: string;
  sql: string;
}

/*
 * Rules of every table (docs: architecture, "schema rules"):
 * - Ids are UUIDv7 as text; nothing refers to a rowid, and nothing cascades.
 * - Every row names its last writer: editor, device, the logical clock's reading (which orders) and
 *   wall time (which is shown).
 * - What a person made is deleted by `deleted_at` alone.
 * - Append-only tables are named so; their newest row by clock counts, and `supersedes` names the one before.
 * - Columns marked "derived" can be computed again from the rest.
 * - `library.db` and `private.sqlite` have the same schema; no foreign key crosses between them, so
 *   what may live in the private file carries none to articles and quotations.
 */
export const WRITTEN = `
  editor_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  clock TEXT NOT NULL,
  written_at TEXT NOT NULL`;
