/** A piece of an RTF file. Bytes are those of the text, in a code page that the text names. */
export type RtfToken =
  | { type: 'open' | 'close' }
  | { type: 'word'; word: string; number: number | null }
  | { type: 'symbol'; symbol: string }
  | { type: 'byte'; byte: number }
  | { type: 'bytes'; bytes: Uint8Array };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;

const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
/** Longer words and numbers than the format knows are cut (RTF 1.9.1, "RTF syntax"). */
const LONGEST_WORD = 40;
const LONGEST_NUMBER = 10;

/** The pieces of an RTF file one after another; line ends in the file mean nothing. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  const code = (at: number) => bytes[at] ?? 0;
  let at = 0;
  while (at < bytes.length) {
    const first = code(at);
    if (first === OPEN || first === CLOSE) {
      at += 1;
      yield { type: first === OPEN ? 'open' : 'close' };
    } else if (first === 0x0a || first === 0x0d || first === 0) {
      at += 1;
    } else if (first !== BACKSLASH) {
      const start = at;
      while (at < bytes.length && !isSpecial(code(at))) at += 1;
      yield { type: 'bytes', bytes: bytes.subarray(start, at) };
    } else if (isLetter(code(at + 1))) {
      const start = ++at;
      while (isLetter(code(at)) && at - start < LONGEST_WORD) at += 1;
      const word = latin(bytes.subarray(start, at));
      const numberStart = at;
      if (code(at) === 0x2d && isDigit(code(at + 1))) at += 1;
      while (isDigit(code(at)) && at - numberStart < LONGEST_NUMBER) at += 1;
      const number = at === numberStart ? null : Number(latin(bytes.subarray(numberStart, at)));
      if (code(at) === 0x20) at += 1;
      // Raw bytes of a picture or an object: nothing in them is RTF.
      if (word === 'bin') at += Math.max(0, number ?? 0);
      else yield { type: 'word', word, number };
    } else if (code(at + 1) === 0x27) {
      const byte = Number.parseInt(latin(bytes.subarray(at + 2, at + 4)), 16);
      at += 4;
      if (!Number.isNaN(byte)) yield { type: 'byte', byte };
    } else {
      yield { type: 'symbol', symbol: String.fromCharCode(code(at + 1)) };
      at += 2;
    }
  }
}

function isSpecial(code: number): boolean {
  return (
    code === OPEN ||
    code === CLOSE ||
    code === BACKSLASH ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0
  );
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
