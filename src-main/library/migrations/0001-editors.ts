import { type Migration, WRITTEN } from './migration';

export const editors: Migration = {
  name: 'editors',
  sql: `
    -- What is true of the file as a whole, e.g. when it was made.
    CREATE TABLE meta (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE editor (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;

    CREATE TABLE device (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      -- Newest reading of the logical clock, so that it goes on from there after a restart.
      last_clock TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;
  `,
};
