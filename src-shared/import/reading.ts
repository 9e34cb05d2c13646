import * as v from 'valibot';
import { StetError } from '../errors';
import { type Extraction, ExtractionSchema } from '../model/source';
import { extractSources } from './extract';

/* What the tests of the importers share. */

/** Reads a file that holds one source; throws where the answer is not what the contract says. */
export async function read(name: string, content: string | Uint8Array): Promise<Extraction> {
  const [only, ...others] = await readAll(name, content);
  if (!only || others.length > 0) throw new Error(`${name} holds ${others.length + 1} sources.`);
  return only;
}

/** Reads a file; throws where the answer is not what the contract says or its offsets do not fit. */
export async function readAll(name: string, content: string | Uint8Array): Promise<Extraction[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const extractions = v.parse(v.array(ExtractionSchema), await extractSources(name, bytes));
  for (const { text, locators } of extractions) {
    for (const { start, end } of locators) {
      if (start >= end || end > text.length) throw new Error(`No stretch: ${start}–${end}`);
    }
  }
  return extractions;
}

/** The code that a file is refused with; null where it is read. */
export async function refusal(name: string, content: string | Uint8Array): Promise<string | null> {
  try {
    await readAll(name, content);
    return null;
  } catch (error) {
    if (error instanceof StetError) return error.code;
    throw error;
  }
}

/** Each located stretch with what is known of it. */
export function located({ text, locators }: Extraction) {
  return locators.map(({ start, end, ...known }) => [text.slice(start, end), known]);
}

/** There wherever tests run, though not part of the ES library. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
