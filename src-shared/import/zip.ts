import { Inflate } from 'fflate';
import { StetError } from '../errors';

/** A file inside a zip archive, as the archive's directory lists it. */
export interface ZipPart {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  /** Bytes in the archive, bytes after inflating as declared, where its local header stands. */
  packed: number;
  size: number;
  offset: number;
}

/** More than a document of words has, in bytes (a thousand pages have about ten million): a bomb. */
export const LARGEST_PART = 32 * 1024 * 1024;
const MOST_PARTS = 20_000;
/** Inflated at a time, so that what swells is stopped early: deflate makes at most 1,032 of 1. */
const SLICE = 16 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** Of pictures in one document, in bytes. */
const ALL_PICTURES = 256 * 1024 * 1024;

/** The parts, as pictures are, that a document may well hold; those beyond are left in the archive. */
export function withinLimits(parts: readonly ZipPart[]): ZipPart[] {
  let left = ALL_PICTURES;
  return parts.filter(({ size }) => {
    if (size > LARGEST_PART || size > left) return false;
    left -= size;
    return true;
  });
}

/** The directory of a zip archive. Throws `file-unreadable` for a damaged one. */
export function listParts(name: string, bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = () => new StetError('file-unreadable', { name });
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first || end < 0) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new StetError('file-too-large', { name });
  let at = view.getUint32(end + 16, true);
  const parts: ZipPart[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd > bytes.length) throw damaged();
    parts.push({
      name: asciiOf(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/**
 * The bytes of one part. Throws `file-protected` where it is encrypted, `file-too-large` where it
 * declares or turns out to be more than a document holds, `file-unreadable` where it is damaged.
 */
export function readPart(name: string, bytes: Uint8Array, part: ZipPart): Uint8Array {
  if (part.isEncrypted) throw new StetError('file-protected', { name });
  if (part.size > LARGEST_PART) throw new StetError('file-too-large', { name });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = () => new StetError('file-unreadable', { name });
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== LOCAL) {
    throw damaged();
  }
  const start =
    part.offset +
    30 +
    view.getUint16(part.offset + 26, true) +
    view.getUint16(part.offset + 28, true);
  if (start + part.packed > bytes.length) throw damaged();
  const packed = bytes.subarray(start, start + part.packed);
  if (part.method === 0) return packed.slice();
  if (part.method !== 8) throw damaged();
  return inflate(name, packed, part.size);
}

/** Inflates no further than the declared size: an archive that lies about it is refused. */
function inflate(name: string, packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new StetError('file-unreadable', { name });
    whole.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += SLICE) {
    stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  }
  if (length !== size) throw new StetError('file-unreadable', { name });
  return whole;
}

/** Names of the parts that are read here are ASCII; others only have to be told apart. */
function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1024));
}
