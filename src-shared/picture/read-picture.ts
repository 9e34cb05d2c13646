import { StetError } from '../errors';
import { readAvif } from './avif';
import { latin } from './bytes';
import { isOnSide } from './exif';
import { readGif } from './gif';
import { readJpeg } from './jpeg';
import { PICTURE_LIMITS, PICTURE_TYPES, type PictureType } from './kinds';
import type { PictureParts } from './parts';
import { readPng } from './png';
import { readWebp } from './webp';

/** What a picture says of itself; `width` and `height` in pixels as it is seen upright. */
export interface ReadPicture {
  type: PictureType;
  width: number;
  height: number;
  /** The same picture without place, camera, people, comments; which way up it is stays. */
  clean(): Uint8Array;
}

const READERS: Record<PictureType, (bytes: Uint8Array) => PictureParts | null> = {
  jpeg: readJpeg,
  png: readPng,
  gif: readGif,
  webp: readWebp,
  avif: readAvif,
};

/**
 * Reads the head of a picture by what its bytes say, whatever its name. Throws `picture-too-large`
 * (bytes or pixels), `picture-unsupported` for what is no picture of these kinds (SVG can hold
 * scripts and is one of these), `picture-broken` for one that cannot be read; all with its name.
 */
export function readPicture(name: string, bytes: Uint8Array): ReadPicture {
  if (bytes.byteLength > PICTURE_LIMITS.bytes) {
    throw new StetError('picture-too-large', { name, limit: PICTURE_LIMITS.bytes });
  }
  const type = typeOf(bytes);
  if (!type) throw new StetError('picture-unsupported', { name, svg: isSvg(name, bytes) });
  const parts = guarded(() => READERS[type](bytes));
  if (!parts || parts.width < 1 || parts.height < 1)
    throw new StetError('picture-broken', { name });
  if (parts.width * parts.height > PICTURE_LIMITS.pixels) {
    throw new StetError('picture-too-large', { name, limit: PICTURE_LIMITS.bytes });
  }
  const { width, height, orientation, clean } = parts;
  const size = isOnSide(orientation) ? { width: height, height: width } : { width, height };
  return { type, ...size, clean };
}

/** A head that ends in the middle of a number is a broken one. */
function guarded(read: () => PictureParts | null): PictureParts | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function typeOf(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (latin(bytes, 1, 3) === 'PNG') return 'png';
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return 'gif';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 4) === 'WEBP') return 'webp';
  if (latin(bytes, 4, 4) === 'ftyp' && /avi[fs]/.test(latin(bytes, 8, 24))) return 'avif';
  return null;
}

function isSvg(name: string, bytes: Uint8Array): boolean {
  return /\.svgz?$/i.test(name) || /<svg[\s>]/i.test(latin(bytes, 0, 1000));
}

/** The media type of a kind of picture. */
export function mediaTypeOf(type: PictureType): string {
  return PICTURE_TYPES[type].mediaType;
}
