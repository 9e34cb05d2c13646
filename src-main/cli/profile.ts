import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import * as v from 'valibot';
import {
  HouseProfileSchema,
  PERMISSIVE,
  type Profile,
  readProfile,
  STRICT,
} from '../../src-shared/quotation/verdict/profile';
import { CommandFailure, describeFileError } from './failure';

export const PROFILES = { strict: STRICT, permissive: PERMISSIVE };

/** How strictly a command judges; a file holds what the dialog "House profile" copies as JSON. */
export function profileOption(standard: string): Option {
  return new Option(
    '--profile <profile>',
    `strict, permissive, or a file with a newsroom's own house profile (as if left out: ${standard})`,
  );
}

/** The profile that the option names. Throws a CommandFailure for a file that holds none. */
export async function namedProfile(name: string): Promise<Profile> {
  if (name === 'strict' || name === 'permissive') return PROFILES[name];
  const text = await readFile(name, 'utf8').catch((error) => {
    throw new CommandFailure(`${name}: ${describeFileError(error)}.`);
  });
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), HouseProfileSchema),
    text.replace(/^\uFEFF/, ''),
  );
  if (parsed.success) return readProfile(parsed.output);
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new CommandFailure(
    `${name}: this is no house profile${path ? ` (${path}: ${issue.message})` : ''}. Nothing was judged.`,
  );
}
