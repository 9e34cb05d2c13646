import { type Migration, WRITTEN } from './migration';

export const gateAcceptances: Migration = {
  name: 'gate-acceptances',
  sql: `
    -- Append-only: an open point of "Finish and export" that somebody answers for. It lapses when what
    -- the point is about is not what it was. Lives in the private file where that hangs on a source of
    -- it, so it refers to no article.
    CREATE TABLE gate_acceptance (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL,
      -- Which point of the gate.
      code TEXT NOT NULL,
      -- 'accepted', or 'withdrawn' where the word was taken back.
      kind TEXT NOT NULL,
      reason TEXT NOT NULL,
      -- The name at the time of signing.
      editor_name TEXT NOT NULL,
      -- A hash of all that the point was about.
      about_sha256 TEXT NOT NULL,
      supersedes TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX gate_acceptance_article ON gate_acceptance (article_id, code, clock);
  `,
};
