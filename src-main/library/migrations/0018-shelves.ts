import { type Migration, WRITTEN } from './migration';

export const shelves: Migration = {
  name: 'shelves',
  sql: `
    -- Out of the way, and not in the bin.
    ALTER TABLE article ADD COLUMN archived_at TEXT;
    -- Deleted for good: its words are gone, and this row is what says so.
    ALTER TABLE article ADD COLUMN erased_at TEXT;

    -- What stood around an article (model/article.ts, Desk), as JSON. This device's own memory; it names
    -- the source beside the article, so it lives in the private file alone.
    CREATE TABLE article_desk (
      article_id TEXT PRIMARY KEY NOT NULL,
      desk TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;
  `,
};
