import * as v from 'valibot';
import { type Extraction, ExtractionSchema } from '../model/source';
import { extractSource } from './extract';

/* What the tests of the importers share. */

/** Reads a file; throws where the answer is not what the contract says or its offsets do not fit. */
export function read(name: string, content: string | Uint8Array): Extraction {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const extraction = v.parse(ExtractionSchema, extractSource(name, bytes));
  for (const { start, end } of extraction.locators) {
    if (start >= end || end > extraction.text.length)
      throw new Error(`No stretch: ${start}–${end}`);
  }
  return extraction;
}

/** Each located stretch with what is known of it. */
export function located({ text, locators }: Extraction) {
  return locators.map(({ start, end, ...known }) => [text.slice(start, end), known]);
}

/** There wherever tests run, though not part of the ES library. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
