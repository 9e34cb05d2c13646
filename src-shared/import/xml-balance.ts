/** Tables in tables and text boxes in them: no document of words goes deeper. */
const DEEPEST = 400;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const DASH = 0x2d;
const BRACKET = 0x5b;

/**
 * Whether the elements of XML close as often as they open and are nested within reason. Looks at the
 * bytes once: for parsers that take their time over what is broken. UTF-16 is not looked at.
 */
export function isBalanced(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0) return false;
  let depth = 0;
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at)) {
    const next = bytes[at + 1];
    if (next === EXCLAMATION || next === QUESTION) {
      at = endOfMarkup(bytes, at);
    } else {
      const end = endOfTag(bytes, at);
      if (next === SLASH) depth -= 1;
      else if (bytes[end - 2] !== SLASH) depth += 1;
      if (depth < 0 || depth > DEEPEST) return false;
      at = end;
    }
    if (at > bytes.length) return false;
  }
  return depth === 0;
}

/** Behind the `>` of a tag; one inside an attribute does not count. Past the end where there is none. */
function endOfTag(bytes: Uint8Array, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === DOUBLE || byte === SINGLE) quote = byte;
    else if (byte === GREATER) return at + 1;
  }
  return bytes.length + 1;
}

/** Behind a comment, a CDATA section, an instruction or a declaration. */
function endOfMarkup(bytes: Uint8Array, start: number): number {
  const [third, fourth] = [bytes[start + 2], bytes[start + 3]];
  if (third === DASH && fourth === DASH) return behind(bytes, start + 4, [DASH, DASH, GREATER]);
  if (third === BRACKET) return behind(bytes, start + 3, [0x5d, 0x5d, GREATER]);
  return behind(bytes, start + 2, [GREATER]);
}

function behind(bytes: Uint8Array, start: number, end: readonly number[]): number {
  const [first = 0] = end;
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (end.every((byte, index) => bytes[at + index] === byte)) return at + end.length;
  }
  return bytes.length + 1;
}
