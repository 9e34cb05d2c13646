import type { Migration } from './migration';

/*
 * From here on `revision.reason` is also 'restore' (before an older one was put back), 'replace' (before
 * many words were replaced) or 'named' (an editor kept it).
 */
export const revisions: Migration = {
  name: 'revisions',
  sql: `
    -- What an editor called it.
    ALTER TABLE revision ADD COLUMN name TEXT;
    -- Derived from the document; null where it was kept before this step.
    ALTER TABLE revision ADD COLUMN word_count INTEGER;
  `,
};
