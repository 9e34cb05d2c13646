import { type Migration, WRITTEN } from './migration';

export const sources: Migration = {
  name: 'sources',
  sql: `
    -- The bytes of a file as it came in; they lie in originals/<first two hex>/<sha256>.
    CREATE TABLE original (
      sha256 TEXT PRIMARY KEY NOT NULL,
      size INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;

    CREATE TABLE source (
      id TEXT PRIMARY KEY NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      medium TEXT NOT NULL,
      terms TEXT NOT NULL,
      embargo_until TEXT,
      disclosure TEXT NOT NULL,
      description TEXT,
      date TEXT,
      url TEXT,
      creator TEXT,
      language TEXT,
      file_name TEXT NOT NULL,
      added_at TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;

    -- Immutable: what was extracted from an original, kept once however many versions have it.
    CREATE TABLE source_text (
      sha256 TEXT PRIMARY KEY NOT NULL,
      text TEXT NOT NULL
    ) STRICT;

    -- Append-only: a correction or a new extraction adds a version.
    CREATE TABLE source_version (
      id TEXT PRIMARY KEY NOT NULL,
      source_id TEXT NOT NULL REFERENCES source (id),
      supersedes TEXT REFERENCES source_version (id),
      -- Counts from 1 within the source.
      number INTEGER NOT NULL,
      -- 'extraction' or 'correction'.
      kind TEXT NOT NULL,
      text_sha256 TEXT NOT NULL REFERENCES source_text (sha256),
      original_sha256 TEXT REFERENCES original (sha256),
      -- JSON list of locators (model/source.ts).
      locators TEXT NOT NULL,
      -- Derived from text and locators; seconds.
      word_count INTEGER NOT NULL,
      duration REAL,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX source_version_source ON source_version (source_id, number);
    CREATE INDEX source_version_text ON source_version (text_sha256);
    CREATE INDEX source_version_original ON source_version (original_sha256);
  `,
};
