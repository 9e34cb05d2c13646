import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StetError } from '../../src-shared/errors';

/** SHA-256 of bytes, or of a text's UTF-8, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a file so that it is there whole or not at all, after a crash and after a power cut: written
 * beside its place, flushed, renamed, and the folder flushed. A link at the place is replaced and not
 * followed. Not `write-file-atomic`: that renames a file which a full disk has cut short, because it
 * does not look at how much was written, and it does not flush the folder.
 */
export async function writeFileDurably(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(
    folder,
    `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}`,
  );
  const file = await open(temporary, 'wx');
  try {
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(folder);
}

/** Keeps bytes under `originals/<first two hex>/<sha256>` of a library; does nothing where they are there. */
export async function keepOriginal(libraryFolder: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const folder = join(libraryFolder, 'originals', hash.slice(0, 2));
  const path = join(folder, hash);
  const known = await stat(path).catch(() => null);
  if (known?.size === bytes.byteLength) return hash;
  const isNewFolder = (await mkdir(folder, { recursive: true })) !== undefined;
  await writeFileDurably(path, bytes);
  if (isNewFolder) {
    await syncFolder(dirname(folder));
    await syncFolder(libraryFolder);
  }
  return hash;
}

export interface Copying {
  /** Told how many bytes are there so far. */
  onBytes?(done: number): void;
  isCancelled?(): boolean;
}

const COPIED_AT_ONCE = 1024 * 1024;

/**
 * Keeps the bytes of a file as `keepOriginal` does, without ever holding more than a stretch of it in
 * memory. Rejects with `cancelled`, `file-unreadable` where it is the file that cannot be read, and
 * with the file system's own errors where it is the library that cannot be written; nothing is left then.
 */
export async function keepOriginalFile(
  libraryFolder: string,
  path: string,
  copying: Copying = {},
): Promise<{ sha256: string; size: number }> {
  const incoming = join(libraryFolder, INCOMING);
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, randomBytes(8).toString('hex'));
  try {
    const { sha256: hash, size } = await copyHashed(path, temporary, copying);
    const folder = join(libraryFolder, 'originals', hash.slice(0, 2));
    const place = join(folder, hash);
    const known = await stat(place).catch(() => null);
    if (known?.size !== size) {
      await mkdir(folder, { recursive: true });
      await rename(temporary, place);
      await syncFolder(folder);
      await syncFolder(dirname(folder));
      await syncFolder(libraryFolder);
    }
    return { sha256: hash, size };
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Takes away what copies that a crash cut short have left. Called while nobody copies. */
export async function sweepIncoming(libraryFolder: string): Promise<void> {
  await rm(join(libraryFolder, INCOMING), { recursive: true, force: true });
}

/** Copies that are not whole yet, on the same disk as the originals. */
const INCOMING = join('originals', '.incoming');

async function copyHashed(
  from: string,
  to: string,
  { onBytes, isCancelled }: Copying,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  const source = await open(from, 'r').catch(unreadable);
  try {
    const copy = await open(to, 'wx');
    try {
      const buffer = new Uint8Array(COPIED_AT_ONCE);
      let size = 0;
      for (;;) {
        if (isCancelled?.()) throw new StetError('cancelled');
        const { bytesRead } = await source.read(buffer, 0, buffer.length, null).catch(unreadable);
        if (bytesRead === 0) break;
        const stretch = buffer.subarray(0, bytesRead);
        hash.update(stretch);
        // Writes all of it or fails: a full disk does not pass for a short file.
        await copy.writeFile(stretch);
        size += bytesRead;
        onBytes?.(size);
      }
      await copy.sync();
      return { sha256: hash.digest('hex'), size };
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

function unreadable(cause: unknown): never {
  throw new StetError('file-unreadable', {}, { cause });
}

/** Where the bytes of an original lie. */
export function originalPath(libraryFolder: string, hash: string): string {
  return join(libraryFolder, 'originals', hash.slice(0, 2), hash);
}

/** Makes new and renamed entries of a folder durable. Windows does it by itself and has no way to ask. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot flush a folder; the file itself is flushed.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      throw error;
    }
  } finally {
    await handle.close();
  }
}
