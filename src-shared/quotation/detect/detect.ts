import type { Span, SpanText } from '../../model/span';
import { type ParagraphReader, PLAIN_READER } from '../speaker/reader';
import { type Attribution, attributeStretches, type StretchContext } from '../speaker/speaker';
import { endsSentence } from '../speaker/tokens';
import { hasSpeakerWords, speakerWords } from '../speaker/words';
import { findDashSpeech } from './dashes';
import { takeEchoes } from './echoes';
import { guessLanguage } from './language';
import { findParagraphs, type MarkedStretch, type MarkReader, readMarks } from './marks-pair';
import { type Doubt, doubtQuotation, innerText, type NotQuotationKind } from './not-quotation';
import { cutRunning } from './running';
import { takeTitles } from './same-words';
import { addStretches, findStretches, quotedParagraphs, validBlocks } from './stretches';

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
  /** Offsets that no quotation runs over, rising: the ends of headline and standfirst. */
  breaks?: readonly number[];
}

/**
 * Finds the quotations of running text whose paragraphs are separated by newlines, and who says
 * them. All offsets are UTF-16 code units into `text`. Never throws; linear in the text's length.
 */
export function detectQuotations(text: string, options: DetectionOptions = {}): Detection {
  return detectWith({ text, paragraphs: findParagraphs(text) }, options, PLAIN);
}

/** Reads paragraphs; one that remembers them may stand in for it. */
export interface Reader extends ParagraphReader {
  readMarks: MarkReader;
}

const PLAIN: Reader = { ...PLAIN_READER, readMarks };

/** `detectQuotations` of a text whose paragraphs are known, with a reader that may remember them. */
export function detectWith(
  { text, paragraphs }: { text: string; paragraphs: readonly Span[] },
  options: DetectionOptions,
  reader: Reader,
): Detection {
  const language = options.language ?? guessLanguage(text);
  const words = speakerWords(language);
  const blocks = options.blocks
    ? validBlocks(text, options.blocks)
    : quotedParagraphs(text, paragraphs);
  const quoted = findStretches(text, paragraphs, blocks, options.breaks ?? [], reader.readMarks);
  const marked = addStretches(quoted, findDashSpeech(text, paragraphs, words));
  const stretches = cutRunning(text, paragraphs, marked, words);
  const contexts = attributeStretches(text, paragraphs, stretches, words, reader);
  const detection: Detection = { language, quotations: [], notQuotations: [] };
  /** The quotation that each stretch became, if it became one. */
  const made = new Map<number, DetectedQuotation>();
  /** Those that a verb of saying stands beside. */
  const beside = new Set<DetectedQuotation>();
  let previous: Doubt | null = null;
  for (const [index, context] of contexts.entries()) {
    const stretch = stretches[index];
    if (!stretch) continue;
    // Without the words of its language, a stretch cannot be told to have no speaker.
    const doubt: Doubt | null =
      stretch.block || stretch.dash || !hasSpeakerWords(language)
        ? null
        : doubtQuotation(context, previous, words);
    previous = doubt;
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
      if (context.attribution?.place === 'after') beside.add(quotation);
      detection.quotations.push(quotation);
    }
  }
  return takeEchoes(text, paragraphs[0], takeTitles(detection, beside));
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
    kind: stretch.block ? 'block' : stretch.dash ? 'direct' : kindOf(text, stretch, context),
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
