import { type Migration, WRITTEN } from './migration';

/** All of it lives in the file of its source. */
export const sourceNotes: Migration = {
  name: 'source-notes',
  sql: `
    -- An editor's own words about a source, or about a stretch of one of its versions.
    CREATE TABLE source_note (
      id TEXT PRIMARY KEY NOT NULL,
      source_id TEXT NOT NULL REFERENCES source (id),
      source_version_id TEXT REFERENCES source_version (id),
      start INTEGER,
      end INTEGER,
      -- How the words and those around them are found again (quotation/passage.ts).
      exact TEXT,
      prefix TEXT,
      suffix TEXT,
      text TEXT NOT NULL,
      created_at TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX source_note_source ON source_note (source_id);

    -- What was agreed with a speaker about a source.
    CREATE TABLE agreement (
      id TEXT PRIMARY KEY NOT NULL,
      source_id TEXT NOT NULL REFERENCES source (id),
      -- Who it was made with, by name.
      speaker TEXT NOT NULL,
      -- 'given', 'given-in-part', 'refused', 'not-asked' or 'withdrawn'.
      consent TEXT NOT NULL,
      -- What was agreed, in the editor's words.
      terms TEXT,
      agreed_on TEXT,
      withdrawn_on TEXT,
      withdrawal_reason TEXT,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX agreement_source ON agreement (source_id);

    -- What must not be used of a source: a stretch of a version, or (without one) all of it.
    CREATE TABLE exclusion (
      id TEXT PRIMARY KEY NOT NULL,
      source_id TEXT NOT NULL REFERENCES source (id),
      source_version_id TEXT REFERENCES source_version (id),
      start INTEGER,
      end INTEGER,
      -- How the words and those around them are found again (quotation/passage.ts).
      exact TEXT,
      prefix TEXT,
      suffix TEXT,
      reason TEXT NOT NULL,
      created_at TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX exclusion_source ON exclusion (source_id);
  `,
};
