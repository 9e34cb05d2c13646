import type { Database } from 'better-sqlite3';
import { type ChosenProfile, HouseProfileSchema } from '../../src-shared/quotation/verdict/profile';
import { readJson } from './json';
import { prepare } from './sqlite';
import { insertRow, newId, type Write } from './write';

const UNCHOSEN: ChosenProfile = { name: 'strict', base: 'strict', rules: {}, limits: {} };

/** The profile that was chosen last; strict where nobody has chosen. */
export function readHouseProfile(db: Database): ChosenProfile {
  const newest = readNewest(db);
  return newest ? readJson(HouseProfileSchema, newest.profile) : UNCHOSEN;
}

/** Adds the profile that counts from now on; the ones before stay, as quotations were signed under them. */
export function addHouseProfile(write: Write, profile: ChosenProfile): void {
  insertRow(write, 'house_profile', {
    id: newId(),
    profile: JSON.stringify(profile),
    supersedes: readNewest(write.db)?.id ?? null,
  });
}

function readNewest(db: Database): { id: string; profile: string } | undefined {
  return prepare(
    db,
    'SELECT id, profile FROM main.house_profile ORDER BY clock DESC LIMIT 1',
  ).get() as { id: string; profile: string } | undefined;
}
