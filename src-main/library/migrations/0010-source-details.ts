import { type Migration, WRITTEN } from './migration';

export const sourceDetails: Migration = {
  name: 'source-details',
  sql: `
    -- JSON object of CSL-JSON fields beyond the columns that Stet has of its own.
    ALTER TABLE source ADD COLUMN metadata TEXT NOT NULL DEFAULT '{}';
    -- JSON list of text.
    ALTER TABLE source ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
    -- Which of the sources in its original it is, where the original holds several.
    ALTER TABLE source ADD COLUMN part TEXT;

    CREATE TABLE collection (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      parent_id TEXT REFERENCES collection (id),
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;

    -- Lives in the file of its source; a removed row says that the source was taken out.
    CREATE TABLE collection_source (
      id TEXT PRIMARY KEY NOT NULL,
      collection_id TEXT NOT NULL,
      source_id TEXT NOT NULL REFERENCES source (id),
      deleted_at TEXT,
      ${WRITTEN},
      UNIQUE (collection_id, source_id)
    ) STRICT;
    CREATE INDEX collection_source_source ON collection_source (source_id);

    CREATE TABLE saved_search (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      -- As it is typed into the search box.
      query TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
  `,
};
