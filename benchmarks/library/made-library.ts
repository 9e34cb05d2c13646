import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { type Host, type HostOptions, openLibrary } from '../../src-main/host';
import { MatchingUpkeep } from '../../src-main/library/matching/upkeep';
import { openLibraryFolder } from '../../src-main/library/open';
import { openReader } from '../../src-main/library/open-reader';
import { countBehind } from '../../src-main/library/search/behind';
import { SearchUpkeep } from '../../src-main/library/search/upkeep';
import { addSource } from '../../src-main/library/sources';
import { write } from '../../src-main/library/write';
import { plainSource } from '../../src-main/testing/plain-source';
import { extractText } from '../../src-shared/import/text';
import { type Spent, spent } from './spent';
import { makeText } from './texts';

/** What a filter can tell apart: made-up texts say neither what they are nor when. */
const KINDS = ['transcript', 'web-page', 'document', 'email', 'note'] as const;
const FIRST_YEAR = 2005;
const YEARS = 20;

/** About 600 words: a news article, an e-mail, a page of a hearing. */
const LENGTH = 3_500;
const MADE_AT_ONCE = 1_000;

const kindOf = (number: number) => KINDS[number % KINDS.length]!;
const dateOf = (number: number) => `${FIRST_YEAR + (number % YEARS)}-06-01`;
const titleOf = (text: string) => text.slice(0, 40).replace(/\s+\S*$/, '');

/** What the extractor does with a plain text; the other formats are not measured here. */
const extract: HostOptions['extract'] = async (name, bytes) => {
  const extraction = extractText(new TextDecoder().decode(bytes));
  const number = Number(/^\d+/.exec(name)?.[0] ?? 0);
  const title = titleOf(extraction.text);
  return [{ ...extraction, title, kind: kindOf(number), date: dateOf(number) }];
};

/** Opens a library as the app does, with both of its workers. */
export function openWithWorkers(folder: string): Promise<Host> {
  return openLibrary(folder, {
    extract,
    matchingWorker: join(import.meta.dirname, 'matching-worker.mjs'),
    searchWorker: join(import.meta.dirname, 'search-worker.mjs'),
    upkeepWorker: join(import.meta.dirname, 'upkeep-worker.mjs'),
  });
}

export interface Building {
  /** Bytes of text that came in through the contract, from files. */
  importedBytes: number;
  importing: Spent;
  /** From then on until each of them was found by search, too. */
  searchable: Spent;
  /** From then on until each original has its own file. */
  filed: Spent;
  /** For both indexes to get into their best shape, when nothing else is to do. */
  tidying: Spent;
  /** The most that the process took, in bytes. */
  memory: number;
}

/**
 * Makes a library of made-up plain texts: the first `imported` of them brought in as a person would,
 * from folders of 1,000 files, the others written in large transactions.
 */
export async function buildLibrary(
  folder: string,
  count: number,
  imported: number,
  seed: number,
): Promise<Building> {
  const building = await importTexts(folder, imported, seed);
  addTexts(folder, imported, count, seed);
  building.tidying = await spent(() => tidy(folder));
  building.memory = process.resourceUsage().maxRSS * 1024;
  return building;
}

async function importTexts(folder: string, count: number, seed: number): Promise<Building> {
  const host = await openWithWorkers(folder);
  const nothing = { clock: 0, processor: 0 };
  const building: Building = {
    importedBytes: 0,
    importing: nothing,
    searchable: nothing,
    filed: nothing,
    tidying: nothing,
    memory: 0,
  };
  const incoming = join(folder, 'incoming');
  for (let done = 0; done < count; done += MADE_AT_ONCE) {
    mkdirSync(incoming);
    for (const [number, text] of makeTexts(done, Math.min(count, done + MADE_AT_ONCE), seed)) {
      writeFileSync(join(incoming, `${number}.txt`), text);
      building.importedBytes += Buffer.byteLength(text);
    }
    const token = newId();
    host.grantFolder(token, incoming);
    const time = await spent(async () => {
      const input = { jobId: newId(), files: [], folders: [token] };
      const { skipped } = await host.call('sources.import', input);
      if (skipped.length > 0) throw new Error(`${skipped.length} sources did not come in.`);
    });
    building.importing = sum(building.importing, time);
    rmSync(incoming, { recursive: true });
    if ((done / MADE_AT_ONCE) % 10 === 9) console.error(`  ${done + MADE_AT_ONCE} imported`);
  }
  building.searchable = await spent(() => untilSearchable(folder));
  building.filed = await spent(() => host.settle());
  host.close();
  return building;
}

/** Resolves when the search index has everything, however long that takes by itself. */
async function untilSearchable(folder: string): Promise<void> {
  const db = openReader(folder);
  while (countBehind(db) > 0) await new Promise((done) => setTimeout(done, 100));
  db.close();
}

function addTexts(folder: string, from: number, to: number, seed: number): void {
  const library = openLibraryFolder(folder);
  for (let done = from; done < to; done += MADE_AT_ONCE) {
    const texts = makeTexts(done, Math.min(to, done + MADE_AT_ONCE), seed);
    write(library, (transaction) => {
      for (const [number, text] of texts) {
        const source = plainSource({
          title: titleOf(text),
          kind: kindOf(number),
          date: dateOf(number),
          fileName: `${number}.txt`,
        });
        addSource(transaction, source, { kind: 'extraction', text, locators: [], original: null });
      }
    });
  }
  library.close();
}

async function tidy(folder: string): Promise<void> {
  const library = openLibraryFolder(folder);
  await new MatchingUpkeep(library).settle();
  const search = new SearchUpkeep(library);
  await search.settle();
  await search.tidy();
  library.close();
}

const sum = (one: Spent, other: Spent): Spent => ({
  clock: one.clock + other.clock,
  processor: one.processor + other.processor,
});

function makeTexts(from: number, to: number, seed: number): [number: number, text: string][] {
  return Array.from({ length: to - from }, (_, index) => [
    from + index,
    makeText(from + index, LENGTH, seed),
  ]);
}

export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'library.db'));
}

export interface Sizes {
  text: number;
  matching: number;
  search: number;
}

/** Bytes of the texts, and of all pages of the two indexes. */
export function measureSizes(folder: string): Sizes {
  const library = openLibraryFolder(folder, { readOnly: true });
  const text = library.db.prepare('SELECT sum(octet_length(text)) FROM source_text').pluck().get();
  const pages = library.db.prepare('SELECT sum(pgsize) FROM dbstat WHERE name GLOB ?').pluck();
  const sizes = {
    text: Number(text),
    matching: Number(pages.get('matching_*')),
    search: Number(pages.get('search_*')),
  };
  library.close();
  return sizes;
}

export interface Freshness {
  /** Milliseconds from the answer of an import until its words are found, for each of the sources. */
  matching: number[];
  search: number[];
}

/** For sources that come one by one. */
export async function measureFreshness(folder: string, count: number): Promise<Freshness> {
  const host = await openWithWorkers(folder);
  const times: Freshness = { matching: [], search: [] };
  // A worker is started when it is first asked.
  await host.call('quotations.match', { parts: ['to be warm'] });
  await host.call('search.find', { query: 'warm' });
  for (let number = 0; number < count; number++) {
    const fileName = `fresh-${newId()}.txt`;
    const words = `The lamp of pier ${number} at Gorsehaven ${fileName} has been out for ${number + 3} winters.`;
    const bytes = new TextEncoder().encode(words);
    const { imported } = await host.call('sources.import', {
      jobId: newId(),
      files: [{ from: 'bytes', name: fileName, bytes }],
    });
    const sourceId = imported[0]!.sourceId;
    const started = performance.now();
    const [matching, search] = await Promise.all([
      until(started, async () => {
        const [best] = await host.call('quotations.match', { parts: [words] });
        return best?.fileName === fileName;
      }),
      until(started, async () => {
        const query = words.slice(0, 60);
        const { sources } = await host.call('search.find', { query });
        return sources.hits.some(({ id }) => id === sourceId);
      }),
    ]);
    times.matching.push(matching);
    times.search.push(search);
  }
  host.close();
  return times;
}

/** Milliseconds since `started` when it was found. */
async function until(started: number, isFound: () => Promise<boolean>): Promise<number> {
  while (!(await isFound())) {
    if (performance.now() - started > 5_000) throw new Error('A new source was not found.');
  }
  return performance.now() - started;
}
