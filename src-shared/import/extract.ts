import { decodeText } from '../document/decode';
import { StetError } from '../errors';
import type { SOURCE_EXTENSIONS } from '../file-kinds';
import type { Extraction } from '../model/source';
import { extractHtml } from './html';
import { extractMarkdown } from './markdown';
import { extractSubtitles } from './subtitles';
import { extractText } from './text';

/** Reads the bytes of one format; a file may hold several sources. */
export type Importer = (
  bytes: Uint8Array,
  name: string,
) => Extraction | Extraction[] | Promise<Extraction | Extraction[]>;

/** An importer of decoded text with `\n` line ends. */
const ofText =
  (read: (text: string) => Extraction | Extraction[]): Importer =>
  (bytes, name) =>
    read(decodeText(name, bytes));

/** Marks nested beyond the call stack: of Markdown the words can be read all the same. */
function readMarkdown(text: string): Extraction {
  try {
    return extractMarkdown(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return extractText(text);
  }
}

/** One importer a format. One that brings a large parser along is loaded when it is first wanted. */
const IMPORTERS: Readonly<Record<string, () => Importer | Promise<Importer>>> = {
  txt: () => ofText(extractText),
  text: () => ofText(extractText),
  md: () => ofText(readMarkdown),
  markdown: () => ofText(readMarkdown),
  html: () => ofText(extractHtml),
  htm: () => ofText(extractHtml),
  xhtml: () => ofText(extractHtml),
  vtt: () => ofText(extractSubtitles),
  srt: () => ofText(extractSubtitles),
} satisfies Record<(typeof SOURCE_EXTENSIONS)[number], unknown>;

/**
 * Reads the sources of a file from its name and bytes: their text, where each stretch of it comes
 * from, and what the file says about them. Without network, so that it can run sandboxed.
 *
 * Rejects with `format-unsupported` for an ending without an importer and for what is no text,
 * `file-empty` where nothing can be read, `file-protected` where a password is wanted,
 * `file-without-text` for pictures of pages, `file-unreadable` where the file is damaged or nested
 * beyond reason.
 */
export async function extractSources(name: string, bytes: Uint8Array): Promise<Extraction[]> {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  const load = IMPORTERS[extension];
  if (!load) throw new StetError('format-unsupported', { name, extension });
  let read: Extraction | Extraction[];
  try {
    const importer = await load();
    read = await importer(bytes, name);
  } catch (error) {
    if (error instanceof StetError) throw error;
    throw new StetError('file-unreadable', { name }, { cause: error });
  }
  const withText = [read].flat().filter(({ text }) => text.trim() !== '');
  if (withText.length === 0) throw new StetError('file-empty', { name });
  return withText;
}
