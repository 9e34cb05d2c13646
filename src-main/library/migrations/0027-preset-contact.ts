import type { Migration } from './migration';

export const presetContact: Migration = {
  name: 'preset-contact',
  sql: `
    -- 1 where the contact details of the people in the byline are written too.
    ALTER TABLE export_preset ADD COLUMN with_contact INTEGER NOT NULL DEFAULT 0;
  `,
};
