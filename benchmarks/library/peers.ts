import type { Database } from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { connect } from '../../src-main/library/sqlite';
import { findPassages, indexSource } from '../../src-shared/quotation/align/align';
import { hashWords } from '../../src-shared/text/word-hashes';

/*
 * Other ways to find the source of a quotation in a library. Each answers the text of the source that
 * it puts first, or null. Those that only narrow the library down are given Stet's own aligner.
 */

export interface Peer {
  name: string;
  /** Megabytes of text indexed in a second, and the index as a share of the text. */
  build: { speed: number; ratio: number };
  find(quotation: string): string | null;
  /** The best that FTS5 can be used for: what Stet has to be faster than. */
  isBestUse?: boolean;
}

/** The texts of a library, by a number. */
export interface Texts {
  count: number;
  bytes: number;
  read(number: number): string;
  each(visit: (number: number, text: string) => void): void;
}

export function readTexts(file: string): Texts & { close(): void } {
  const db = connect(file, { readOnly: true });
  const rows = db.prepare('SELECT rowid FROM source_text ORDER BY rowid').pluck().all() as number[];
  const one = db.prepare('SELECT text FROM source_text WHERE rowid = ?').pluck();
  const bytes = db.prepare('SELECT sum(octet_length(text)) FROM source_text').pluck().get();
  const read = (number: number) => one.get(rows[number]!) as string;
  return {
    count: rows.length,
    bytes: Number(bytes),
    read,
    each(visit) {
      for (let number = 0; number < rows.length; number++) visit(number, read(number));
    },
    close: () => db.close(),
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The one of these sources whose best passage scores most. */
function bestAligned(texts: Texts, numbers: readonly number[], quotation: string): string | null {
  let best: { text: string; score: number } | null = null;
  for (const number of numbers) {
    const text = texts.read(number);
    const [place] = findPassages(indexSource(text), quotation, { limit: 1 });
    if (place && place.score > (best?.score ?? 0)) best = { text, score: place.score };
  }
  return best?.text ?? null;
}

/** Two ways to ask SQLite's full-text index: for the whole phrase, and for its rarest pairs of words. */
export function buildFullText(file: string, texts: Texts): Peer[] {
  const db = connect(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  const started = performance.now();
  db.exec(`CREATE VIRTUAL TABLE found USING fts5(text, content='', tokenize='unicode61');
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab(found, row)`);
  const insert = db.prepare('INSERT INTO found (rowid, text) VALUES (?, ?)');
  db.transaction(() => texts.each((number, text) => insert.run(number + 1, text)))();
  const seconds = (performance.now() - started) / 1000;
  const build = {
    speed: texts.bytes / 1e6 / seconds,
    ratio: pagesOf(db, "name LIKE 'found%'") / texts.bytes,
  };
  const first = db.prepare('SELECT rowid FROM found WHERE found MATCH ? LIMIT 1').pluck();
  const top = db
    .prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 20')
    .pluck();
  const frequency = db.prepare('SELECT doc FROM vocabulary WHERE term = ?').pluck();
  return [
    {
      name: 'FTS5, the phrase',
      build,
      find(quotation) {
        const number = first.get(`"${wordsOf(quotation).join(' ')}"`) as number | undefined;
        return number === undefined ? null : texts.read(number - 1);
      },
    },
    {
      name: 'FTS5, six rarest pairs, 20 aligned',
      build,
      isBestUse: true,
      find(quotation) {
        const words = wordsOf(quotation);
        const known = new Map(words.map((word) => [word, Number(frequency.get(word) ?? 0)]));
        const pairs = words.slice(1).map((word, at) => {
          const pair = [words[at]!, word];
          return { pair, rarity: Math.min(...pair.map((one) => known.get(one) || texts.count)) };
        });
        pairs.sort((one, other) => one.rarity - other.rarity);
        const query = pairs
          .slice(0, 6)
          .map(({ pair }) => `"${pair.join(' ')}"`)
          .join(' OR ');
        if (query === '') return null;
        const numbers = (top.all(query) as number[]).map((number) => number - 1);
        return bestAligned(texts, numbers, quotation);
      },
    },
  ];
}

/** A table of the hashes of three words in a row, counted; the best twelve sources are aligned. */
export function buildThreeGrams(file: string, texts: Texts): Peer {
  const db = connect(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  // All of it for 100,000 sources: with less, SQLite writes most pages again and again.
  db.pragma('cache_size = -1500000');
  const started = performance.now();
  db.exec(
    'CREATE TABLE gram (hash INTEGER, source INTEGER, PRIMARY KEY (hash, source)) WITHOUT ROWID',
  );
  const insert = db.prepare('INSERT INTO gram VALUES (?, ?) ON CONFLICT DO NOTHING');
  db.transaction(() =>
    texts.each((number, text) => {
      for (const gram of gramsOf(text)) insert.run(gram, number);
    }),
  )();
  const seconds = (performance.now() - started) / 1000;
  const sources = db.prepare('SELECT source FROM gram WHERE hash = ?').pluck();
  return {
    name: 'table of 3-grams, 12 aligned',
    build: {
      speed: texts.bytes / 1e6 / seconds,
      ratio: pagesOf(db, "name = 'gram'") / texts.bytes,
    },
    find(quotation) {
      const votes = new Map<number, number>();
      for (const gram of gramsOf(quotation)) {
        const found = sources.all(gram) as number[];
        const weight = Math.log2((texts.count + 1) / Math.max(1, found.length));
        for (const number of found) votes.set(number, (votes.get(number) ?? 0) + weight);
      }
      const best = [...votes].sort((one, other) => other[1] - one[1]).slice(0, 12);
      return bestAligned(
        texts,
        best.map(([number]) => number),
        quotation,
      );
    },
  };
}

function gramsOf(text: string): Set<number> {
  const { hashes, count } = hashWords(text);
  const grams = new Set<number>();
  for (let at = 2; at < count; at++) {
    const two = Math.imul(hashes[at - 2]!, 0x9e3779b1) ^ hashes[at - 1]!;
    grams.add((Math.imul(two, 0x85ebca6b) ^ hashes[at]!) >>> 0);
  }
  return grams;
}

function pagesOf(db: Database, which: string): number {
  const sql = `SELECT sum(pgsize) FROM dbstat WHERE ${which}`;
  return Number(db.prepare(sql).pluck().get());
}

/** An index in memory, of the first texts only; what it finds first counts. */
export function buildMiniSearch(texts: Texts, count: number): Peer {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const text = texts.read(number);
    bytes += text.length;
    search.add({ id: number, text });
  }
  const seconds = (performance.now() - started) / 1000;
  globalThis.gc?.();
  const ratio = (process.memoryUsage().heapUsed - before) / bytes;
  return {
    name: `MiniSearch, of ${count} sources`,
    build: { speed: bytes / 1e6 / seconds, ratio },
    find(quotation) {
      const [best] = search.search(quotation);
      return best ? texts.read(best.id as number) : null;
    },
  };
}
