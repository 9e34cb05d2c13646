import { type Migration, WRITTEN } from './migration';

export const personRecords: Migration = {
  name: 'person-records',
  sql: `
    -- JSON list of {name, language}: aliases, former names, names in other scripts.
    ALTER TABLE person ADD COLUMN other_names TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE person ADD COLUMN sort_name TEXT;
    ALTER TABLE person ADD COLUMN name_order TEXT;
    ALTER TABLE person ADD COLUMN is_pseudonym INTEGER NOT NULL DEFAULT 0;
    -- JSON list of web addresses.
    ALTER TABLE person ADD COLUMN links TEXT NOT NULL DEFAULT '[]';
    -- Derived from the merges that hold: the person that this one is the same as.
    ALTER TABLE person ADD COLUMN stands_as TEXT;
    CREATE INDEX person_stands_as ON person (stands_as) WHERE stands_as IS NOT NULL;

    -- Who is the same as whom. Credits and speakers keep naming whom they named.
    CREATE TABLE person_merge (
      id TEXT PRIMARY KEY NOT NULL,
      kept_id TEXT NOT NULL REFERENCES person (id),
      merged_id TEXT NOT NULL REFERENCES person (id),
      -- JSON of what the one that was kept had left empty and took over.
      filled TEXT NOT NULL,
      created_at TEXT NOT NULL,
      undone_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX person_merge_kept ON person_merge (kept_id);

    -- What nobody outside of the person's own record is told: in the private file alone.
    CREATE TABLE person_private (
      id TEXT PRIMARY KEY NOT NULL,
      real_name TEXT,
      email TEXT,
      contact TEXT,
      notes TEXT,
      ${WRITTEN}
    ) STRICT;
  `,
};
