import type { Migration } from './migration';

/** Only the private file has rows here: a path can tell who a source is. */
export const imports: Migration = {
  name: 'imports',
  sql: `
    -- Files that are to come in and have not: what is left of an import that was stopped, or cut short.
    CREATE TABLE import_waiting (
      job_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      path TEXT NOT NULL,
      PRIMARY KEY (job_id, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- Folders of this device from which new files come in by themselves.
    CREATE TABLE watched_folder (
      id TEXT PRIMARY KEY NOT NULL,
      path TEXT NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;
  `,
};
