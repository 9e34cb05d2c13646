import type { Span } from '../model/span';
import type { DetectedQuotation, NotQuotation } from '../quotation/detect/detect';
import {
  type ArticleParagraph,
  createDetector,
  type Detector,
} from '../quotation/detect/incremental';
import { attributionOf } from './attribution';
import { type PlainText, plainText } from './plain-text';
import type { Document } from './schema';

export interface DocumentDetection {
  plain: PlainText;
  language: string;
  /** In the order of the text; offsets into `plain.text`. */
  quotations: DetectedQuotation[];
  notQuotations: NotQuotation[];
}

/**
 * Finds the quotations of a document: those inside quotation marks, and every block quotation. What
 * stands in quotation marks inside a block quotation belongs to that quotation. A quotation never
 * runs from the headline or the standfirst into the body, nor into or out of a block quotation.
 *
 * @param options.detector the one that looked at this article before: it looks at what changed since,
 *   in the language that it was made for
 */
export function detectInDocument(
  document: Document,
  options: { language?: string; detector?: Detector } = {},
): DocumentDetection {
  const { detector, ...rest } = options;
  const plain = plainText(document);
  const quoted = blockQuotations(plain);
  const detection = (detector ?? createDetector(rest)).detect(paragraphsOf(plain, quoted));
  const speakers = new Map(quoted.map(({ start, speaker }) => [start, speaker]));
  const quotations = detection.quotations.map((quotation) => {
    const speaker = speakers.get(quotation.start);
    return speaker ? { ...quotation, speaker } : quotation;
  });
  return { plain, ...detection, quotations };
}

/** The blocks as the detector reads them: an attribution below a block quotation is no part of it. */
function paragraphsOf(plain: PlainText, quoted: readonly Span[]): ArticleParagraph[] {
  let at = 0;
  return plain.blocks.map(({ kind, start, end, quote }) => {
    const words = plain.text.slice(start, end);
    // Code says nothing: in its place stands a line of the same length without a word.
    const text = kind === 'code' ? ' '.repeat(words.length) : words;
    while ((quoted[at]?.end ?? Number.POSITIVE_INFINITY) < end) at += 1;
    const isQuoted = quote !== undefined && (quoted[at]?.start ?? end) <= start;
    return isQuoted ? { text, kind, quote } : { text, kind };
  });
}

/** Where each block quotation stands, and the speaker of the attribution line in or after it. */
function blockQuotations(plain: PlainText): (Span & { speaker: DetectedQuotation['speaker'] })[] {
  const found: (Span & { speaker: DetectedQuotation['speaker'] })[] = [];
  const { blocks, text } = plain;
  for (let index = 0; index < blocks.length; index++) {
    const first = blocks[index];
    if (first?.quote === undefined) continue;
    let next = index + 1;
    while (blocks[next]?.quote === first.quote) next++;
    // A line of nothing but spaces quotes nobody.
    const lines = blocks
      .slice(index, next)
      .filter(({ start, end }) => text.slice(start, end).trim() !== '');
    index = next - 1;
    const lastLine = lines.at(-1);
    const inside = lines.length > 1 && lastLine ? speakerOf(text, lastLine) : null;
    if (inside) lines.pop();
    const start = lines[0]?.start;
    const end = lines.at(-1)?.end;
    if (start === undefined || end === undefined) continue;
    const after = blocks[next];
    const speaker = inside ?? (after?.kind === 'paragraph' ? speakerOf(text, after) : null);
    found.push({ start, end, speaker });
  }
  return found;
}

function speakerOf(text: string, line: Span): DetectedQuotation['speaker'] {
  const attribution = attributionOf(text, line);
  return attribution && { ...attribution, confidence: 0.95 };
}
