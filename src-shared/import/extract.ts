import { decodeText } from '../document/decode';
import { StetError } from '../errors';
import type { SOURCE_EXTENSIONS } from '../file-kinds';
import type { Extraction } from '../model/source';
import { extractHtml } from './html';
import { extractMarkdown } from './markdown';
import { extractSubtitles } from './subtitles';
import { extractText } from './text';

/** One importer a format; each takes decoded text with `\n` line ends. */
const IMPORTERS: Readonly<Record<string, (text: string) => Extraction>> = {
  txt: extractText,
  text: extractText,
  md: extractMarkdown,
  markdown: extractMarkdown,
  html: extractHtml,
  htm: extractHtml,
  xhtml: extractHtml,
  vtt: extractSubtitles,
  srt: extractSubtitles,
} satisfies Record<(typeof SOURCE_EXTENSIONS)[number], unknown>;

/**
 * Reads a source from a file's name and bytes: its text, where each stretch of it comes from, and
 * what the file says about itself. Pure and without network, so that it can run sandboxed.
 *
 * Throws `format-unsupported` for an ending without an importer and for what is no text,
 * `file-empty` where nothing can be read, `file-unreadable` where markup is nested beyond reason.
 */
export function extractSource(name: string, bytes: Uint8Array): Extraction {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  const read = IMPORTERS[extension];
  if (!read) throw new StetError('format-unsupported', { name, extension });
  const text = decodeText(name, bytes);
  let extraction: Extraction;
  try {
    extraction = read(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Marks nested beyond the call stack. Of Markdown the words can be read all the same.
    if (read !== extractMarkdown)
      throw new StetError('file-unreadable', { name }, { cause: error });
    extraction = extractText(text);
  }
  if (extraction.text.trim() === '') throw new StetError('file-empty', { name });
  return extraction;
}
