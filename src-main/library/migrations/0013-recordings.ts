import { type Migration, WRITTEN } from './migration';

export const recordings: Migration = {
  name: 'recordings',
  sql: `
    -- The sound or film that a source's words were taken from. Its bytes lie with the originals; the
    -- row lives in the file of its source.
    CREATE TABLE recording (
      id TEXT PRIMARY KEY NOT NULL,
      source_id TEXT NOT NULL REFERENCES source (id),
      original_sha256 TEXT NOT NULL REFERENCES original (sha256),
      -- As in 'audio/mpeg'.
      media_type TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX recording_source ON recording (source_id);
    CREATE INDEX recording_original ON recording (original_sha256);
  `,
};
