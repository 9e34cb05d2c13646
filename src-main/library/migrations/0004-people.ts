import { type Migration, WRITTEN } from './migration';

export const people: Migration = {
  name: 'people',
  sql: `
    -- Names are not unique: two people may share one.
    CREATE TABLE person (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      role TEXT,
      affiliation TEXT,
      url TEXT,
      created_at TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX person_name ON person (name);

    CREATE TABLE credit (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL REFERENCES article (id),
      person_id TEXT NOT NULL REFERENCES person (id),
      role TEXT NOT NULL,
      -- Place, title and affiliation as of this article.
      location TEXT,
      job_title TEXT,
      affiliation TEXT,
      staff TEXT NOT NULL,
      -- Fractional index: the order within the byline.
      position TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX credit_article ON credit (article_id, position);
    CREATE INDEX credit_person ON credit (person_id);
  `,
};
