import { expect, test } from 'vitest';
import { StetError } from '../errors';
import { ascii, joined, latin, viewOf } from './bytes';
import { bytesOfDataUrl } from './data-url';
import { orientationTiff } from './exif';
import { PICTURE_LIMITS } from './kinds';
import { readPicture } from './read-picture';
import { jpegWith, pngWith } from './testing';

const CANARY = 'CANARY-of-a-source';
const textOf = (bytes: Uint8Array) => latin(bytes, 0, bytes.byteLength);

function failure(name: string, bytes: Uint8Array): unknown {
  try {
    readPicture(name, bytes);
  } catch (error) {
    return error instanceof StetError ? { code: error.code, ...error.data } : error;
  }
  return null;
}

const riff = (type: string, content: Uint8Array) => {
  const length = new Uint8Array(4);
  viewOf(length).setUint32(0, content.byteLength, true);
  return joined([ascii(type), length, content, new Uint8Array(content.byteLength % 2)]);
};

const webp = joined([
  ascii('WEBP'),
  riff('VP8X', Uint8Array.of(0x0c, 0, 0, 0, 39, 0, 0, 29, 0, 0)),
  riff('VP8L', Uint8Array.of(0x2f, 39, 0x40, 7, 0, 1)),
  riff('EXIF', joined([orientationTiff(1), ascii(CANARY)])),
  riff('XMP ', ascii(CANARY)),
]);

const box = (type: string, ...parts: Uint8Array[]) => {
  const content = joined(parts);
  const head = new Uint8Array(8);
  viewOf(head).setUint32(0, content.byteLength + 8);
  head.set(ascii(type), 4);
  return joined([head, content]);
};
const uint32 = (value: number) => {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value);
  return bytes;
};

/** An AVIF whose Exif item lies in `mdat`, behind one of the picture. */
function avif(): Uint8Array {
  const build = (mdatAt: number) => {
    const item = (id: number, type: string) =>
      box('infe', Uint8Array.of(2, 0, 0, 0, 0, id, 0, 0), ascii(type), ascii('\0'));
    const place = (id: number, offset: number, length: number) =>
      joined([Uint8Array.of(0, id, 0, 0, 0, 1), uint32(offset), uint32(length)]);
    const meta = box(
      'meta',
      uint32(0),
      box('iinf', uint32(0), Uint8Array.of(0, 2), item(1, 'av01'), item(2, 'Exif')),
      box(
        'iloc',
        Uint8Array.of(0, 0, 0, 0, 0x44, 0, 0, 2),
        place(1, mdatAt, 4),
        place(2, mdatAt + 4, CANARY.length),
      ),
      box('iprp', box('ipco', box('ispe', uint32(0), uint32(40), uint32(30)))),
    );
    const head = joined([box('ftyp', ascii('avif'), uint32(0), ascii('avifmif1')), meta]);
    return { head, whole: joined([head, box('mdat', ascii('AV1!'), ascii(CANARY))]) };
  };
  return build(build(0).head.byteLength + 8).whole;
}

const gif = joined([
  ascii('GIF89a'),
  Uint8Array.of(40, 0, 30, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255),
  Uint8Array.of(0x21, 0xfe, CANARY.length),
  ascii(CANARY),
  Uint8Array.of(0),
  Uint8Array.of(0x2c, 0, 0, 0, 0, 40, 0, 30, 0, 0, 2, 2, 0x4c, 1, 0, 0x3b),
]);

const PICTURES: [string, Uint8Array][] = [
  ['jpeg', jpegWith(CANARY)],
  ['png', pngWith(CANARY, Uint8Array.of(1, 2, 3))],
  ['gif', gif],
  ['webp', riff('RIFF', webp)],
  ['avif', avif()],
];

test.each(PICTURES)(
  'a %s is known by its bytes and leaves what is said of it behind',
  (type, bytes) => {
    expect(textOf(bytes)).toContain(CANARY);
    // Its name says nothing.
    const picture = readPicture('picture.txt', bytes);
    expect(picture).toMatchObject({ type, width: 40, height: 30 });
    const clean = picture.clean();
    expect(textOf(clean)).not.toContain('CANARY');
    expect(readPicture('', clean)).toMatchObject({ type, width: 40, height: 30 });
    // What is clean stays as it is.
    expect(readPicture('', clean).clean()).toEqual(clean);
  },
);

test('a picture on its side stays as it is seen', () => {
  const picture = readPicture('', jpegWith(CANARY, { orientation: 6 }));
  expect(picture).toMatchObject({ width: 30, height: 40 });
  expect(readPicture('', picture.clean())).toMatchObject({ width: 30, height: 40 });
});

test('the picture itself is not touched', () => {
  const clean = readPicture('', jpegWith(CANARY)).clean();
  const scan = [1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 0xff, 0xd9];
  expect([...clean.slice(-scan.length)]).toEqual(scan);
});

test.each([
  [
    'drawing.svg',
    ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    { code: 'picture-unsupported', svg: true },
  ],
  ['page.html', ascii('<p>words</p>'), { code: 'picture-unsupported', svg: false }],
  ['empty.png', new Uint8Array(), { code: 'picture-unsupported' }],
  ['cut.jpg', jpegWith(CANARY).subarray(0, 30), { code: 'picture-broken', name: 'cut.jpg' }],
  ['cut.png', pngWith(CANARY, Uint8Array.of(1)).subarray(0, 40), { code: 'picture-broken' }],
  ['cut.avif', avif().subarray(0, 60), { code: 'picture-broken' }],
  [
    'bomb.png',
    pngWith('', Uint8Array.of(1), { width: 100_000, height: 100_000 }),
    { code: 'picture-too-large' },
  ],
  [
    'large.jpg',
    new Uint8Array(PICTURE_LIMITS.bytes + 1),
    { code: 'picture-too-large', name: 'large.jpg' },
  ],
])('%s is refused with a word', (name, bytes, expected) => {
  expect(failure(name, bytes)).toMatchObject(expected);
});

test('bytes that break off anywhere are refused or read, and never end in another error', () => {
  for (const [, bytes] of PICTURES) {
    for (let length = 0; length < bytes.byteLength; length++) {
      const error = failure('', bytes.subarray(0, length));
      if (error !== null) expect(error).toHaveProperty('code');
    }
  }
});

test('the bytes of a data address', () => {
  expect(bytesOfDataUrl('data:image/png;base64,AQID')).toEqual(Uint8Array.of(1, 2, 3));
  expect(bytesOfDataUrl('data:image/gif,GIF%41')).toEqual(ascii('GIFA'));
  expect(bytesOfDataUrl('data:text/html;base64,AQID')).toBeNull();
  expect(bytesOfDataUrl('https://example.org/a.png')).toBeNull();
  expect(bytesOfDataUrl('data:image/png;base64,~~~')).toBeNull();
});
