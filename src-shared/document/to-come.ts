import type { SpanText } from '../model/span';

/** "TK": words that are still to come. Not in "ATKINS". */
const TO_COME = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/gu;

/** Where a text says that words are still to come. */
export function findToCome(text: string): SpanText[] {
  return [...text.matchAll(TO_COME)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    text: mark,
  }));
}
