import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import type { Host } from '../host';
import { CommandFailure } from './failure';

/** What a command does with a library: makes it where there is none, writes to it, or reads it. */
export type Access = 'create' | 'write' | 'read';

/**
 * Opens the library of a folder for one command and closes it after. A library that is only read
 * may be open in Stet at the same time.
 */
export async function withLibrary<Result>(
  folder: string,
  access: Access,
  work: (library: Host) => Promise<Result>,
): Promise<Result> {
  const path = resolve(folder);
  if (access !== 'create' && !existsSync(join(path, 'library.db'))) {
    throw new CommandFailure(
      `there is no library in ${folder}. Nothing was changed. "stet import" makes one.`,
    );
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new CommandFailure(
      `${folder} is a file. Nothing was changed. Name the library's folder.`,
    );
  }
  // Loaded here, so that commands without a library start without SQLite.
  const { openLibrary } = await import('../host');
  const { extractSources } = await import('../../src-shared/import/extract');
  const library = await openLibrary(path, {
    extract: extractSources,
    readOnly: access === 'read',
  });
  try {
    const result = await work(library);
    // Whoever searches next may only read, and so cannot catch up.
    if (access !== 'read') await library.settle();
    return result;
  } finally {
    await library.close();
  }
}

/** Tells the library where a file is; the contract knows files by token alone. */
export function grantFile(library: Host, file: string): IncomingFile {
  const token = newId();
  library.grantFile(token, resolve(file));
  return { from: 'granted', token };
}

/** The same for a folder. */
export function grantFolder(library: Host, folder: string): string {
  const token = newId();
  library.grantFolder(token, resolve(folder));
  return token;
}
