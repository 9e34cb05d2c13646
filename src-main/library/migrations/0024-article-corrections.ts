import { type Migration, WRITTEN } from './migration';

/*
 * From here on `revision.reason` is also 'finish' or 'reopen' (`name` says why), and such a revision is
 * kept though its words are those of the one before.
 */
export const articleCorrections: Migration = {
  name: 'article-corrections',
  sql: `
    -- What an editor says below an article that was published, in words of their own.
    CREATE TABLE article_correction (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL REFERENCES article (id),
      -- 'correction', 'clarification' or 'update'.
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      -- The name at the time of writing.
      editor_name TEXT NOT NULL,
      created_at TEXT NOT NULL,
      -- When it first went out with an export.
      exported_at TEXT,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX article_correction_article ON article_correction (article_id);
  `,
};
