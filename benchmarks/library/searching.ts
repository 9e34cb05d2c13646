import { join } from 'node:path';
import { openReader } from '../../src-main/library/open-reader';
import { searchInWorker } from '../../src-main/services/searcher';
import { type Random, seededRandom } from '../engine/random';
import { quantile } from '../engine/statistics';
import { atMost, note, type Sheet } from './figures';
import type { Texts } from './peers';
import { spent } from './spent';

/*
 * How long a search takes in a large library: what a user types, asked of the worker, beside the same
 * words put to FTS5 as they are.
 */

/** Hits of each kind, as the interface asks for. */
const LIMIT = 8;
const ROUNDS = 3;

/** Queries as they are typed, from the library's own words. */
export function makeQueries(texts: Texts, each: number, seed: number): Map<string, string[]> {
  const random = seededRandom(seed + 5);
  const some = (make: (random: Random) => string) =>
    Array.from({ length: each }, () => make(random));
  const words = () =>
    texts
      .read(random.whole(0, texts.count - 1))
      .toLowerCase()
      .match(/[a-z]+/g)!;
  const word = (longest = 99) => random.pick(words().filter(({ length }) => length <= longest));
  const run = (count: number) => {
    const all = words();
    const at = random.whole(0, all.length - count - 1);
    return all.slice(at, at + count);
  };
  const apart = () => [run(8)[0]!, run(8)[7]!].join(' ');
  return new Map([
    ['a letter', some(() => word().slice(0, 1))],
    ['two letters', some(() => word().slice(0, 2))],
    ['three letters', some(() => word().slice(0, 3))],
    ['four letters', some(() => word().slice(0, 4))],
    ['five letters', some(() => word().slice(0, 5))],
    ['a word', some(() => `${word()} `)],
    ['a short, frequent word', some(() => `${word(4)} `)],
    ['two words', some(() => `${apart()} `)],
    ['three words, the last begun', some(() => run(3).join(' ').slice(0, -2))],
    ['two words and a letter', some(() => `${run(2).join(' ')} ${word().slice(0, 1)}`)],
    ['a phrase of five words', some(() => `"${run(5).join(' ')}"`)],
    ['a phrase of two words', some(() => `"${run(2).join(' ')}"`)],
    ['a word, not another', some(() => `${word()} -${word()}`)],
    ['a word of one kind of source', some(() => `${word()} kind:transcript`)],
    ['a word within two years', some(() => `${word()} from:2012 to:2013`)],
    ['a beginning within months', some(() => `${word().slice(0, 4)} from:2012-03 to:2013-09`)],
    ['two words, letter by letter', letterByLetter(run(2).join(' ')).slice(0, each)],
  ]);
}

function letterByLetter(typed: string): string[] {
  return Array.from(typed, (_, at) => typed.slice(0, at + 1));
}

interface Answered {
  /** Milliseconds of the first call to the worker, and of the fastest of some. */
  first: number;
  best: number;
  /** Of the processor, for the first call: what others do on the machine hardly counts in it. */
  processor: number;
  /** Of FTS5, the same words. */
  plain: number;
}

export async function measureSearch(
  sheet: Sheet,
  folder: string,
  queries: Map<string, string[]>,
): Promise<void> {
  const searcher = searchInWorker(
    join(import.meta.dirname, 'search-worker.mjs'),
    folder,
    process.env.STET_SQLITE_BINDING,
  );
  const plain = plainSearch(folder);
  const ask = (query: string) => searcher.find({ query, limit: LIMIT, session: null });
  await ask('warm');
  const every = [...queries.values()].flat();
  const answered = new Map<string, Answered>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of every) {
      const took = await spent(() => ask(query));
      const clock = took.clock * 1e3;
      const processor = took.processor * 1e3;
      const known = answered.get(query);
      if (known) known.best = Math.min(known.best, clock);
      else answered.set(query, { first: clock, best: clock, processor, plain: Number.NaN });
    }
  }
  for (const query of every) {
    answered.get(query)!.plain = (await spent(async () => plain.find(query))).clock * 1e3;
  }
  plain.close();
  searcher.close();
  const line = (what: string, some: readonly string[]) => {
    const columns = (['first', 'best', 'processor', 'plain'] as const).map((column) => {
      const times = some.map((query) => answered.get(query)![column]);
      return [0.5, 0.95]
        .map((share) => quantile(times, share).toFixed(1).padStart(7))
        .join(' / ')
        .padEnd(22);
    });
    console.log(`  ${what.padEnd(30)}${columns.join('')}`);
  };
  console.log(
    `${'Search, p50 / p95 ms'.padEnd(32)}${['first time', 'fastest of 3', 'of the processor', 'FTS5 alone'].map((one) => one.padEnd(22)).join('')}`,
  );
  for (const [name, some] of queries) line(name, some);
  line('all', every);
  console.log('');
  const times = (column: keyof Answered) => every.map((query) => answered.get(query)![column]);
  note(sheet, 'search p50, asked for the first time, ms', quantile(times('first'), 0.5));
  note(
    sheet,
    'search p95, asked for the first time, ms',
    quantile(times('first'), 0.95),
    atMost(50),
  );
  note(sheet, 'search p95, fastest of three, ms', quantile(times('best'), 0.95));
  note(sheet, 'search p95, time of the processor, ms', quantile(times('processor'), 0.95));
  note(sheet, 'FTS5 alone p95, ms', quantile(times('plain'), 0.95));
}

/** The words of a query put to the sources' index as they are, ranked by FTS5. */
function plainSearch(folder: string) {
  const db = openReader(folder);
  const ranked = db
    .prepare('SELECT rowid FROM search_source WHERE search_source MATCH ? ORDER BY rank LIMIT 8')
    .pluck();
  return {
    find(query: string) {
      const words = query.replace(/\S+:\S+|-\S+/g, '').trim();
      // The last word is a beginning where it is one for Stet.
      const isBegun = /\w$/.test(query) && query === words;
      const quoted = words.split(' ').map((one) => `"${one}"`);
      return ranked.all(words.includes('"') ? words : quoted.join(' ') + (isBegun ? '*' : ''));
    },
    close: () => db.close(),
  };
}
