import { decodeText } from '../document/decode';
import { StetError } from '../errors';
import type { SOURCE_EXTENSIONS } from '../file-kinds';
import type { Extraction } from '../model/source';
import { contentsOf, isEncryptedOffice } from './contents';
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
  (read: (text: string, name: string) => Extraction | Extraction[]): Importer =>
  (bytes, name) =>
    read(decodeText(name, bytes), name);

/** In characters; the parser takes about a second for each million. */
const LONGEST_MARKDOWN = 10_000_000;

/** Longer than the parser can take, or nested beyond the call stack: the words can be read all the same. */
function readMarkdown(text: string): Extraction {
  if (text.length > LONGEST_MARKDOWN) return extractText(text);
  try {
    return extractMarkdown(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return extractText(text);
  }
}

type Load = () => Importer | Promise<Importer>;

const readWebPage: Load = async () => ofText((await import('./html')).extractHtml);
const readSavedPage: Load = async () => (await import('./mhtml')).extractMhtml;
const readTimedText: Load = async () => (await import('./ttml')).extractTtml;

/** One importer a format. One that brings a large parser along is loaded when it is first wanted. */
const IMPORTERS: Readonly<Record<string, Load>> = {
  txt: () => ofText(extractText),
  text: () => ofText(extractText),
  md: () => ofText(readMarkdown),
  markdown: () => ofText(readMarkdown),
  html: readWebPage,
  htm: readWebPage,
  xhtml: readWebPage,
  mhtml: readSavedPage,
  mht: readSavedPage,
  docx: async () => (await import('./docx')).extractDocx,
  odt: async () => (await import('./odt')).extractOdt,
  pdf: async () => (await import('./pdf')).extractPdf,
  rtf: async () => (await import('./rtf')).extractRtf,
  eml: async () => (await import('./eml')).extractEml,
  mbox: async () => (await import('./mbox')).extractMbox,
  vtt: () => ofText(extractSubtitles),
  srt: () => ofText(extractSubtitles),
  ttml: readTimedText,
  dfxp: readTimedText,
  json: async () => ofText((await import('./json')).extractJson),
  ris: async () => ofText((await import('./ris')).extractRis),
  bib: async () => ofText((await import('./bibtex')).extractBibtex),
} satisfies Record<(typeof SOURCE_EXTENSIONS)[number], unknown>;

/** Formats of text that a mail or a saved page may be misnamed as. */
const MAIL_OR_TEXT = /^(?:txt|text|eml|mhtml|mht|html|htm)$/;

/**
 * Reads the sources of a file from its name and bytes: their text, where each stretch of it comes
 * from, and what the file says about them. Without network, so that it can run sandboxed. Where the
 * first bytes say what a file is, they go before its ending.
 *
 * Rejects with `format-unsupported` for a format without an importer and for what is no text,
 * `file-empty` where nothing can be read, `file-protected` where a password is wanted,
 * `file-without-text` for pictures of pages, `file-too-large` for what swells beyond reason,
 * `file-unreadable` where the file is damaged or nested beyond reason.
 */
export async function extractSources(name: string, bytes: Uint8Array): Promise<Extraction[]> {
  const format = formatOf(name, bytes);
  const load = Object.hasOwn(IMPORTERS, format) ? IMPORTERS[format] : undefined;
  if (!load) throw new StetError('format-unsupported', { name, extension: format });
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

/** The ending whose importer reads the file. */
function formatOf(name: string, bytes: Uint8Array): string {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  if (bytes.length === 0) throw new StetError('file-empty', { name });
  const contents = contentsOf(bytes);
  switch (contents) {
    case 'ole':
      // Encrypted documents of today, or documents of Word 97 and messages of Outlook.
      throw new StetError(isEncryptedOffice(bytes) ? 'file-protected' : 'format-unsupported', {
        name,
        extension,
      });
    case 'zip':
      // Cut off before the list of its parts, or a spreadsheet.
      if (extension === 'docx' || extension === 'odt') return extension;
      throw new StetError('format-unsupported', { name, extension });
    case 'eml':
    case 'mhtml':
      return MAIL_OR_TEXT.test(extension) ? contents : extension;
    case null:
      return extension;
    default:
      return contents;
  }
}
