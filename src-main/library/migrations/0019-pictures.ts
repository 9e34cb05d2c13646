import { type Migration, WRITTEN } from './migration';

export const pictures: Migration = {
  name: 'pictures',
  sql: `
    -- Pictures of figures. Their bytes lie with the originals, immutable; which articles show them is
    -- said by the documents alone. The name of the file is not kept: it may tell whose it was.
    CREATE TABLE picture (
      sha256 TEXT PRIMARY KEY NOT NULL,
      type TEXT NOT NULL,
      -- Pixels, as the picture is seen upright.
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      -- Bytes.
      size INTEGER NOT NULL,
      added_at TEXT NOT NULL,
      deleted_at TEXT,
      ${WRITTEN}
    ) STRICT;
  `,
};
