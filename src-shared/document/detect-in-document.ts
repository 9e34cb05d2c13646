import type { Span } from '../model/span';
import {
  type DetectedQuotation,
  type Detection,
  detectQuotations,
  type NotQuotation,
} from '../quotation/detect/detect';
import { attributionOf } from './attribution';
import { type PlainBlock, type PlainText, plainText } from './plain-text';
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
 */
export function detectInDocument(
  document: Document,
  options: { language?: string } = {},
): DocumentDetection {
  const plain = plainText(document);
  const { text } = plain;
  const quoted = blockQuotations(plain);
  const blocks = quoted.map(({ start, end }) => ({ start, end }));
  let detection = detectQuotations(text, { ...options, blocks });
  const bodyStart = startOfBody(plain.blocks);
  if (detection.quotations.some((one) => one.start < bodyStart && one.end > bodyStart)) {
    // A mark left open in the headline pairs with one of the body: each is read by itself.
    const { language } = detection;
    const header = headerBlocks(plain.blocks).map((block) => detectIn(text, block, [], language));
    const body = { start: bodyStart, end: text.length };
    const parts = [...header, detectIn(text, body, blocks, language)];
    detection = {
      language,
      quotations: parts.flatMap((part) => part.quotations),
      notQuotations: parts.flatMap((part) => part.notQuotations),
    };
  }
  const quotations = detection.quotations.map((quotation) => {
    const block = quoted.find((one) => one.start === quotation.start);
    return block?.speaker ? { ...quotation, speaker: block.speaker } : quotation;
  });
  return { plain, ...detection, quotations };
}

function headerBlocks(blocks: readonly PlainBlock[]): PlainBlock[] {
  return blocks.filter((block) => block.kind === 'headline' || block.kind === 'standfirst');
}

function startOfBody(blocks: readonly PlainBlock[]): number {
  const last = headerBlocks(blocks).at(-1);
  return last ? last.end : 0;
}

/** Detects within one stretch of the text, with offsets into the whole of it. */
function detectIn(
  text: string,
  region: Span,
  blocks: readonly Span[],
  language: string,
): Detection {
  const shift = <S extends Span>(span: S, by: number): S => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  const found = detectQuotations(text.slice(region.start, region.end), {
    language,
    blocks: blocks.map((block) => shift(block, -region.start)),
  });
  const there = <S extends Span>(span: S): S => shift(span, region.start);
  return {
    language,
    quotations: found.quotations.map((quotation) => ({
      ...there(quotation),
      parts: quotation.parts.map(there),
      speaker: quotation.speaker && there(quotation.speaker),
      channel: quotation.channel && there(quotation.channel),
      cue: quotation.cue && there(quotation.cue),
    })),
    notQuotations: found.notQuotations.map(there),
  };
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
    const lines = blocks.slice(index, next).filter((block) => block.end > block.start);
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
