import type { Span } from '../../model/span';
import type { MarkedStretch } from '../detect/marks-pair';
import { readNames } from './name-runs';
import type { ParagraphNames } from './people';
import { readTokens, type Unit } from './tokens';
import type { SpeakerWords } from './words-type';

/** Reads the words of paragraphs: what takes most of the time, and may be remembered. */
export interface ParagraphReader {
  /** Fills a unit's tokens; `first` is the index of the first stretch at or after its start. */
  readTokens(
    text: string,
    unit: Unit,
    stretches: readonly MarkedStretch[],
    first: number,
    language: string,
  ): void;
  /** `first` is the index of the first quotation that ends after the paragraph's start. */
  readNames(
    text: string,
    paragraph: Span,
    quotations: readonly Span[],
    first: number,
    words: SpeakerWords,
  ): ParagraphNames;
}

/** Reads every paragraph as it comes. */
export const PLAIN_READER: ParagraphReader = { readTokens, readNames };

/** The names of all paragraphs; words inside `quotations` (in order) are passed over. */
export function readAllNames(
  text: string,
  paragraphs: readonly Span[],
  quotations: readonly Span[],
  reader: ParagraphReader,
  words: SpeakerWords,
): ParagraphNames[] {
  let first = 0;
  return paragraphs.map((paragraph) => {
    while ((quotations[first]?.end ?? Infinity) <= paragraph.start) first += 1;
    return reader.readNames(text, paragraph, quotations, first, words);
  });
}
