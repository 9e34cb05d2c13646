import { ascii, joined, latin, viewOf } from './bytes';
import { type Orientation, orientationOf, orientationTiff } from './exif';
import type { PictureParts } from './parts';

/*
 * JPEG (ITU-T T.81): segments that each begin with FF and a marker, and after SOS the picture itself.
 */

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const EXIF = 'Exif\0\0';
const JFIF = 'JFIF\0';
/** Identifier, version, density: what JFIF has before its thumbnail. */
const JFIF_LENGTH = 12;
const ICC = 'ICC_PROFILE\0';

/** Frames in all their forms; C4, C8 and CC are something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * Reads a JPEG into what it shows and what is said about it. Null where it is none, or is broken
 * before its picture begins. What follows the end of the picture is left out: other pictures with
 * their own Exif (MPF), films, whatever.
 */
export function readJpeg(bytes: Uint8Array): PictureParts | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation: Orientation = 1;
  let at = 2;
  while (at + 2 <= bytes.byteLength) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END || standsAlone(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
      if (marker === END) break;
      continue;
    }
    if (at + 4 > bytes.byteLength) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.byteLength || end < at + 4) return size && scanned(kept, size, orientation);
    const content = bytes.subarray(at + 4, end);
    if (isFrame(marker) && content.byteLength >= 5) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === APP1 && latin(content, 0, EXIF.length) === EXIF) {
      orientation = orientationOf(content.subarray(EXIF.length));
    }
    const segment = keptSegment(marker, content, bytes.subarray(at, end));
    if (segment) kept.push(segment);
    at = end;
    if (marker === SCAN) {
      const next = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, next));
      at = next;
    }
  }
  return size && scanned(kept, size, orientation);
}

function scanned(
  kept: readonly Uint8Array[],
  size: { width: number; height: number },
  orientation: Orientation,
): PictureParts {
  return {
    ...size,
    orientation,
    clean: () =>
      joined([
        Uint8Array.of(0xff, START),
        ...(orientation === 1 ? [] : [exifSegment(orientation)]),
        ...kept,
      ]),
  };
}

/** Colour and density stay; all other segments of applications go, with comments and thumbnails. */
function keptSegment(marker: number, content: Uint8Array, segment: Uint8Array): Uint8Array | null {
  if (marker === COMMENT) return null;
  if (marker < APP0 || marker > APP15) return segment;
  if (marker === APP14) return segment;
  if (marker === APP2 && latin(content, 0, ICC.length) === ICC) return segment;
  if (marker === APP0 && latin(content, 0, JFIF.length) === JFIF) {
    return segmentOf(APP0, joined([content.subarray(0, JFIF_LENGTH), Uint8Array.of(0, 0)]));
  }
  return null;
}

function exifSegment(orientation: Orientation): Uint8Array {
  return segmentOf(APP1, joined([ascii(EXIF), orientationTiff(orientation)]));
}

function segmentOf(marker: number, content: Uint8Array): Uint8Array {
  const length = content.byteLength + 2;
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content]);
}

/** Where the next segment begins: FF 00 and restart markers are part of the picture. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.byteLength) return bytes.byteLength;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
    at += next === 0xff ? 1 : 2;
  }
}
