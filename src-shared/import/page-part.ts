import { decodeText } from '../document/decode';
import { StetError } from '../errors';
import { decodedHtml, decodedPart, type MimePart, mimeField, mimeParts } from './mime-parts';

/** The HTML part of a page saved as one file that comes first, in parts of parts too. */
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
