import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

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
  await mkdir(folder, { recursive: true });
  await writeFileDurably(path, bytes);
  await syncFolder(dirname(folder));
  await syncFolder(libraryFolder);
  return hash;
}

/** Makes new and renamed entries of a folder durable. Windows does it by itself and has no way to ask. */
async function syncFolder(folder: string): Promise<void> {
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
