import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ParsedContributor } from '../../src-shared/byline/parse';
import { blocksFromPlainText, recogniseArticle } from '../../src-shared/document/recognise';
import {
  type DetectedQuotation,
  detectQuotations,
  type NotQuotation,
} from '../../src-shared/quotation/detect/detect';
import { decodePlainText, isPlainText } from './text-file';

/** An article as the command line reads it: what is recognised, and the text that offsets count in. */
export interface ArticleText {
  file: string;
  language: string;
  headline: string | null;
  standfirst: string | null;
  dateline: string | null;
  /** The names of the byline in order, as one line. */
  byline: string | null;
  contributors: ParsedContributor[];
  text: string;
  /** True where `text` is the file's own, exactly as it stands. */
  isFileText: boolean;
  quotations: DetectedQuotation[];
  notQuotations: NotQuotation[];
}

/** Reads one article from disk. Throws the file system's errors, and StetErrors about the file. */
export async function readArticle(file: string, language?: string): Promise<ArticleText> {
  const bytes = await readFile(file);
  return isPlainText(file)
    ? readPlainArticle(file, decodePlainText(file, bytes), language)
    : readFormattedArticle(file, bytes, language);
}

function readPlainArticle(file: string, text: string, tag?: string): ArticleText {
  const options = tag ? { language: tag } : {};
  const { language, quotations, notQuotations } = detectQuotations(text, options);
  const blocks = blocksFromPlainText(text);
  const { headline, standfirst, dateline, byline } = recogniseArticle(blocks, { language });
  const textOf = (block: number | null) => (block === null ? null : (blocks[block]?.text ?? null));
  const contributors = byline?.contributors ?? [];
  return {
    file,
    language,
    headline: textOf(headline),
    standfirst: textOf(standfirst),
    dateline: dateline?.text ?? null,
    byline: bylineOf(contributors),
    contributors,
    text,
    isFileText: true,
    quotations,
    notQuotations,
  };
}

async function readFormattedArticle(
  file: string,
  bytes: Uint8Array,
  tag?: string,
): Promise<ArticleText> {
  // Loaded here: plain text needs no parser of Markdown or HTML.
  const { articleFromFile } = await import('../../src-shared/document/from-file');
  const { detectInDocument } = await import('../../src-shared/document/detect-in-document');
  const article = articleFromFile(basename(file), bytes);
  const hint = tag ?? article.language;
  const { plain, language, quotations, notQuotations } = detectInDocument(
    article.document,
    hint ? { language: hint } : {},
  );
  const textOf = (kind: 'headline' | 'standfirst') => {
    const block = plain.blocks.find((candidate) => candidate.kind === kind);
    return block && block.end > block.start ? plain.text.slice(block.start, block.end) : null;
  };
  return {
    file,
    language,
    headline: textOf('headline'),
    standfirst: textOf('standfirst'),
    dateline: article.dateline,
    byline: bylineOf(article.contributors),
    contributors: article.contributors,
    text: plain.text,
    isFileText: false,
    quotations,
    notQuotations,
  };
}

/** "A, B and C"; null where nobody is named. */
function bylineOf(contributors: readonly ParsedContributor[]): string | null {
  const names = contributors.map(({ name }) => name);
  if (names.length < 2) return names[0] ?? null;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
