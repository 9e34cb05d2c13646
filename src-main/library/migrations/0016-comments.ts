import { type Migration, WRITTEN } from './migration';

export const comments: Migration = {
  name: 'comments',
  sql: `
    -- Comments on a stretch of an article; where it stands is said by the document alone.
    CREATE TABLE comment_thread (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL REFERENCES article (id),
      -- The words that it was begun on.
      quote TEXT NOT NULL,
      resolved_at TEXT,
      resolved_by TEXT,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX comment_thread_article ON comment_thread (article_id);

    CREATE TABLE comment (
      id TEXT PRIMARY KEY NOT NULL,
      thread_id TEXT NOT NULL REFERENCES comment_thread (id),
      text TEXT NOT NULL,
      -- The name at the time of writing.
      editor_name TEXT NOT NULL,
      created_at TEXT NOT NULL,
      edited_at TEXT,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX comment_of_thread ON comment (thread_id);
  `,
};
