import type { Migration } from './migration';

/*
 * From here on `source_version.kind` is 'extraction' (as it came in), 'machine' (a machine's
 * transcript), 'corrected', 'anonymised' or 'translated'.
 */
export const sourceVersions: Migration = {
  name: 'source-versions',
  sql: `
    -- Why it was added, in the editor's words.
    ALTER TABLE source_version ADD COLUMN reason TEXT;
    -- Of a translation: the language it is in (BCP 47).
    ALTER TABLE source_version ADD COLUMN language TEXT;
    -- When it was taken back: its words stay, nothing is found or read in it any more.
    ALTER TABLE source_version ADD COLUMN withdrawn_at TEXT;
    UPDATE source_version SET kind = 'corrected' WHERE kind = 'correction';

    -- The link that this one carries over to another version; null where an editor made it.
    ALTER TABLE link ADD COLUMN carried_from TEXT;
  `,
};
