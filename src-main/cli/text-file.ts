import { extname } from 'node:path';
import { decodeBytes } from '../../src-shared/document/decode';
import { SOURCE_EXTENSIONS } from '../../src-shared/file-kinds';

/** True for a file whose text Stet takes as it stands; the others have a form to be read out of. */
export function isPlainText(file: string): boolean {
  const extension = extname(file).toLowerCase().slice(1);
  const isKnown = SOURCE_EXTENSIONS.some((known) => known === extension);
  return !isKnown || extension === 'txt' || extension === 'text';
}

/**
 * Decodes a plain text exactly as it stands: line endings and a byte order mark are kept, so that
 * offsets into it are offsets into what any other program reads. Throws `format-unsupported` for
 * what is no text.
 */
export function decodePlainText(file: string, bytes: Uint8Array): string {
  const text = decodeBytes(file, bytes);
  return hasByteOrderMark(bytes) ? `\uFEFF${text}` : text;
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  if (first === 0xef) return second === 0xbb && third === 0xbf;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
