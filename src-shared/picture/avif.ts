import { latin, viewOf } from './bytes';
import type { PictureParts } from './parts';

/*
 * AVIF (AOMedia), a file of boxes (ISO/IEC 14496-12, 23008-12). Items of metadata lie among those of
 * the picture, addressed by their places in the file: they are written over with zeros, so that all
 * places stay.
 */

interface Box {
  type: string;
  start: number;
  /** Where its content begins and ends. */
  content: number;
  end: number;
}

/** The boxes of a stretch; null where they do not add up. */
function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] | null {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    if (at + 8 > end) return null;
    const short = view.getUint32(at);
    const isLong = short === 1;
    if (isLong && at + 16 > end) return null;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
    const header = isLong ? 16 : 8;
    if (length < header || at + length > end) return null;
    boxes.push({
      type: latin(bytes, at + 4, 4),
      start: at,
      content: at + header,
      end: at + length,
    });
    at += length;
  }
  return boxes;
}

/** Reads an AVIF. Null where it is none, or says where its metadata lies in a way that is not known. */
export function readAvif(bytes: Uint8Array): PictureParts | null {
  if (latin(bytes, 4, 4) !== 'ftyp') return null;
  const view = viewOf(bytes);
  const brands = latin(bytes, 8, Math.min(view.getUint32(0), 64) - 8);
  if (!/avi[fs]/.test(brands)) return null;
  const top = boxesIn(bytes, 0, bytes.byteLength);
  const meta = top?.find(({ type }) => type === 'meta');
  const inMeta = meta && boxesIn(bytes, meta.content + 4, meta.end);
  if (!top || !inMeta) return null;
  const box = (type: string) => inMeta.find((one) => one.type === type);
  const properties = propertiesOf(bytes, box('iprp'));
  const places = metadataPlaces(bytes, box('iinf'), box('iloc'), box('idat'));
  if (!properties || !places || places.some(({ end }) => end > bytes.byteLength)) return null;
  // Boxes of other applications stand at the top or in `meta`; XMP and the like use `uuid`.
  const strange = [...top, ...inMeta].filter(({ type }) => ['uuid', 'udta', 'free'].includes(type));
  return {
    ...properties,
    // Turning is a property of the picture here, which every reader applies.
    orientation: 1,
    clean() {
      const copy = bytes.slice();
      for (const { start, end } of places) copy.fill(0, start, end);
      for (const { content, end } of strange) copy.fill(0, content, end);
      return copy;
    },
  };
}

/** The largest size that is named, turned as the picture is. */
function propertiesOf(
  bytes: Uint8Array,
  iprp: Box | undefined,
): { width: number; height: number } | null {
  const inside = iprp && boxesIn(bytes, iprp.content, iprp.end);
  const container = inside?.find(({ type }) => type === 'ipco');
  const properties = container && boxesIn(bytes, container.content, container.end);
  if (!properties) return null;
  const view = viewOf(bytes);
  let size: { width: number; height: number } | null = null;
  let isTurned = false;
  for (const { type, content, end } of properties) {
    if (type === 'ispe' && end - content >= 12) {
      const found = { width: view.getUint32(content + 4), height: view.getUint32(content + 8) };
      if (!size || found.width * found.height > size.width * size.height) size = found;
    }
    if (type === 'irot' && end > content) isTurned = (bytes[content]! & 1) === 1;
  }
  if (!size) return null;
  return isTurned ? { width: size.height, height: size.width } : size;
}

interface Place {
  start: number;
  end: number;
}

/** Where the items of Exif and XMP lie in the file; null where that cannot be told. */
function metadataPlaces(
  bytes: Uint8Array,
  iinf: Box | undefined,
  iloc: Box | undefined,
  idat: Box | undefined,
): Place[] | null {
  if (!iinf || !iloc) return null;
  const view = viewOf(bytes);
  const isWide = bytes[iinf.content] !== 0;
  const items = boxesIn(bytes, iinf.content + (isWide ? 8 : 6), iinf.end);
  if (!items) return null;
  const about = new Set<number>();
  for (const { content, end } of items) {
    const version = bytes[content]!;
    if (version < 2 || end - content < 12) return null;
    const id = version === 2 ? view.getUint16(content + 4) : view.getUint32(content + 4);
    const type = latin(bytes, content + (version === 2 ? 8 : 10), 4);
    if (type === 'Exif' || type === 'mime' || type === 'uri ') about.add(id);
  }
  return about.size === 0 ? [] : placesOf(bytes, iloc, idat, about);
}

function placesOf(
  bytes: Uint8Array,
  iloc: Box,
  idat: Box | undefined,
  wanted: ReadonlySet<number>,
): Place[] | null {
  const view = viewOf(bytes);
  const version = bytes[iloc.content]!;
  if (version > 2) return null;
  let at = iloc.content + 4;
  const read = (size: number): number => {
    let value = 0;
    for (let index = 0; index < size; index++) value = value * 256 + view.getUint8(at + index);
    at += size;
    return value;
  };
  const sizes = read(1);
  const more = read(1);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version === 0 ? 0 : more & 15;
  const places: Place[] = [];
  try {
    const count = read(version === 2 ? 4 : 2);
    for (let item = 0; item < count; item++) {
      const id = read(version === 2 ? 4 : 2);
      const method = version === 0 ? 0 : read(2) & 15;
      read(2);
      const base = read(baseSize);
      const extents = read(2);
      for (let extent = 0; extent < extents; extent++) {
        read(indexSize);
        const offset = read(offsetSize);
        const length = read(lengthSize);
        if (!wanted.has(id)) continue;
        if (method > 1 || (method === 1 && !idat) || length === 0) return null;
        const start = (method === 1 ? idat!.content : 0) + base + offset;
        places.push({ start, end: start + length });
      }
    }
  } catch {
    // The box ends before what it says is in it.
    return null;
  }
  return places;
}
