import { type Migration, WRITTEN } from './migration';

export const exportPresets: Migration = {
  name: 'export-presets',
  sql: `
    -- Forms that a newsroom exports together.
    CREATE TABLE export_preset (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      -- JSON list of forms (contract/exports.ts).
      formats TEXT NOT NULL,
      -- For whom Markdown is written.
      profile TEXT NOT NULL,
      -- 1 where a bundle is written too.
      bundle INTEGER NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
  `,
};
