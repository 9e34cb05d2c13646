import { type Migration, WRITTEN } from './migration';

export const articles: Migration = {
  name: 'articles',
  sql: `
    CREATE TABLE article (
      id TEXT PRIMARY KEY NOT NULL,
      status TEXT NOT NULL,
      language TEXT NOT NULL,
      section TEXT,
      dateline TEXT,
      -- JSON list of text.
      tags TEXT NOT NULL,
      byline_style TEXT NOT NULL,
      -- The byline as it was printed: kept while the article is finished, whatever a person is called later.
      finished_byline TEXT,
      finished_tail TEXT,
      -- Derived from the document.
      headline TEXT NOT NULL,
      created_at TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;

    -- The document as it stands, one row an article, overwritten by every save.
    CREATE TABLE working_copy (
      article_id TEXT PRIMARY KEY NOT NULL REFERENCES article (id),
      document TEXT NOT NULL,
      -- Counts the saves; a save names the one it was made from.
      version INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;

    -- Append-only.
    CREATE TABLE revision (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL REFERENCES article (id),
      supersedes TEXT REFERENCES revision (id),
      -- 'import', 'new', 'pause', 'switch' or 'export'.
      reason TEXT NOT NULL,
      document TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX revision_article ON revision (article_id, clock);
  `,
};
