import { ascii, joined, viewOf } from './bytes';
import { orientationTiff } from './exif';
import { chunk } from './png';

/*
 * For tests: pictures with things in them that must not leave the library. `canary` is a word that a
 * test looks for in what comes out.
 */

/** A JPEG with a head and no picture to speak of; given a real one, the same with metadata put in. */
export function jpegWith(
  canary: string,
  options: { orientation?: 1 | 6; width?: number; height?: number; around?: Uint8Array } = {},
): Uint8Array {
  const { orientation = 1, width = 40, height = 30, around } = options;
  const segment = (marker: number, content: Uint8Array) => {
    const length = content.byteLength + 2;
    return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content]);
  };
  const exif = joined([
    ascii('Exif\0\0'),
    orientationTiff(orientation),
    ascii(`${canary} camera and place`),
  ]);
  const frame = Uint8Array.of(8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 17, 0);
  const rest = around
    ? around.subarray(2)
    : joined([
        segment(0xc0, frame),
        segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
        Uint8Array.of(1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 0xff, 0xd9),
      ]);
  return joined([
    Uint8Array.of(0xff, 0xd8),
    segment(0xe1, exif),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${canary}</x:xmpmeta>`)),
    segment(0xed, ascii(`Photoshop 3.0\0${canary}`)),
    segment(0xfe, ascii(canary)),
    segment(0xe2, ascii(`MPF\0${canary}`)),
    rest,
    ascii(`${canary} behind the end`),
  ]);
}

/** A PNG's signature and chunks around content that is deflated already. */
export function pngWith(
  canary: string,
  data: Uint8Array,
  { width = 40, height = 30 }: { width?: number; height?: number } = {},
): Uint8Array {
  const header = new Uint8Array(13);
  viewOf(header).setUint32(0, width);
  viewOf(header).setUint32(4, height);
  // Eight bits, three colours.
  header.set([8, 2, 0, 0, 0], 8);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('tEXt', ascii(`Author\0${canary}`)),
    chunk('eXIf', joined([orientationTiff(1), ascii(canary)])),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
    ascii(canary),
  ]);
}
