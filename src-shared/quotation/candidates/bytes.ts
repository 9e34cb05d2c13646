/* Whole numbers as bytes, seven bits each, the lowest first (LEB128). */

/** A growing list of bytes. */
export class ByteWriter {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Makes room for so many more bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.ceil((this.length + more) * 1.5));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  /** Room has to be reserved: eight bytes for each number, five for one of 32 bits. */
  putNumber(number: number): void {
    let rest = number;
    while (rest > 0xffffffff) {
      this.bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** A copy of what was written from `from` on. */
  copy(from = 0): Uint8Array {
    return this.bytes.slice(from, this.length);
  }
}

/** Ascending numbers as the differences between them. */
export function encodeAscending(numbers: Uint32Array): Uint8Array {
  const writer = new ByteWriter(numbers.length * 5);
  let last = 0;
  for (const number of numbers) {
    writer.putNumber(number - last);
    last = number;
  }
  return writer.copy();
}

/** Calls `visit` with each of the numbers that `encodeAscending` wrote. */
export function decodeAscending(bytes: Uint8Array, visit: (number: number) => void): void {
  let number = 0;
  let at = 0;
  while (at < bytes.length) {
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[at++]!;
      number += (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    visit(number);
  }
}
