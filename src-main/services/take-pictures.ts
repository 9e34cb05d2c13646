import { createHash } from 'node:crypto';
import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Picture } from '../../src-shared/contract/pictures';
import { figuresOf, type SettledPicture, withPictures } from '../../src-shared/document/figure';
import { isSafeLink } from '../../src-shared/document/links';
import type { Document } from '../../src-shared/document/schema';
import { StetError } from '../../src-shared/errors';
import { bytesOfDataUrl } from '../../src-shared/picture/data-url';
import type { Context } from './context';
import { readWhole } from './incoming';
import { keepPicture } from './pictures';

/*
 * Pictures of an article that is brought in. They are taken from the file itself and from the folder
 * it lies in, and from nowhere else: nothing is fetched from the network, and no address of a page
 * leads to another place of the disk.
 */

export interface TakenPictures {
  document: Document;
  /** How many pictures were left out, with their places. */
  leftOut: number;
  /** How many did not come in, and left their places and their addresses. */
  missing: number;
}

/**
 * Takes the pictures of an imported document into the library.
 *
 * @param path where the file of the article lies; null where it came from memory
 * @param inside the pictures that were packed in the file, by their addresses
 * @param keepsAddresses whether a picture that is not there leaves its address: Markdown is somebody's
 *   site, the pictures of a page are those of its menus as well
 */
export async function takePictures(
  context: Context,
  document: Document,
  path: string | null,
  inside: ReadonlyMap<string, Uint8Array> = new Map(),
  keepsAddresses = false,
): Promise<TakenPictures> {
  const addresses = new Set(figuresOf(document).map(({ picture }) => picture));
  const taken = new Map<string, Picture | null>();
  for (const address of addresses) {
    taken.set(address, await take(context, address, path, inside.get(address)));
  }
  const settle = ({ picture }: { picture: string }): SettledPicture | null =>
    taken.get(picture) ?? (keepsAddresses ? withoutFile(picture) : null);
  const settled = figuresOf(document).map(settle);
  return {
    // A caption tells readers nothing without the picture that a web site keeps.
    document: withPictures(document, settle, ({ picture }) => isRemote(picture)),
    leftOut: settled.filter((picture) => picture === null).length,
    missing: settled.filter((picture) => picture?.address !== undefined).length,
  };
}

/** A figure without its file: it says so, and its address is given back to the site it came from. */
function withoutFile(address: string): SettledPicture | null {
  if (!isSafeLink(address)) return null;
  const picture = createHash('sha256').update(address).digest('hex');
  return { picture, width: 0, height: 0, address };
}

const isRemote = (address: string) => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address);

async function take(
  context: Context,
  address: string,
  path: string | null,
  inside: Uint8Array | undefined,
): Promise<Picture | null> {
  try {
    if (inside) return await keepPicture(context, '', inside);
    const found = /^data:/i.test(address)
      ? dataOf(address)
      : path === null
        ? null
        : await fileBeside(path, address);
    return found && (await keepPicture(context, found.name, found.bytes));
  } catch (error) {
    // One bad picture is no reason to leave the article out; a library that fails is.
    if (error instanceof StetError && /^(?:picture|file)-/.test(error.code)) return null;
    throw error;
  }
}

interface Found {
  name: string;
  bytes: Uint8Array;
}

function dataOf(address: string): Found | null {
  const bytes = bytesOfDataUrl(address);
  return bytes && { name: '', bytes };
}

/** The file that a relative address leads to, if it lies in the folder of the article or below it. */
async function fileBeside(path: string, address: string): Promise<Found | null> {
  const relative = localPath(address);
  if (relative === null) return null;
  const folder = await realpath(dirname(path));
  const wanted = join(folder, relative);
  // Links are followed before it is asked where they lead.
  const place = await realpath(wanted).catch(() => null);
  if (place === null || !place.startsWith(folder + sep)) return null;
  if (!(await lstat(place)).isFile()) return null;
  return { name: '', bytes: await readWhole(place, '') };
}

/** A relative address as a path; null for anything else: absolute, with a scheme, with a zero byte. */
function localPath(address: string): string | null {
  const [encoded = ''] = address.split(/[?#]/);
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    path = encoded;
  }
  if (path === '' || path.includes('\0') || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path))
    return null;
  return path.replaceAll('\\', '/');
}
