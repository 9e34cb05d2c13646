import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import { type ErrorCode, StetError } from '../../src-shared/errors';
import type { Context } from './context';
import { pathsBehind } from './grants';

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

/** Reads a file that is to come in. Throws `not-found`, and what `readWhole` throws, with its name. */
export async function readIncoming(context: Context, file: IncomingFile): Promise<ReadFile> {
  if (file.from === 'bytes') {
    const name = nameOf(context, file);
    if (file.bytes.byteLength > SIZE_LIMIT) throw new StetError('file-too-large', { name });
    return { name, bytes: file.bytes };
  }
  const [path] = await pathsBehind(context.grants.files, [file.token]);
  if (!path) throw new StetError('not-found', { token: file.token });
  const name = basename(path);
  return { name, bytes: await readWhole(path, name) };
}

const CODES: Partial<Record<string, ErrorCode>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EACCES: 'file-forbidden',
  EPERM: 'file-forbidden',
  EISDIR: 'file-is-folder',
};

/** What is wrong with a file that the file system would not read. */
export function fileCodeOf(error: unknown): ErrorCode {
  return CODES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'file-unreadable';
}

/** A short file is read at once: asking for it and waiting takes longer than reading it. */
const SHORT = 64 * 1024;
/** Unless the disk is slow, in milliseconds: then nobody waits for it, for a while. */
const SLOW_MS = 4;
const SLOW_FOR_MS = 10_000;
let slowUntil = Number.NEGATIVE_INFINITY;

/** The same as `readWhole` for a file that was found to be so long, in bytes. */
export async function readKnown(path: string, name: string, size: number): Promise<Uint8Array> {
  const since = performance.now();
  if (size > SHORT || since < slowUntil) return readWhole(path, name);
  try {
    const file = openSync(path, READING);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile() || stats.size > SHORT) return await readWhole(path, name);
      const bytes = new Uint8Array(stats.size + 1);
      const length = readSync(file, bytes, 0, bytes.length, 0);
      // One that has grown meanwhile, or says nothing of how long it is, is read in the usual way.
      return length === stats.size ? bytes.subarray(0, length) : await readWhole(path, name);
    } finally {
      closeSync(file);
      if (performance.now() - since > SLOW_MS) slowUntil = performance.now() + SLOW_FOR_MS;
    }
  } catch (error) {
    if (error instanceof StetError) throw error;
    throw new StetError(fileCodeOf(error), { name }, { cause: error });
  }
}

// A pipe that nobody writes to would be waited for.
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file of the user's. Throws `file-too-large` before anything of it is read, `file-missing`,
 * `file-forbidden`, `file-is-folder`, and `file-unreadable` for what is no file but, say, a pipe.
 */
export async function readWhole(path: string, name: string): Promise<Uint8Array> {
  try {
    const file = await open(path, READING);
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) throw new StetError('file-is-folder', { name });
      if (!stats.isFile()) throw new StetError('file-unreadable', { name });
      if (stats.size > SIZE_LIMIT) throw new StetError('file-too-large', { name });
      const bytes = new Uint8Array(await file.readFile());
      // It may have grown meanwhile, and some say that they are empty and are not.
      if (bytes.byteLength > SIZE_LIMIT) throw new StetError('file-too-large', { name });
      return bytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof StetError) throw error;
    throw new StetError(fileCodeOf(error), { name }, { cause: error });
  }
}
