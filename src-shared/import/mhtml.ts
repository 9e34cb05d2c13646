import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { extractHtml } from './html';
import { withOwnFrames } from './kept-frames';
import { mimeField, splitHeader } from './mime-parts';
import { pagePart, pageText } from './page-part';

/**
 * Reads a web page saved as one file (MHTML, RFC 2557): its first HTML part, with the texts in frames of
 * its own site where they stand. Pictures, styles and all other frames stay where they are.
 */
export async function extractMhtml(bytes: Uint8Array, name: string): Promise<Extraction> {
  const { header } = splitHeader(bytes);
  const page = pagePart(bytes);
  if (!page) throw new StetError('file-unreadable', { name });
  const html = await withOwnFrames(bytes, page, await pageText(page, name));
  const extraction = extractHtml(html);
  const url = webAddress(
    mimeField(header, 'snapshot-content-location') ??
      mimeField(page.header, 'content-location') ??
      mimeField(header, 'content-location'),
  );
  return { ...extraction, url: url ?? extraction.url };
}

function webAddress(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) ? url : null;
}
