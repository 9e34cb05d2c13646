import { ascii, joined, latin, viewOf } from './bytes';
import { type Orientation, orientationOf, orientationTiff } from './exif';
import type { PictureParts } from './parts';

/*
 * PNG (W3C, third edition): a signature, then chunks of length, type, content and checksum.
 */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The chunks that say how the picture looks; all others are about it. */
const SHOWN = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD'],
  ...['pHYs', 'cICP', 'mDCV', 'cLLI', 'acTL', 'fcTL', 'fdAT'],
]);

/** Reads a PNG, also one that moves. Null where it is none, or is broken. */
export function readPng(bytes: Uint8Array): PictureParts | null {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return null;
  const view = viewOf(bytes);
  if (bytes.byteLength < 33 || latin(bytes, 12, 4) !== 'IHDR') return null;
  const kept: Uint8Array[] = [];
  let orientation: Orientation = 1;
  let hasData = false;
  for (let at = SIGNATURE.length; at + 12 <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.byteLength) break;
    const type = latin(bytes, at + 4, 4);
    if (type === 'IDAT') hasData = true;
    if (type === 'eXIf') orientation = orientationOf(bytes.subarray(at + 8, end - 4));
    if (SHOWN.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  if (!hasData) return null;
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    orientation,
    clean() {
      const [header, ...rest] = kept;
      const turned = orientation === 1 ? [] : [chunk('eXIf', orientationTiff(orientation))];
      return joined([Uint8Array.from(SIGNATURE), header!, ...turned, ...rest]);
    },
  };
}

/** A chunk with its length and checksum. */
export function chunk(type: string, content: Uint8Array): Uint8Array {
  const checked = joined([ascii(type), content]);
  const whole = joined([new Uint8Array(4), checked, new Uint8Array(4)]);
  const view = viewOf(whole);
  view.setUint32(0, content.byteLength);
  view.setUint32(whole.byteLength - 4, crc32(checked));
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ TABLE[(value ^ byte) & 0xff]!;
  return (value ^ 0xffffffff) >>> 0;
}
