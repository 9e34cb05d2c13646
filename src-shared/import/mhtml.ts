import { decodeText } from '../document/decode';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { extractHtml } from './html';
import {
  decodedHtml,
  decodedPart,
  type MimePart,
  mimeField,
  mimeParts,
  splitHeader,
} from './mime-parts';

/**
 * Reads a web page saved as one file (MHTML, RFC 2557): its first HTML part; pictures, styles and
 * frames stay where they are.
 */
export async function extractMhtml(bytes: Uint8Array, name: string): Promise<Extraction> {
  const { header } = splitHeader(bytes);
  const page = pagePart(bytes);
  if (!page) throw new StetError('file-unreadable', { name });
  const extraction = extractHtml(await pageText(page, name));
  const url = webAddress(
    mimeField(header, 'snapshot-content-location') ??
      mimeField(page.header, 'content-location') ??
      mimeField(header, 'content-location'),
  );
  return { ...extraction, url: url ?? extraction.url };
}

/** The HTML part that comes first, in parts of parts too. */
export function pagePart(bytes: Uint8Array): MimePart | null {
  for (const part of mimeParts(bytes)) {
    const type = mimeField(part.header, 'content-type') ?? '';
    if (/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return part;
  }
  return null;
}

/** The text of an HTML part, in the charset that its header, else the page itself declares. */
export async function pageText(part: MimePart, name: string): Promise<string> {
  const type = mimeField(part.header, 'content-type') ?? '';
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1];
  if (charset) return decodedHtml(part, charset);
  const content = await decodedPart(part);
  if (!content) throw new StetError('file-unreadable', { name });
  return decodeText(name, content);
}

function webAddress(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) ? url : null;
}
