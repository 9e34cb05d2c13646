import type { Span, SpanText } from '../../model/span';
import { type Attribution, attributeStretches, type StretchContext } from '../speaker/speaker';
import { endsSentence } from '../speaker/tokens';
import { hasSpeakerWords, speakerWords } from '../speaker/words';
import { guessLanguage } from './language';
import { findParagraphs, type MarkedStretch, pairMarks } from './marks-pair';
import { doubtQuotation, innerText, type NotQuotationKind } from './not-quotation';

/** The phrase to which the article attributes a quotation, as it stands there: "he", "the mayor". */
export interface DetectedSpeaker extends SpanText {
  /** The person it means, or null where the text leaves that open. */
  name: string | null;
  /** 0 to 1: how sure attribution and name are together. */
  confidence: number;
}

/** A quotation; `start` and `end` include the quotation marks. */
export interface DetectedQuotation extends SpanText {
  /** `direct`: a sentence or more; `fragment`: words built into a sentence; `block`: set off. */
  kind: 'direct' | 'fragment' | 'block';
  /** Several only where an attribution splits the quotation. */
  parts: Span[];
  speaker: DetectedSpeaker | null;
  /** Who passed the words on: "told *Circa*", "*Xinhua* reported". */
  channel: SpanText | null;
  /** The verb, or "according to". */
  cue: SpanText | null;
}

/** Words in quotation marks that nobody said, with the reason for thinking so. */
export interface NotQuotation extends SpanText {
  kind: NotQuotationKind;
  reason: string;
}

export interface Detection {
  /** Two-letter code, or the tag that was given. */
  language: string;
  quotations: DetectedQuotation[];
  notQuotations: NotQuotation[];
}

export interface DetectionOptions {
  /** BCP 47 tag; guessed where it is missing. */
  language?: string;
  /** Block quotations that the document marks as such, in order, not overlapping. */
  blocks?: readonly Span[];
}

/**
 * Finds the quotations of running text whose paragraphs are separated by newlines, and who says
 * them. All offsets are UTF-16 code units into `text`. Never throws; linear in the text's length.
 */
export function detectQuotations(text: string, options: DetectionOptions = {}): Detection {
  const language = options.language ?? guessLanguage(text);
  const words = speakerWords(language);
  const paragraphs = findParagraphs(text);
  const blocks = options.blocks
    ? validBlocks(text, options.blocks)
    : quotedParagraphs(text, paragraphs);
  const stretches = findStretches(text, paragraphs, blocks);
  const contexts = attributeStretches(text, paragraphs, stretches, words);
  const detection: Detection = { language, quotations: [], notQuotations: [] };
  /** The quotation that each stretch became, if it became one. */
  const made = new Map<number, DetectedQuotation>();
  for (const [index, context] of contexts.entries()) {
    const stretch = stretches[index];
    if (!stretch) continue;
    // Without the words of its language, a stretch cannot be told to have no speaker.
    const doubt =
      stretch.block || !hasSpeakerWords(language) ? null : doubtQuotation(context, words);
    const whole = made.get(context.continues);
    if (doubt) {
      detection.notQuotations.push({ ...slice(text, stretch), ...doubt });
    } else if (whole) {
      whole.parts.push({ start: stretch.start, end: stretch.end });
      whole.end = stretch.end;
      whole.text = text.slice(whole.start, stretch.end);
      whole.kind = 'direct';
    } else {
      const quotation = toQuotation(text, stretch, context);
      made.set(index, quotation);
      detection.quotations.push(quotation);
    }
  }
  return detection;
}

function slice(text: string, { start, end }: Span): SpanText {
  return { start, end, text: text.slice(start, end) };
}

function toQuotation(
  text: string,
  stretch: MarkedStretch,
  context: StretchContext,
): DetectedQuotation {
  const { attribution } = context;
  return {
    ...slice(text, stretch),
    kind: stretch.block ? 'block' : kindOf(text, stretch, context),
    parts: [{ start: stretch.start, end: stretch.end }],
    speaker: attribution && toSpeaker(text, attribution),
    channel: attribution?.channel ? slice(text, attribution.channel) : null,
    cue: attribution?.cue ? slice(text, attribution.cue) : null,
  };
}

function toSpeaker(text: string, attribution: Attribution): DetectedSpeaker {
  return {
    ...slice(text, attribution.speaker),
    name: attribution.name,
    confidence: attribution.confidence,
  };
}

/** A direct quotation begins like a sentence, or is attributed right beside it. */
function kindOf(
  text: string,
  stretch: MarkedStretch,
  { tokens, index, attribution }: StretchContext,
): 'direct' | 'fragment' {
  const inner = innerText(text.slice(stretch.start, Math.min(stretch.end, stretch.start + 200)));
  const opensSentence = tokens[index]?.sentence === index;
  if (opensSentence && attribution?.place === 'after') return 'direct';
  const opening = inner.replace(/^[^\p{L}\p{N}]+/u, '');
  if (/^\p{Ll}/u.test(opening)) return 'fragment';
  const ended = endsSentence(text.slice(Math.max(stretch.start, stretch.end - 12), stretch.end));
  const introduced = /^[:,]$/u.test(tokens[index - 1]?.text ?? '');
  if (ended || opensSentence || introduced) return 'direct';
  return inner.split(/\s+/u, 5).length > 4 ? 'direct' : 'fragment';
}

/** The blocks that lie within the text, in order and apart from each other. */
function validBlocks(text: string, blocks: readonly Span[]): Span[] {
  const sorted = [...blocks].sort((left, right) => left.start - right.start);
  const valid: Span[] = [];
  for (const { start, end } of sorted) {
    const previous = valid.at(-1)?.end ?? 0;
    if (start >= previous && end > start && end <= text.length) valid.push({ start, end });
  }
  return valid;
}

/** Paragraphs marked with `>` as in e-mail and Markdown; neighbouring ones are one block. */
function quotedParagraphs(text: string, paragraphs: readonly Span[]): Span[] {
  const blocks: Span[] = [];
  let previous = -1;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (text.charAt(paragraph.start) !== '>') continue;
    const open = previous === index - 1 ? blocks.at(-1) : undefined;
    previous = index;
    if (open) {
      open.end = paragraph.end;
      continue;
    }
    const marker = /^(?:> ?)+/u.exec(text.slice(paragraph.start, paragraph.start + 20))?.[0] ?? '';
    const start = paragraph.start + marker.length;
    if (start < paragraph.end) blocks.push({ start, end: paragraph.end });
    else previous = -1;
  }
  return blocks;
}

/** Block quotations, and the marked stretches of the paragraphs outside them, in order. */
function findStretches(
  text: string,
  paragraphs: readonly Span[],
  blocks: readonly Span[],
): MarkedStretch[] {
  if (blocks.length === 0) return pairMarks(text, paragraphs);
  const outside: Span[] = [];
  let block = 0;
  for (const paragraph of paragraphs) {
    while ((blocks[block]?.end ?? Infinity) <= paragraph.start) block += 1;
    if ((blocks[block]?.start ?? Infinity) >= paragraph.end) outside.push(paragraph);
  }
  const marked = pairMarks(text, outside);
  const set = blocks.map((span) => ({ ...span, closed: true, block: true }));
  // A running quotation that would reach across a block is cut there by leaving it out.
  const kept = marked.filter(({ start, end }) => !crossesBlock(start, end, blocks));
  return [...kept, ...set].sort((left, right) => left.start - right.start);
}

function crossesBlock(start: number, end: number, blocks: readonly Span[]): boolean {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (blocks[low]?.start ?? Infinity) < end;
}
