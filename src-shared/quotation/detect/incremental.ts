import type { Span } from '../../model/span';
import { type Detection, type DetectionOptions, detectWith } from './detect';
import { guessLanguage } from './language';
import { RememberingReader } from './memory';

/** One block of an article as it reads, in order; a block of a document's plain text fits. */
export interface ArticleParagraph {
  text: string;
  /** No quotation runs out of a `headline`, a `standfirst`, a `table-cell` or `code`; other kinds make no difference. */
  kind: string;
  /** Neighbours with the same number are one block quotation. Without one: running text. */
  quote?: number;
}

/** Finds the quotations of one article again and again, while it is being written. */
export interface Detector {
  /**
   * The same as `detectQuotations` of the whole text, in less time where most paragraphs are as they
   * were. The offsets count in the paragraphs joined by an empty line (two newlines).
   */
  detect(paragraphs: readonly ArticleParagraph[]): Detection;
}

export const PARAGRAPH_BREAK = '\n\n';

const ENDS_QUOTATIONS: ReadonlySet<string> = new Set([
  'headline',
  'standfirst',
  'table-cell',
  'code',
]);

/** A detector for one article. `language` is a BCP 47 tag; guessed from the text where missing. */
export function createDetector(options: { language?: string } = {}): Detector {
  const reader = new RememberingReader();
  return {
    detect(paragraphs) {
      const { text, blocks, breaks } = layOut(paragraphs);
      const language = options.language ?? guessLanguage(text);
      reader.begin(language);
      const texts = paragraphs.map((paragraph) => paragraph.text);
      const lines = reader.readLines(texts, PARAGRAPH_BREAK.length);
      return detectWith({ text, paragraphs: lines }, { language, blocks, breaks }, reader);
    },
  };
}

/**
 * The article as one text, with what `detectQuotations` needs to know of its blocks: the block
 * quotations, and the ends that no quotation runs over.
 */
export function layOut(
  paragraphs: readonly ArticleParagraph[],
): { text: string } & Required<Pick<DetectionOptions, 'blocks' | 'breaks'>> {
  const blocks: Span[] = [];
  const breaks: number[] = [];
  let start = 0;
  let open: number | undefined;
  for (const { text, kind, quote } of paragraphs) {
    const end = start + text.length;
    const last = blocks.at(-1);
    if (quote === undefined) open = undefined;
    else if (text.length > 0) {
      if (last && quote === open) last.end = end;
      else blocks.push({ start, end });
      open = quote;
    }
    if (ENDS_QUOTATIONS.has(kind)) breaks.push(end);
    start = end + PARAGRAPH_BREAK.length;
  }
  return { text: paragraphs.map(({ text }) => text).join(PARAGRAPH_BREAK), blocks, breaks };
}
