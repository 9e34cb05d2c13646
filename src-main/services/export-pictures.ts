import { lstat, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { figuresOf } from '../../src-shared/document/figure';
import type { Document } from '../../src-shared/document/schema';
import { PICTURE_TYPES } from '../../src-shared/picture/kinds';
import { readPicture } from '../../src-shared/picture/read-picture';
import type { ExportFile } from '../export/input';
import { exists, syncFolder, writeFileDurably } from '../library/files';
import { findPicture } from '../library/pictures';
import type { Context } from './context';
import { readStored } from './pictures';

/** A picture as it leaves the library: nothing is in it but what is seen. */
interface WrittenPicture {
  /** Relative to the folder of the export, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** The endings of a document's pictures, by their ids; of those that the library has. */
export function endingsOf({ library }: Context, document: Document): Record<string, string> {
  const endings: Record<string, string> = {};
  for (const { picture } of figuresOf(document)) {
    const stored = findPicture(library.db, picture);
    if (stored) endings[picture] = PICTURE_TYPES[stored.type].extensions[0];
  }
  return endings;
}

/**
 * The pictures that belong beside files, without place, camera and names. Throws `picture-missing` for
 * one whose bytes are gone: an article that loses a picture on its way out has to be known of before.
 */
export async function exportedPictures(
  context: Context,
  files: readonly ExportFile[],
): Promise<WrittenPicture[]> {
  const byPath = new Map(
    files.flatMap(({ pictures = [] }) => pictures.map((one) => [one.path, one])),
  );
  const written: WrittenPicture[] = [];
  for (const { path, picture } of byPath.values()) {
    written.push({ path, bytes: await cleanPicture(context, picture) });
  }
  return written;
}

/** A picture of the library as it may leave it. Throws `picture-missing`. */
export async function cleanPicture(context: Context, picture: string): Promise<Uint8Array> {
  const { bytes } = await readStored(context, picture);
  return readPicture('', bytes).clean();
}

/** The paths of other files that are in the place of pictures. */
export async function existingPictures(
  folder: string,
  pictures: readonly WrittenPicture[],
): Promise<string[]> {
  const existing: string[] = [];
  for (const { path, bytes } of pictures) {
    const place = join(folder, path);
    if (!(await exists(place))) continue;
    const there = await readFile(place).catch(() => null);
    // The same picture, from the export before, is in nobody's way.
    if (!there?.equals(bytes)) existing.push(path);
  }
  return existing;
}

/** Writes pictures into the folder, each whole or not at all. Rejects with the file system's errors. */
export async function writePictures(
  folder: string,
  pictures: readonly WrittenPicture[],
): Promise<void> {
  for (const place of new Set(pictures.map(({ path }) => dirname(join(folder, path))))) {
    await mkdir(place, { recursive: true });
    // A link could lead anywhere; what is written stays in the folder that was chosen.
    if ((await lstat(place)).isSymbolicLink()) throw new Error('The folder of pictures is a link.');
  }
  for (const { path, bytes } of pictures) await writeFileDurably(join(folder, path), bytes);
  if (pictures.length > 0) await syncFolder(folder);
}
