import { joined, latin } from './bytes';
import type { PictureParts } from './parts';

/*
 * GIF (89a): a header, then blocks; comments and the extensions of applications stand among them.
 */

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** Loops and colours; any other application's block is its own affair. */
const SHOWN_APPLICATIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/** Reads a GIF. Null where it is none, or is broken before its first picture. */
export function readGif(bytes: Uint8Array): PictureParts | null {
  if (!/^GIF8[79]a$/.test(latin(bytes, 0, 6)) || bytes.byteLength < 14) return null;
  const kept: Uint8Array[] = [];
  let at = 13 + tableLength(bytes[10]!);
  kept.push(bytes.subarray(0, at));
  let hasPicture = false;
  while (at < bytes.byteLength) {
    const kind = bytes[at];
    if (kind === TRAILER) break;
    if (kind === IMAGE && at + 10 < bytes.byteLength) {
      const data = at + 10 + tableLength(bytes[at + 9]!) + 1;
      const end = endOfBlocks(bytes, data);
      kept.push(bytes.subarray(at, end));
      hasPicture = true;
      at = end;
    } else if (kind === EXTENSION && at + 2 < bytes.byteLength) {
      const end = endOfBlocks(bytes, at + 2);
      const label = bytes[at + 1];
      const isShown =
        label === GRAPHIC_CONTROL ||
        (label === APPLICATION && SHOWN_APPLICATIONS.has(latin(bytes, at + 3, 11)));
      if (isShown) kept.push(bytes.subarray(at, end));
      at = end;
    } else break;
  }
  const width = bytes[6]! | (bytes[7]! << 8);
  const height = bytes[8]! | (bytes[9]! << 8);
  if (!hasPicture) return null;
  return {
    width,
    height,
    orientation: 1,
    clean: () => joined([...kept, Uint8Array.of(TRAILER)]),
  };
}

function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.byteLength && bytes[at] !== 0) at += bytes[at]! + 1;
  return Math.min(at + 1, bytes.byteLength);
}
