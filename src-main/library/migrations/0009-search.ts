import type { Migration } from './migration';

/** Text comes folded (src-shared/search/units.ts); marks of Indic scripts are parts of their words. */
const TOKENIZE = `tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"`;

export const search: Migration = {
  name: 'search',
  sql: `
    -- All of this is derived, and belongs to this file alone: numbers mean nothing outside of it.
    -- library/search/documents.ts tells what is in it.

    -- 'form': the rules by which texts were folded.
    CREATE TABLE search_state (
      key TEXT PRIMARY KEY NOT NULL,
      value INTEGER NOT NULL
    ) STRICT;

    -- What is indexed, under which number, and with which words: they are needed to take it out again.
    CREATE TABLE search_document (
      number INTEGER NOT NULL,
      -- 'article', 'source' or 'person'.
      kind TEXT NOT NULL,
      item_id TEXT NOT NULL,
      title TEXT NOT NULL,
      names TEXT NOT NULL,
      tags TEXT NOT NULL,
      facts TEXT NOT NULL,
      -- Of a source: its text, and the hash of it as it was folded.
      text_sha256 TEXT,
      folded_sha256 TEXT,
      PRIMARY KEY (number)
    ) STRICT;
    CREATE UNIQUE INDEX search_document_item ON search_document (kind, item_id);

    -- What was changed since it was indexed.
    CREATE TABLE search_behind (
      kind TEXT NOT NULL,
      item_id TEXT NOT NULL,
      PRIMARY KEY (kind, item_id)
    ) STRICT, WITHOUT ROWID;

    -- No text is stored here a second time. What leaves a file for the private one leaves no word
    -- in its index ('secure-delete').
    CREATE VIRTUAL TABLE search_name USING fts5 (
      title, names, tags, facts, content = '', prefix = '1 2', ${TOKENIZE}
    );
    CREATE VIRTUAL TABLE search_source USING fts5 (
      title, names, tags, facts, text, content = '', prefix = '3', ${TOKENIZE}
    );
    INSERT INTO search_name (search_name, rank) VALUES ('secure-delete', 1);
    INSERT INTO search_source (search_source, rank) VALUES ('secure-delete', 1);
    -- Merging less often is what makes importing fast.
    INSERT INTO search_source (search_source, rank) VALUES ('automerge', 16);
    INSERT INTO search_source (search_source, rank) VALUES ('crisismerge', 64);
    -- Articles change with every save, and the words before are not needed to replace them.
    CREATE VIRTUAL TABLE search_article USING fts5 (
      title, names, tags, facts, text, content = '', contentless_delete = 1, prefix = '3', ${TOKENIZE}
    );

    INSERT INTO search_behind SELECT 'article', id FROM article WHERE deleted_at IS NULL;
    INSERT INTO search_behind SELECT 'source', id FROM source WHERE deleted_at IS NULL;
    INSERT INTO search_behind SELECT 'person', id FROM person WHERE deleted_at IS NULL;
  `,
};
