import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { type Host, openLibrary } from '../../src-main/host';
import { MatchingUpkeep } from '../../src-main/library/matching/upkeep';
import { openLibraryFolder } from '../../src-main/library/open';
import { addSource } from '../../src-main/library/sources';
import { write } from '../../src-main/library/write';
import { extractText } from '../../src-shared/import/text';
import { makeText } from './texts';

/** What the extractor does with a plain text; the other formats are not measured here. */
export const extract = async (_name: string, bytes: Uint8Array) => [
  extractText(new TextDecoder().decode(bytes)),
];

/** About 600 words: a news article, an e-mail, a page of a hearing. */
const LENGTH = 3_500;
const MADE_AT_ONCE = 500;

export interface Building {
  /** Bytes of text that came in through the contract, as files do, and the seconds that it took. */
  importedBytes: number;
  importSeconds: number;
  /** The same for those that were added to fill the library, without files of their own. */
  addedBytes: number;
  addSeconds: number;
  /** What was left to do for the matching index when the last source was in. */
  settleSeconds: number;
}

/**
 * Makes a library of made-up plain texts: the first `imported` of them brought in as a person would,
 * the others written in large transactions.
 */
export async function buildLibrary(
  folder: string,
  count: number,
  imported: number,
  seed: number,
): Promise<Building> {
  const host = await openLibrary(folder, { extract });
  const building = { importedBytes: 0, importSeconds: 0, addedBytes: 0, addSeconds: 0 };
  for (let done = 0; done < imported; done += MADE_AT_ONCE) {
    const files = makeTexts(done, Math.min(MADE_AT_ONCE, imported - done), seed).map(
      (text, number) => ({
        from: 'bytes' as const,
        name: `${done + number}.txt`,
        bytes: new TextEncoder().encode(text),
      }),
    );
    building.importedBytes += files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
    const started = performance.now();
    const { skipped } = await host.call('sources.import', { jobId: newId(), files });
    building.importSeconds += (performance.now() - started) / 1000;
    if (skipped.length > 0) throw new Error(`${skipped.length} sources did not come in.`);
  }
  host.close();
  const library = openLibraryFolder(folder);
  const upkeep = new MatchingUpkeep(library);
  for (let done = imported; done < count; done += MADE_AT_ONCE) {
    const texts = makeTexts(done, Math.min(MADE_AT_ONCE, count - done), seed);
    const started = performance.now();
    write(library, (transaction) => {
      for (const [number, text] of texts.entries()) {
        const details = { ...DETAILS, fileName: `${done + number}.txt` };
        const version = { text, locators: [], original: null };
        addSource(transaction, details, { kind: 'extraction', ...version });
        building.addedBytes += Buffer.byteLength(text);
      }
    });
    // As it goes on beside an import: in turns, and not eagerly.
    await upkeep.keepUp();
    building.addSeconds += (performance.now() - started) / 1000;
  }
  const started = performance.now();
  await upkeep.settle();
  const settleSeconds = (performance.now() - started) / 1000;
  library.close();
  return { ...building, settleSeconds };
}

const DETAILS = {
  title: 'Made up',
  kind: 'note',
  medium: 'written',
  terms: 'on-the-record',
  embargoUntil: null,
  disclosure: 'public',
  description: null,
  date: null,
  url: null,
  creator: null,
  language: 'en',
} as const;

function makeTexts(from: number, count: number, seed: number): string[] {
  return Array.from({ length: count }, (_, number) => makeText(from + number, LENGTH, seed));
}

export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'library.db'));
}

export interface Sizes {
  text: number;
  index: number;
}

/** Bytes of the texts, and of all pages of the matching index. */
export function measureSizes(folder: string): Sizes {
  const library = openLibraryFolder(folder, { readOnly: true });
  const text = library.db.prepare('SELECT sum(octet_length(text)) FROM source_text').pluck().get();
  const index = library.db
    .prepare("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'matching%'")
    .pluck()
    .get();
  library.close();
  return { text: Number(text), index: Number(index) };
}

/** Milliseconds from the answer of an import until its words are found, for sources that come one by one. */
export async function measureFreshness(host: Host, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const words = `The lamp of pier ${number} at Gorsehaven has been out for ${number + 3} winters running.`;
    const bytes = new TextEncoder().encode(words);
    await host.call('sources.import', {
      jobId: newId(),
      files: [{ from: 'bytes', name: `fresh-${number}.txt`, bytes }],
    });
    const started = performance.now();
    for (;;) {
      const found = await host.call('quotations.match', { parts: [words] });
      if (found[0]?.fileName === `fresh-${number}.txt`) break;
      if (performance.now() - started > 5_000) throw new Error('A new source was not found.');
    }
    times.push(performance.now() - started);
  }
  return times;
}
