import { ascii, joined, latin, viewOf } from './bytes';
import { type Orientation, orientationOf, orientationTiff } from './exif';
import type { PictureParts } from './parts';

/*
 * WebP (RFC 9649): a RIFF file of chunks; the extended form begins with VP8X.
 */

const SHOWN = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** Reads a WebP. Null where it is none, or is broken. */
export function readWebp(bytes: Uint8Array): PictureParts | null {
  if (latin(bytes, 0, 4) !== 'RIFF' || latin(bytes, 8, 4) !== 'WEBP') return null;
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation: Orientation = 1;
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const type = latin(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.byteLength) break;
    const content = bytes.subarray(at + 8, at + 8 + length);
    size ??= sizeOf(type, content);
    if (type === 'EXIF') orientation = orientationOf(withoutPrefix(content));
    if (SHOWN.has(type)) kept.push(type === 'VP8X' ? unflagged(content) : chunk(type, content));
    at = end;
  }
  if (!size) return null;
  const isExtended = kept[0] !== undefined && latin(kept[0], 0, 4) === 'VP8X';
  return {
    ...size,
    // Only the extended form has room to say it.
    orientation: isExtended ? orientation : 1,
    clean() {
      const turned = isExtended && orientation !== 1;
      const chunks = turned ? [...kept, chunk('EXIF', orientationTiff(orientation))] : [...kept];
      if (turned) chunks[0] = flagged(chunks[0]!);
      const content = joined([ascii('WEBP'), ...chunks]);
      return chunk('RIFF', content);
    },
  };
}

/** Some writers put the prefix of JPEG in front. */
function withoutPrefix(content: Uint8Array): Uint8Array {
  return latin(content, 0, 6) === 'Exif\0\0' ? content.subarray(6) : content;
}

function unflagged(content: Uint8Array): Uint8Array {
  const copy = content.slice();
  copy[0] = copy[0]! & ~(EXIF_FLAG | XMP_FLAG);
  return chunk('VP8X', copy);
}

function flagged(header: Uint8Array): Uint8Array {
  const copy = header.slice();
  copy[8] = copy[8]! | EXIF_FLAG;
  return copy;
}

function sizeOf(type: string, content: Uint8Array): { width: number; height: number } | null {
  const view = viewOf(content);
  if (type === 'VP8X' && content.byteLength >= 10) {
    const side = (at: number) =>
      1 + content[at]! + (content[at + 1]! << 8) + (content[at + 2]! << 16);
    return { width: side(4), height: side(7) };
  }
  if (type === 'VP8 ' && content.byteLength >= 10) {
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  }
  if (type === 'VP8L' && content.byteLength >= 5) {
    const bits = view.getUint32(1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return null;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  viewOf(length).setUint32(0, content.byteLength, true);
  const padding = new Uint8Array(content.byteLength % 2);
  return joined([ascii(type), length, content, padding]);
}
