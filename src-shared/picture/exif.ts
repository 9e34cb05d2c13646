/*
 * Exif (CIPA DC-008) as far as a picture must keep it: which way up it is. Everything else in it is
 * about the camera, the place and the people.
 */

/** 1: upright. 2 to 8 as in Exif: mirrored and turned; 5 to 8 lie on their side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
/** Header, one entry, no next directory. */
const TIFF_LENGTH = 8 + 2 + 12 + 4;

/** The orientation in the TIFF block of Exif; 1 where it says none, or cannot be read. */
export function orientationOf(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.byteLength < 8) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const isLittle = order === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (view.getUint16(at, isLittle) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** A TIFF block that says the orientation and nothing else. */
export function orientationTiff(orientation: Orientation): Uint8Array {
  const tiff = new Uint8Array(TIFF_LENGTH);
  const view = new DataView(tiff.buffer);
  view.setUint16(0, 0x4d4d);
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION_TAG);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}

/** True where the picture is stored on its side. */
export function isOnSide(orientation: Orientation): boolean {
  return orientation >= 5;
}
