import type { Migration } from './migration';

export const sourceLists: Migration = {
  name: 'source-lists',
  sql: `
    -- What lists of sources go by (library/source-lists.ts): a library may have 100,000.
    CREATE INDEX source_listed ON source (id) WHERE deleted_at IS NULL;
    CREATE INDEX source_removed ON source (id) WHERE deleted_at IS NOT NULL;
    CREATE INDEX source_tags ON source (tags, id) WHERE deleted_at IS NULL AND tags <> '[]';
    CREATE INDEX collection_source_listed ON collection_source (collection_id, source_id)
      WHERE deleted_at IS NULL;
  `,
};
