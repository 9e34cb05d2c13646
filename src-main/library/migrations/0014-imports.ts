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

    -- Their files that were looked at, so that none is read again, and none comes back from the bin.
    CREATE TABLE watched_file (
      folder_id TEXT NOT NULL,
      name TEXT NOT NULL,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      -- Why it was refused.
      code TEXT,
      PRIMARY KEY (folder_id, name)
    ) STRICT, WITHOUT ROWID;
  `,
};
