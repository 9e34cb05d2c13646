import { assembleArticle, type ImportedArticle } from '../document/assemble-article';
import type { OwnArticle } from '../document/assemble-own';
import { articleFromFile } from '../document/from-file';
import type { ImportedText } from '../document/imported';
import { StetError } from '../errors';
import { contentsOf, isEncryptedOffice } from './contents';

/** An article as its file has it, with the pictures that are inside the file, by their addresses. */
export interface ArticleFile {
  article: ImportedArticle;
  /** The bytes of each picture, by what stands in the `picture` of its figure. */
  pictures: Map<string, Uint8Array>;
}

export interface ArticleText {
  text: ImportedText;
  pictures: Map<string, Uint8Array>;
}

/**
 * Reads an article from a file's name and bytes, without network, so that it can run sandboxed. What
 * a file is, is said by its first bytes before its ending. Rejects with what `extractSources` rejects
 * with.
 *
 * @param own what is known of an article that Stet itself wrote
 */
export async function readArticle(
  name: string,
  bytes: Uint8Array,
  own?: OwnArticle,
): Promise<ArticleFile> {
  if (bytes.length === 0) throw new StetError('file-empty', { name });
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  const contents = contentsOf(bytes);
  try {
    if (contents === 'ole') {
      const code = isEncryptedOffice(bytes) ? 'file-protected' : 'format-unsupported';
      throw new StetError(code, { name, extension });
    }
    const format = contents === 'docx' || contents === 'odt' ? contents : extension;
    switch (format) {
      case 'docx':
        return assembled(name, await (await import('./article-docx')).readDocxArticle(name, bytes));
      case 'odt':
      case 'fodt':
        return assembled(name, (await import('./article-odt')).readOdtArticle(name, bytes));
      default:
        return {
          article: articleFromFile(name, bytes, { pictures: true, ...(own ? { own } : {}) }),
          pictures: new Map(),
        };
    }
  } catch (error) {
    if (error instanceof StetError) throw error;
    throw new StetError('file-unreadable', { name }, { cause: error });
  }
}

function assembled(name: string, { text, pictures }: ArticleText): ArticleFile {
  if (text.blocks.length === 0) throw new StetError('file-empty', { name });
  return { article: assembleArticle(text), pictures };
}
