import { type Migration, WRITTEN } from './migration';

export const session: Migration = {
  name: 'session',
  sql: `
    -- This device's own memory; never shared.
    CREATE TABLE session (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;

    -- Where the editor was in an article (model/article.ts, EditingPlace), as JSON.
    CREATE TABLE editing_place (
      article_id TEXT PRIMARY KEY NOT NULL REFERENCES article (id),
      place TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;
  `,
};
