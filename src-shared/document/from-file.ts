import { StetError } from '../errors';
import type { TEXT_EXTENSIONS } from '../file-kinds';
import { assembleArticle, type ImportedArticle } from './assemble-article';
import { assembleOwn, type OwnArticle } from './assemble-own';
import { decodeText } from './decode';
import { importHtml } from './from-html';
import { importMarkdown } from './from-markdown';
import { importPlainText } from './from-plain-text';
import type { ImportedText, PictureOptions } from './imported';

export type { ImportedArticle };

type Reader = (text: string, options: PictureOptions) => ImportedText;

const READERS: Readonly<Record<string, Reader>> = {
  txt: importPlainText,
  text: importPlainText,
  md: readMarkdown,
  markdown: readMarkdown,
  html: importHtml,
  htm: importHtml,
  xhtml: importHtml,
} satisfies Record<(typeof TEXT_EXTENSIONS)[number], unknown>;

function readMarkdown(text: string, options: PictureOptions): ImportedText {
  return importMarkdown(text, {
    ...options,
    keepsHtml: true,
    // Without its pictures a paragraph is another one.
    keepsForm: options.pictures ?? false,
  });
}

export interface ArticleOptions extends PictureOptions {
  language?: string;
  /** What is known of an article that Stet itself wrote. */
  own?: OwnArticle;
}

/**
 * Reads an article from the name and content of a text file (`readArticle` of import/article.ts reads all). The name's ending says what the content is; a
 * name without one is plain text. Throws `format-unsupported` and `file-empty`.
 */
export function articleFromFile(
  name: string,
  content: Uint8Array | string,
  options: ArticleOptions = {},
): ImportedArticle {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  const read = READERS[extension];
  if (!read) throw new StetError('format-unsupported', { name, extension });
  const text =
    typeof content === 'string' ? content.replace(/\r\n?/g, '\n') : decodeText(name, content);
  if (text.trim() === '') throw new StetError('file-empty', { name });
  try {
    const { own } = options;
    if (own) return assembleOwn(read(text, { ...options, isOwn: true }), own);
    return assembleArticle(read(text, options), options);
  } catch (error) {
    // Markup nested beyond the call stack: the words are worth more than the form.
    if (!(error instanceof RangeError) || read === importPlainText) throw error;
    return assembleArticle(importPlainText(text), options);
  }
}
