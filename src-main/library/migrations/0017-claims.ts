import { type Migration, WRITTEN } from './migration';

export const claims: Migration = {
  name: 'claims',
  sql: `
    -- What is known about a claim that is marked in an article; where it stands is said by the document
    -- alone. Its links are in 'link', under its own id, so that they live and move with their sources.
    CREATE TABLE claim (
      id TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES article (id),
      deleted_at TEXT,
      -- Derived from the document.
      text TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      -- JSON list of {start, end}.
      parts TEXT NOT NULL,
      ${WRITTEN},
      PRIMARY KEY (article_id, id)
    ) STRICT;
    CREATE INDEX claim_article ON claim (article_id, ordinal);

    -- Append-only: an editor's signed word. It lapses when either hash no longer fits.
    CREATE TABLE claim_check (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL,
      claim_id TEXT NOT NULL,
      -- 'confirmed', 'accepted', or 'withdrawn' where the word was taken back.
      kind TEXT NOT NULL,
      reason TEXT,
      -- The name at the time of signing.
      editor_name TEXT NOT NULL,
      claim_sha256 TEXT NOT NULL,
      passage_sha256 TEXT,
      supersedes TEXT REFERENCES claim_check (id),
      ${WRITTEN},
      FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id)
    ) STRICT;
    CREATE INDEX claim_check_claim ON claim_check (article_id, claim_id, clock);

    -- A sentence that looks as if it needed a source, and needs none, as an editor says.
    CREATE TABLE claim_dismissal (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL REFERENCES article (id),
      words TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX claim_dismissal_article ON claim_dismissal (article_id);

    -- Append-only: what became of a quotation that was given to its speaker to read. Lives where the
    -- source does that the quotation is linked to, so it refers to no article.
    CREATE TABLE read_back (
      id TEXT PRIMARY KEY NOT NULL,
      article_id TEXT NOT NULL,
      quotation_id TEXT NOT NULL,
      -- The source that the quotation was linked to, or null where it was linked to none.
      source_id TEXT REFERENCES source (id),
      -- 'sent', 'approved', 'changes-asked', or 'withdrawn' where 'supersedes' was taken back.
      state TEXT NOT NULL,
      on_day TEXT NOT NULL,
      by_whom TEXT NOT NULL,
      note TEXT NOT NULL,
      -- The name at the time of writing.
      editor_name TEXT NOT NULL,
      quotation_sha256 TEXT NOT NULL,
      supersedes TEXT,
      ${WRITTEN}
    ) STRICT;
    CREATE INDEX read_back_quotation ON read_back (article_id, quotation_id, clock);
    CREATE INDEX read_back_source ON read_back (source_id);
  `,
};
