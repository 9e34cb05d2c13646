/** What a file is by its first bytes, whatever its name says; null where only the name can tell. */
export type Contents = 'docx' | 'odt' | 'rtf' | 'pdf' | 'ole' | 'zip' | 'eml' | 'mhtml' | null;

const MAIL_HEADER =
  /^(?:mime-version|content-type|content-transfer-encoding|message-id|received|return-path|delivered-to|snapshot-content-location):/im;

/** Looks at the start of a file, and in an archive or a compound file for what its parts are called. */
export function contentsOf(bytes: Uint8Array): Contents {
  const start = latin(bytes.subarray(0, 4096));
  if (start.startsWith('PK\u0003\u0004')) return zipContents(bytes, start);
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'ole';
  if (/^\s*\{\\rtf/.test(start)) return 'rtf';
  if (/^[\s\S]{0,1024}?%PDF-\d/.test(start) && !/^\s*[<{]/.test(start)) return 'pdf';
  if (/<office:document\b/.test(start)) return 'odt';
  return mailContents(start);
}

/** An OpenDocument file starts with its type, a Word document lists its parts at the end. */
function zipContents(bytes: Uint8Array, start: string): Contents {
  if (/^.{26,60}mimetypeapplication\/vnd\.oasis\.opendocument/s.test(start)) return 'odt';
  const directory = latin(bytes.subarray(Math.max(0, bytes.length - 256 * 1024)));
  if (/word\/document\d*\.xml/.test(directory)) return 'docx';
  return /content\.xml/.test(directory) ? 'odt' : 'zip';
}

/** Header lines from the first byte on, two of them such as only machines write. */
function mailContents(start: string): Contents {
  const header = start.replace(/^\ufeff|^\u00ef\u00bb\u00bf/, '').split(/\r?\n\r?\n/)[0] ?? '';
  if (!/^[!-9;-~]+:[ \t]/.test(header)) return null;
  const isHtml = /^content-type:\s*multipart\/related/im.test(header);
  if (isHtml && /^snapshot-content-location:|^from:\s*<?saved by/im.test(header)) return 'mhtml';
  const found = header.split(/\r?\n/).filter((line) => MAIL_HEADER.test(line));
  return found.length >= 2 ? 'eml' : null;
}

/** A compound file that holds an encrypted Office document has a stream of this name in UTF-16. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const directory = bytes.subarray(0, 64 * 1024 * 1024);
  let at = directory.indexOf(name[0] ?? 0);
  while (at >= 0) {
    const start = at;
    if (name.every((byte, index) => directory[start + index] === byte)) return true;
    at = directory.indexOf(name[0] ?? 0, at + 1);
  }
  return false;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}
