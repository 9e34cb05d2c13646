import { StetError } from '../errors';

/** There in Node, in Electron and in browsers alike, though not part of the ES library. */
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** What bytes 0x80 to 0x9F stand for in windows-1252 (WHATWG Encoding Standard). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has a use for them.
const CONTROL = /[\u0001-\u0008\u000b\u000e-\u001f\u007f]/g;

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 where a mark says so, else the
 * encoding an HTML page declares, else windows-1252. Line ends become `\n`, the mark is left out.
 * Throws `file-empty` where there is nothing but white space, `format-unsupported` for what is no
 * text (zero bytes, PDF, RTF).
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  const text = decodeBytes(name, bytes)
    .replace(/\r\n?|\f/g, '\n')
    .replace(CONTROL, '');
  if (/^[\s\ufeff]*$/.test(text)) throw new StetError('file-empty', { name });
  return text;
}

/** The same with line ends as they are in the file, and with nothing said about white space. */
export function decodeBytes(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const start = latin1(bytes.subarray(0, 5));
  if (bytes.includes(0) || start === '%PDF-' || start === '{\\rtf') {
    throw new StetError('format-unsupported', { name });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return declaredEncoding(bytes) ?? windows1252(bytes);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Old pages say in their head what they are written in: `<meta charset="iso-8859-2">`. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(
    latin1(bytes.subarray(0, 2048)),
  )?.[1];
  if (label === undefined || /^(utf-?8|iso-8859-1|latin1|windows-1252|us-ascii)$/i.test(label)) {
    return null;
  }
  try {
    return decodeAs(label, bytes);
  } catch {
    return null;
  }
}

/** Own table: some versions of Node decode these bytes as control characters. */
export function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(
    /[\u0080-\u009f]/g,
    (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control,
  );
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}
