import type { Migration } from './migration';

export const matching: Migration = {
  name: 'matching',
  sql: `
    -- All of this is derived from the texts of sources, and belongs to this file alone: numbers mean
    -- nothing outside of it. What it holds is told in library/matching/segments.ts.

    -- 'next_chunk', 'flushed_to', 'is_complete'.
    CREATE TABLE matching_state (
      key TEXT PRIMARY KEY NOT NULL,
      value INTEGER NOT NULL
    ) STRICT;

    -- A version that is indexed, with the number of its first chunk; the others follow.
    CREATE TABLE matching_document (
      first_chunk INTEGER NOT NULL,
      chunk_count INTEGER NOT NULL,
      version_id TEXT NOT NULL,
      PRIMARY KEY (first_chunk)
    ) STRICT;
    CREATE UNIQUE INDEX matching_document_version ON matching_document (version_id);

    -- The features of chunks that are in no segment yet.
    CREATE TABLE matching_fresh (
      chunk INTEGER NOT NULL,
      features BLOB NOT NULL,
      PRIMARY KEY (chunk)
    ) STRICT;

    CREATE TABLE matching_segment (
      id INTEGER NOT NULL,
      -- Chunks from first_chunk to end_chunk (exclusive).
      first_chunk INTEGER NOT NULL,
      end_chunk INTEGER NOT NULL,
      bits INTEGER NOT NULL,
      row_bits INTEGER NOT NULL,
      postings INTEGER NOT NULL,
      -- How many of its chunks are no longer those of a source.
      dead_chunks INTEGER NOT NULL,
      -- While it is being merged: the segment that its rows go to.
      merges_into INTEGER,
      -- While others are being merged into it: how many of its 2 ** step_bits parts are done.
      steps_done INTEGER,
      step_bits INTEGER,
      PRIMARY KEY (id)
    ) STRICT;

    -- The key is the segment's id and the row's number in it, made one number.
    CREATE TABLE matching_row (
      key INTEGER NOT NULL,
      postings BLOB NOT NULL,
      PRIMARY KEY (key)
    ) STRICT;
  `,
};
