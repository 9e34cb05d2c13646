import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibraryFolder } from '../src-main/library/open';
import { SearchUpkeep } from '../src-main/library/search/upkeep';
import { addSource } from '../src-main/library/sources';
import { connect } from '../src-main/library/sqlite';
import { write } from '../src-main/library/write';
import { searchHere, searchInWorker } from '../src-main/services/searcher';
import { makeProse } from './engine/prose';
import { seededRandom } from './engine/random';

/*
 * How long a search takes in a large library, and what its index costs. The words are made up under a
 * seed (engine/prose.ts): they have the frequencies of real ones, and are nobody's.
 *
 *   library-search [--sources 100000] [--length 3500] [--queries 30] [--worker search-worker.js]
 *                  [--library FOLDER]   (one made before is used again)
 */

const option = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const SOURCES = Number(option('sources', '100000'));
const LENGTH = Number(option('length', '3500'));
const QUERIES = Number(option('queries', '30'));
const WORKER = option('worker', '');
const KEPT = option('library', '');
/** `--plain no` leaves out the plain FTS5 queries, which take most of the time. */
const PLAIN = option('plain', 'yes') !== 'no';
const ADDED_AT_ONCE = 40;
const MADE_AT_ONCE = 1000;
const KINDS = ['transcript', 'web-page', 'document', 'email', 'note'] as const;

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 1);

function fill(folder: string): void {
  const library = openLibraryFolder(folder);
  const random = seededRandom(11);
  let adding = 0;
  for (let done = 0; done < SOURCES; done += MADE_AT_ONCE) {
    const prose = makeProse(LENGTH * MADE_AT_ONCE, 1000 + done);
    const began = performance.now();
    const last = Math.min(MADE_AT_ONCE, SOURCES - done);
    for (let first = 0; first < last; first += ADDED_AT_ONCE) {
      write(library, (transaction) => {
        for (let at = first; at < Math.min(last, first + ADDED_AT_ONCE); at++) {
          const text = prose.slice(at * LENGTH, (at + 1) * LENGTH);
          const kind = KINDS[random.whole(0, KINDS.length - 1)]!;
          const year = 2005 + random.whole(0, 19);
          addSource(
            transaction,
            {
              title: text.slice(100, 140).replace(/\s+/g, ' ').trim() || 'Note',
              kind,
              medium: kind === 'transcript' ? 'spoken' : 'written',
              terms: 'on-the-record',
              embargoUntil: null,
              disclosure: 'public',
              description: null,
              date: `${year}-06-01`,
              url: null,
              creator: null,
              fileName: `${done + at}.txt`,
              language: 'en',
            },
            { kind: 'extraction', text, locators: [], original: null },
          );
        }
      });
    }
    adding += performance.now() - began;
  }
  console.log(
    `added ${SOURCES} sources in ${(adding / 1000).toFixed(0)} s (with the matching index)`,
  );
  library.close();
}

async function index(folder: string): Promise<void> {
  const library = openLibraryFolder(folder);
  const behind = library.db.prepare('SELECT count(*) FROM search_behind').pluck().get() as number;
  if (behind > 0) {
    const upkeep = new SearchUpkeep(library);
    upkeep.begin();
    const began = performance.now();
    const processor = process.cpuUsage();
    let slowest = 0;
    let turn = performance.now();
    const watch = setInterval(() => {
      slowest = Math.max(slowest, performance.now() - turn - 1);
      turn = performance.now();
    }, 1);
    await upkeep.settle();
    clearInterval(watch);
    const { user, system } = process.cpuUsage(processor);
    const own = (user + system) / 1e6;
    const seconds = (performance.now() - began) / 1000;
    const megabytes = (behind * LENGTH) / 1e6;
    console.log(
      `indexed ${behind} sources in ${seconds.toFixed(0)} s, ${(megabytes / seconds).toFixed(1)} MB/s ` +
        `(${own.toFixed(0)} s of processor time, ${(megabytes / own).toFixed(1)} MB/s); ` +
        `the longest turn kept others waiting for ${slowest.toFixed(0)} ms`,
    );
  }
  const began = performance.now();
  await new SearchUpkeep(library).tidy();
  console.log(
    `merged in ${((performance.now() - began) / 1000).toFixed(0)} s, when nothing else was to do`,
  );
  const size = library.db
    .prepare("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search\\_%' ESCAPE '\\'")
    .pluck()
    .get() as number;
  console.log(
    `index ${(size / 1e6).toFixed(0)} MB, ${(size / (SOURCES * LENGTH)).toFixed(2)} times the text`,
  );
  library.close();
  console.log(`library.db ${(statSync(join(folder, 'library.db')).size / 1e6).toFixed(0)} MB`);
}

/** Queries as they are typed, from the library's own words. */
function makeQueries(folder: string): Map<string, string[]> {
  const db = connect(join(folder, 'library.db'), { readOnly: true });
  const random = seededRandom(5);
  const ids = db.prepare('SELECT sha256 FROM source_text').pluck().all() as string[];
  const read = db.prepare('SELECT text FROM source_text WHERE sha256 = ?').pluck();
  const words = () => (read.get(random.pick(ids)) as string).toLowerCase().match(/[a-z]+/g)!;
  const some = (make: () => string) => Array.from({ length: QUERIES }, make);
  const word = (longest = 99) => random.pick(words().filter(({ length }) => length <= longest));
  const run = (count: number) => {
    const all = words();
    const at = random.whole(0, all.length - count - 1);
    return all.slice(at, at + count);
  };
  const queries = new Map([
    ['one letter', some(() => word().slice(0, 1))],
    ['two letters', some(() => word().slice(0, 2))],
    ['beginning of a word, 3 letters', some(() => word().slice(0, 3))],
    ['beginning of a word, 4 letters', some(() => word().slice(0, 4))],
    ['any word of the running text', some(() => `${word()} `)],
    ['a short, frequent word', some(() => `${word(4)} `)],
    [
      'two words of one text',
      some(
        () =>
          `${run(8)
            .filter((_, at) => at % 7 === 0)
            .join(' ')} `,
      ),
    ],
    ['three words, the last begun', some(() => run(3).join(' ').slice(0, -2))],
    ['two words and a letter', some(() => `${run(2).join(' ')} ${word().slice(0, 1)}`)],
    ['phrase of five words', some(() => `"${run(5).join(' ')}"`)],
    ['phrase of two words', some(() => `"${run(2).join(' ')}"`)],
    ['word, not another', some(() => `${word()} -${word()}`)],
    ['word of one kind of source', some(() => `${word()} kind:transcript`)],
    ['word within two years', some(() => `${word()} from:2012 to:2013`)],
  ]);
  db.close();
  return queries;
}

async function measure(folder: string): Promise<void> {
  const reader = openLibraryFolder(folder, { readOnly: true });
  const searcher =
    WORKER === ''
      ? searchHere(reader.db)
      : searchInWorker(WORKER, folder, process.env.STET_SQLITE_BINDING);
  const plain = reader.db.prepare(
    `SELECT rowid FROM search_source WHERE search_source MATCH ? ORDER BY rank LIMIT 8`,
  );
  await searcher.find({ query: 'warm', limit: 8, session: null });
  const all = new Times();
  const allPlain = new Times();
  console.log(`${'query'.padEnd(34)}${HEADINGS.map((one) => one.padStart(13)).join('')}`);
  for (const [name, queries] of makeQueries(folder)) {
    const times = new Times();
    const plainTimes = new Times();
    for (const query of queries) {
      await times.take(() => searcher.find({ query, limit: 8, session: null }));
      // A fair query for it: the words alone, the last one a beginning where it is here.
      const words = query.replace(/\S+:\S+|-\S+/g, '').trim();
      const isBegun = /\w$/.test(query) && query === words;
      const quoted = words.split(' ').map((one) => `"${one}"`);
      const expression = words.includes('"') ? words : quoted.join(' ') + (isBegun ? '*' : '');
      if (!PLAIN) continue;
      await plainTimes.take(async () => plain.all(expression));
    }
    all.add(times);
    allPlain.add(plainTimes);
    print(name, times, plainTimes);
  }
  print('all', all, allPlain);
  console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  searcher.close();
  reader.close();
}

const HEADINGS = ['p50 ms', 'p95 ms', 'cpu p50', 'cpu p95', 'FTS5 p50', 'FTS5 p95', 'cpu p95'];

/** How long things took, on the clock and on the processor: where a machine is busy they differ. */
class Times {
  readonly wall: number[] = [];
  readonly processor: number[] = [];

  async take(work: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    this.wall.push(performance.now() - began);
    this.processor.push((user + system) / 1000);
  }

  add(other: Times): void {
    this.wall.push(...other.wall);
    this.processor.push(...other.processor);
  }
}

function print(name: string, times: Times, plain: Times): void {
  const at = (values: number[], share: number) =>
    milliseconds(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);
  const columns = [
    at(times.wall, 0.5),
    at(times.wall, 0.95),
    at(times.processor, 0.5),
    at(times.processor, 0.95),
    at(plain.wall, 0.5),
    at(plain.wall, 0.95),
    at(plain.processor, 0.95),
  ];
  console.log(`${name.padEnd(34)}${columns.map((one) => one.padStart(13)).join('')}`);
}

async function main(): Promise<void> {
  const folder = KEPT || mkdtempSync(join(tmpdir(), 'stet-library-search-'));
  const isThere = statSync(join(folder, 'library.db'), { throwIfNoEntry: false }) !== undefined;
  console.log(
    `${SOURCES} sources of ${LENGTH} characters, ${((SOURCES * LENGTH) / 1e6).toFixed(0)} MB`,
  );
  if (!isThere) fill(folder);
  await index(folder);
  await measure(folder);
  if (!KEPT) rmSync(folder, { recursive: true, force: true });
}

void main();
