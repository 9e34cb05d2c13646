import { type Migration, WRITTEN } from './migration';

export const houseProfile: Migration = {
  name: 'house-profile',
  sql: `
    -- Append-only: how strictly this newsroom quotes, as JSON (HouseProfile of quotation/verdict/profile.ts).
    CREATE TABLE house_profile (
      id TEXT PRIMARY KEY NOT NULL,
      profile TEXT NOT NULL,
      supersedes TEXT REFERENCES house_profile (id),
      ${WRITTEN}
    ) STRICT;
  `,
};
