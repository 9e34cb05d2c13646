import { type Migration, WRITTEN } from './migration';

export const spelling: Migration = {
  name: 'spelling',
  sql: `
    -- What a checker is not to find. A word of the personal dictionary ('word') and a rule that was
    -- switched off ('rule') count in every article; a place that was let stand ('place', of which there
    -- is a hash and no word) in its own.
    CREATE TABLE spelling_exception (
      id TEXT PRIMARY KEY NOT NULL,
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      article_id TEXT REFERENCES article (id),
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX spelling_exception_value ON spelling_exception (kind, article_id, value);
  `,
};
