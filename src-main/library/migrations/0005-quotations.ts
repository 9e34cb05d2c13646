import { type Migration, WRITTEN } from './migration';

export const quotations: Migration = {
  name: 'quotations',
  sql: `
    -- What is known about a quotation; where it stands is said by the document alone.
    -- Words pasted from one article into another bring their id along, so it is one within its article.
    CREATE TABLE quotation (
      id TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES article (id),
      dismissed INTEGER NOT NULL,
      deleted_at TEXT,
      -- Derived from the document.
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      -- JSON list of {start, end, text}: several where an attribution splits the quotation.
      parts TEXT NOT NULL,
      attribution TEXT,
      suggestion TEXT,
      -- Derived from the quotation, its passage and its check.
      verdict TEXT NOT NULL,
      settled INTEGER NOT NULL,
      ${WRITTEN},
      PRIMARY KEY (article_id, id)
    ) STRICT;
    CREATE INDEX quotation_article ON quotation (article_id, ordinal);

    -- Append-only: a stretch of one source version.
    CREATE TABLE passage (
      id TEXT PRIMARY KEY NOT NULL,
      source_version_id TEXT NOT NULL REFERENCES source_version (id),
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      -- JSON of where it stands in the words of its source: page, time, paragraph, speaker.
      place TEXT NOT NULL,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX passage_version ON passage (source_version_id, start);

    -- Append-only. A null passage says that the link was taken back.
    CREATE TABLE link (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL,
      quotation_id TEXT NOT NULL,
      passage_id TEXT REFERENCES passage (id),
      supersedes TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX link_quotation ON link (article_id, quotation_id, clock);
    CREATE INDEX link_passage ON link (passage_id);

    -- Append-only. A null person says that nobody is named any more.
    CREATE TABLE speaker_assignment (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL,
      quotation_id TEXT NOT NULL,
      person_id TEXT REFERENCES person (id),
      supersedes TEXT REFERENCES speaker_assignment (id),
      ${WRITTEN},
      FOREIGN KEY (article_id, quotation_id) REFERENCES quotation (article_id, id)
    ) STRICT;
    CREATE INDEX speaker_assignment_quotation ON speaker_assignment (article_id, quotation_id, clock);
    CREATE INDEX speaker_assignment_person ON speaker_assignment (person_id);

    -- Append-only: an editor's signed word. It lapses when either hash no longer fits.
    CREATE TABLE quotation_check (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL,
      quotation_id TEXT NOT NULL,
      -- 'confirmed', 'accepted', or 'withdrawn' where the word was taken back.
      kind TEXT NOT NULL,
      reason TEXT,
      -- The name and the verdict at the time of signing.
      editor_name TEXT NOT NULL,
      verdict TEXT NOT NULL,
      quotation_sha256 TEXT NOT NULL,
      passage_sha256 TEXT,
      supersedes TEXT REFERENCES quotation_check (id),
      ${WRITTEN},
      FOREIGN KEY (article_id, quotation_id) REFERENCES quotation (article_id, id)
    ) STRICT;
    CREATE INDEX quotation_check_quotation ON quotation_check (article_id, quotation_id, clock);
  `,
};
