import { type Migration, WRITTEN } from './migration';

export const bylines: Migration = {
  name: 'bylines',
  sql: `
    -- 'byline', 'tagline' or 'hidden'; null: where its role is printed.
    ALTER TABLE credit ADD COLUMN tier TEXT;
    -- Said of the contributor in brackets: "now", "the match".
    ALTER TABLE credit ADD COLUMN note TEXT;
    -- What the person was called when the article was finished; null while it is not.
    ALTER TABLE credit ADD COLUMN finished_name TEXT;
    UPDATE credit SET finished_name = (
      SELECT person.name FROM person AS named
      JOIN person ON person.id = coalesce(named.stands_as, named.id)
      WHERE named.id = credit.person_id)
    WHERE article_id IN (SELECT id FROM article WHERE status = 'finished');
    -- Printed in place of the generated line.
    ALTER TABLE article ADD COLUMN byline_override TEXT;
    -- The byline as it was pasted or imported.
    ALTER TABLE article ADD COLUMN byline_raw TEXT;

    -- The newsroom's own house styles; article.byline_style names a built-in one or one of these.
    CREATE TABLE house_style (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      -- JSON (model/house-style.ts).
      style TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
  `,
};
