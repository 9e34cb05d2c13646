import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import { StetError } from '../../src-shared/errors';
import type { Context } from './context';

/** The largest file that is taken in, in bytes. */
export const SIZE_LIMIT = 200 * 1024 * 1024;

export interface ReadFile {
  name: string;
  bytes: Uint8Array;
}

/** The name of a file that is to come in; empty for a token that nobody was given. */
export function nameOf(context: Context, file: IncomingFile): string {
  if (file.from === 'bytes') return basename(file.name.replaceAll('\\', '/'));
  return basename(context.grants.files.get(file.token) ?? '');
}

/** Reads a file that is to come in. Throws `not-found`, `file-too-large` or `file-unreadable`, with its name. */
export async function readIncoming(context: Context, file: IncomingFile): Promise<ReadFile> {
  const name = nameOf(context, file);
  if (file.from === 'bytes') {
    if (file.bytes.byteLength > SIZE_LIMIT) throw new StetError('file-too-large', { name });
    return { name, bytes: file.bytes };
  }
  const path = context.grants.files.get(file.token);
  if (path === undefined) throw new StetError('not-found', { token: file.token });
  try {
    const { size } = await stat(path);
    if (size > SIZE_LIMIT) throw new StetError('file-too-large', { name });
    return { name, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    if (error instanceof StetError) throw error;
    throw new StetError('file-unreadable', { name }, { cause: error });
  }
}
