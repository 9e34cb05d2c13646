import type { QuoteNode } from '@lexical/rich-text';
import { $getState, $setState, createState } from 'lexical';

const pull = createState('pull', { parse: (value: unknown) => value === true });

/** True for a pull quote: words of the text that are set out to catch the eye. */
export function $isPullQuote(quote: QuoteNode): boolean {
  return $getState(quote, pull);
}

/** Makes a block quotation a pull quote, or a pull quote a block quotation. */
export function $setPullQuote(quote: QuoteNode, isPull: boolean): void {
  if ($isPullQuote(quote) !== isPull) $setState(quote, pull, isPull);
}
