import { readFile } from 'node:fs/promises';
import type { Picture } from '../../src-shared/contract/pictures';
import { StetError } from '../../src-shared/errors';
import { mediaTypeOf, readPicture } from '../../src-shared/picture/read-picture';
import { keepOriginal, originalPath, sha256 } from '../library/files';
import { addPicture, findPicture, type StoredPicture } from '../library/pictures';
import { write } from '../library/write';
import type { Context, Handlers } from './context';
import { readIncoming } from './incoming';

export const pictures = {
  'pictures.add': async (context, { file }) => {
    const { name, bytes } = await readIncoming(context, file);
    return keepPicture(context, name, bytes);
  },

  'pictures.read': async (context, { picture }) => {
    const { type, bytes } = await readStored(context, picture);
    return { mediaType: mediaTypeOf(type), bytes };
  },
} satisfies Partial<Handlers>;

/** Keeps a picture in the library, or finds that it is there. Throws what `readPicture` throws. */
export async function keepPicture(
  { library }: Context,
  name: string,
  bytes: Uint8Array,
): Promise<Picture> {
  const { type, width, height } = readPicture(name, bytes);
  if (library.readOnly) throw new StetError('read-only');
  const picture = await keepOriginal(library.folder, bytes);
  const size = bytes.byteLength;
  write(library, (transaction) =>
    addPicture(transaction, { sha256: picture, type, width, height, size }),
  );
  return { picture, width, height };
}

/** A picture with its bytes. Throws `picture-missing` where they are gone or are not what they were. */
export async function readStored(
  { library }: Context,
  picture: string,
): Promise<StoredPicture & { bytes: Uint8Array<ArrayBuffer> }> {
  const stored = findPicture(library.db, picture);
  const bytes = stored && (await readFile(originalPath(library.folder, picture)).catch(() => null));
  if (!stored || !bytes || sha256(bytes) !== picture) throw new StetError('picture-missing');
  return { ...stored, bytes: new Uint8Array(bytes) };
}
