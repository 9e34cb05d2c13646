import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLibrary } from '../../src-main/host';
import { readHouseProfile } from '../../src-main/library/house-profile';
import { MatchingReader } from '../../src-main/library/matching/reader';
import { openReader } from '../../src-main/library/open-reader';
import { readText, readVersion } from '../../src-main/library/sources';
import { findPlaces } from '../../src-main/services/match-quotation';
import { matchInWorker, matchNow } from '../../src-main/services/matcher';
import { SourceTexts } from '../../src-main/services/source-texts';
import { readProfile } from '../../src-shared/quotation/verdict/profile';
import { foldPlainly } from '../engine/peers';
import { KINDS, type MadeQuotation, QuotationMaker } from '../engine/quotations';
import { seededRandom, shuffle } from '../engine/random';
import { quantile } from '../engine/statistics';
import { buildLibrary, extract, isBuilt, measureFreshness, measureSizes } from './made-library';
import {
  buildFullText,
  buildMiniSearch,
  buildThreeGrams,
  type Peer,
  readTexts,
  type Texts,
} from './peers';
import { makeText } from './texts';

const HELP = `How fast quotations are matched with a whole library, beside other ways to do it.

  npm run bench:library -- [--sources 10000] [--imported 2000] [--quick] [--per-kind 40] [--seed 1]
                           [--peers fts,grams,mini] [--library FOLDER] [--json FILE]

The texts are made up under the seed; they keep the frequencies of words in real prose, and say
nothing about real prose otherwise. So many of them are imported as files, the others written to the
library directly. --library keeps the library, or takes one that was kept. --quick makes 2,000 sources.

Times are those of the work itself, the fastest of three rounds for every contender, since others may
use the machine. Stet is timed with its verdicts and without them, as the others have none; beside
the first stand calls to its worker and back.
`;

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: '10000' },
    quick: { type: 'boolean', default: false },
    imported: { type: 'string', default: '2000' },
    'per-kind': { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    peers: { type: 'string', default: 'fts,grams,mini' },
    library: { type: 'string' },
    'match-all': { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const MINI_SEARCH_SOURCES = 4_000;
/** A quotation from elsewhere for each three that were made from the library. */
const ABSENT_KINDS = ['absent', 'fabricated'] as const;
const ABSENT_EACH = 3;
const WARMING = 40;

interface Check {
  what: string;
  value: number;
  floor: number;
  ok: boolean;
}
const checks: Check[] = [];
const atLeast = (what: string, value: number, floor: number) =>
  checks.push({ what, value, floor, ok: value >= floor });
const atMost = (what: string, value: number, floor: number) =>
  checks.push({ what, value, floor, ok: value <= floor });

interface Asked extends MadeQuotation {
  /** The stretch that it was made from, folded; null if it is nowhere. */
  origin: string | null;
}

async function main(): Promise<void> {
  const count = values.quick ? 2_000 : Number(values.sources);
  const perKind = values.quick ? 15 : Number(values['per-kind']);
  const seed = Number(values.seed);
  const folder = values.library ?? mkdtempSync(join(tmpdir(), 'stet-bench-library-'));
  try {
    if (!isBuilt(folder)) await importAll(folder, count, seed);
    measureIndex(folder);
    const texts = readTexts(join(folder, 'library.db'));
    const asked = makeQuotations(texts, perKind, seed);
    await measureStet(folder, asked);
    measureMemory(folder, asked);
    await measurePeers(folder, texts, asked, perKind, seed);
    texts.close();
    report();
  } finally {
    if (values.library === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function importAll(folder: string, count: number, seed: number): Promise<void> {
  const imported = Math.min(count, Number(values.imported));
  const made = await buildLibrary(folder, count, imported, seed);
  const speed = made.importedBytes / 1e6 / made.importSeconds;
  console.log(
    `${count} sources; the first ${imported} imported as files in ${made.importSeconds.toFixed(0)} s, ` +
      `${speed.toFixed(1)} MB/s`,
  );
  if (made.addedBytes > 0) {
    const added = made.addedBytes / 1e6 / made.addSeconds;
    console.log(
      `the others added with their index in ${made.addSeconds.toFixed(0)} s, ${added.toFixed(1)} MB/s`,
    );
  }
  console.log(`${made.settleSeconds.toFixed(0)} s later the index is in its best shape`);
  atLeast('import of plain text, MB/s', speed, 5);
}

function measureIndex(folder: string): void {
  const { text, index } = measureSizes(folder);
  console.log(
    `index ${(index / 1e6).toFixed(1)} MB, ${(index / text).toFixed(3)} times the text\n`,
  );
  atMost('matching index, times the text', index / text, 0.6);
}

/** Quotations of every kind from random sources, and some from texts that are not in the library. */
function makeQuotations(texts: Texts, perKind: number, seed: number): Asked[] {
  const random = seededRandom(seed + 17);
  const elsewhere = Array.from({ length: 120 }, (_, number) =>
    makeText(number, 3_500, seed + 4_711),
  ).join('\n\n');
  const asked: Asked[] = [];
  for (const kind of KINDS) {
    for (let made = 0; made < perKind; ) {
      const text = texts.read(random.whole(0, texts.count - 1));
      const quotation = new QuotationMaker(text, elsewhere.slice(0, 5_000), random).make(kind);
      if (!quotation?.place) continue;
      const { start, end } = quotation.place;
      asked.push({ ...quotation, origin: foldPlainly(text.slice(start, end)).trim() });
      made++;
    }
  }
  const maker = new QuotationMaker(texts.read(0), elsewhere, random);
  for (const kind of ABSENT_KINDS) {
    for (let made = 0; made < ABSENT_EACH * perKind; ) {
      const quotation = maker.make(kind);
      if (!quotation) continue;
      asked.push({ ...quotation, origin: null });
      made++;
    }
  }
  return shuffle(asked, random);
}

interface Answer {
  kind: MadeQuotation['kind'];
  /** Of a call to the worker; not a number where there is none. */
  milliseconds: number;
  /** The same work in this thread: the fastest of some rounds. */
  best: number;
  isRight: boolean;
}

async function measureStet(folder: string, asked: readonly Asked[]): Promise<void> {
  const matcher = matchInWorker(
    join(import.meta.dirname, 'matching-worker.mjs'),
    folder,
    undefined,
  );
  const library = openReader(folder);
  const textOf = (sourceVersionId: string) =>
    readText(library, readVersion(library, sourceVersionId)).text;
  const ask = (text: string) => matcher.match(sought(text), 10);
  // The same work in this thread, where the processor's time can be told.
  const matching = {
    library: { db: library },
    reader: new MatchingReader(library),
    texts: new SourceTexts({ db: library }, 1_000_000),
    judgements: new Map(),
    profile: readProfile(readHouseProfile(library)),
  };
  for (const { text } of asked.slice(0, WARMING)) {
    await ask(text);
    matchNow(matching, sought(text), 10);
  }
  const aligning = timeRounds(asked, (text) =>
    matching.reader.snapshot(() => findPlaces(matching, [text])),
  );
  const fastest = timeRounds(asked, (text) => {
    // A verdict of the round before would be no work.
    matching.judgements.clear();
    return matchNow(matching, sought(text), 10);
  });
  const answers: Answer[] = [];
  for (const { kind, text, origin } of asked) {
    const started = performance.now();
    const [best] = await ask(text);
    const milliseconds = performance.now() - started;
    const isRight =
      origin === null
        ? best === undefined
        : best !== undefined && foldPlainly(textOf(best.sourceVersionId)).includes(origin);
    answers.push({ kind, milliseconds, best: fastest.get(text)!, isRight });
  }
  printAnswers('Stet, with verdicts', answers, null);
  const aligned = answers.map((answer, number) => ({
    ...answer,
    milliseconds: Number.NaN,
    best: aligning.get(asked[number]!.text)!,
  }));
  printAnswers('Stet, the places alone, as the others', aligned, null);
  const there = answers.filter(({ kind }) => !isAbsent(kind));
  const nowhere = answers.filter(({ kind }) => isAbsent(kind));
  const times = evenly(answers).map(({ best }) => best);
  atLeast('right source first', shareRight(there), 0.985);
  atLeast('nothing for what is nowhere', shareRight(nowhere), 0.99);
  atMost('matching p50, ms', quantile(times, 0.5), 2);
  atMost('matching p95, ms', quantile(times, 0.95), 15);
  matcher.close();
  library.close();
  const host = await openLibrary(folder, {
    extract,
    matchingWorker: join(import.meta.dirname, 'matching-worker.mjs'),
  });
  const fresh = await measureFreshness(host, 20);
  atMost('a new source is found after, ms (most)', Math.max(...fresh), 1_000);
  host.close();
}

/** What a library process takes that matches all these quotations: a process of its own, with its worker. */
function measureMemory(folder: string, asked: readonly Asked[]): void {
  const file = join(folder, 'asked.json');
  writeFileSync(file, JSON.stringify(asked.map(({ text }) => text)));
  const script = import.meta.filename;
  const out = execFileSync(process.execPath, [script, '--match-all', file, '--library', folder]);
  rmSync(file);
  const memory = Number(out) / 1e6;
  console.log(`memory of a library process with its worker: ${memory.toFixed(0)} MB\n`);
  atMost('memory of the library process, MB', memory, 600);
}

/** Run by itself in a new process: prints its largest resident size in bytes. */
async function matchAll(folder: string, file: string): Promise<void> {
  const host = await openLibrary(folder, {
    extract,
    matchingWorker: join(import.meta.dirname, 'matching-worker.mjs'),
  });
  for (const text of JSON.parse(readFileSync(file, 'utf8')) as string[]) {
    await host.call('quotations.match', { parts: [text] });
  }
  host.close();
  console.log(process.resourceUsage().maxRSS * 1024);
}

async function measurePeers(
  folder: string,
  texts: Texts,
  asked: readonly Asked[],
  perKind: number,
  seed: number,
): Promise<void> {
  const wanted = values.peers.split(',');
  const peerFolder = mkdtempSync(join(folder, 'peers-'));
  try {
    const all: Peer[] = [];
    if (wanted.includes('fts')) all.push(...buildFullText(join(peerFolder, 'fts.db'), texts));
    if (wanted.includes('grams')) all.push(buildThreeGrams(join(peerFolder, 'grams.db'), texts));
    for (const peer of all) measurePeer(peer, asked);
    if (wanted.includes('mini')) {
      const some = Math.min(MINI_SEARCH_SOURCES, texts.count);
      const ownTexts = { ...texts, count: some };
      const own = makeQuotations(ownTexts, Math.min(8, perKind), seed + 1);
      measurePeer(buildMiniSearch(texts, some), own);
    }
  } finally {
    rmSync(peerFolder, { recursive: true, force: true });
  }
}

function measurePeer(peer: Peer, asked: readonly Asked[]): void {
  for (const { text } of asked.slice(0, WARMING)) peer.find(text);
  const fastest = timeRounds(asked, (text) => peer.find(text));
  const answers = asked.map(({ kind, text, origin }): Answer => {
    const found = peer.find(text);
    const isRight =
      origin === null ? found === null : found !== null && foldPlainly(found).includes(origin);
    return { kind, milliseconds: Number.NaN, best: fastest.get(text)!, isRight };
  });
  printAnswers(peer.name, answers, peer.build);
}

const sought = (text: string) => ({ parts: [{ text }], language: null, speakerName: null });

const ROUNDS = 3;

/** Milliseconds for each quotation, the fastest of some rounds: others may use the machine too. */
function timeRounds(asked: readonly Asked[], work: (text: string) => unknown): Map<string, number> {
  const fastest = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { text } of asked) {
      const started = performance.now();
      work(text);
      const time = performance.now() - started;
      fastest.set(text, Math.min(time, fastest.get(text) ?? Number.POSITIVE_INFINITY));
    }
  }
  return fastest;
}

/** As many that are nowhere as of any other kind, for the times: more were asked to tell how often they are found. */
function evenly(answers: readonly Answer[]): Answer[] {
  const most = answers.filter(({ kind }) => kind === KINDS[0]).length;
  const taken = new Map<string, number>();
  return answers.filter(({ kind }) => {
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    return taken.get(kind)! <= most;
  });
}

const isAbsent = (kind: string) => (ABSENT_KINDS as readonly string[]).includes(kind);
const shareRight = (answers: readonly Answer[]) =>
  answers.filter(({ isRight }) => isRight).length / answers.length;

function printAnswers(name: string, answers: readonly Answer[], build: Peer['build'] | null): void {
  console.log(
    build
      ? `${name} (built at ${build.speed.toFixed(1)} MB/s, ${build.ratio.toFixed(2)} times the text)`
      : name,
  );
  const line = (what: string, some: readonly Answer[]) => {
    const quantiles = (times: readonly number[]) =>
      [0.5, 0.95].map((share) => quantile(times, share).toFixed(2).padStart(7)).join(' / ');
    const best = quantiles(some.map((answer) => answer.best));
    const calls = some.some(({ milliseconds }) => !Number.isNaN(milliseconds))
      ? `   call to the worker ${quantiles(some.map((one) => one.milliseconds))}`
      : '';
    console.log(
      `  ${what.padEnd(17)} right ${shareRight(some).toFixed(3)}  p50 / p95 ms ${best}${calls}`,
    );
  };
  for (const kind of [...KINDS, ...ABSENT_KINDS]) {
    line(
      kind,
      answers.filter((answer) => answer.kind === kind),
    );
  }
  line(
    'all that is there',
    answers.filter(({ kind }) => !isAbsent(kind)),
  );
  line('all, evenly', evenly(answers));
  console.log('');
  const times = evenly(answers).map(({ best }) => best);
  figures.push({ name, p50: quantile(times, 0.5), p95: quantile(times, 0.95) });
}

const figures: { name: string; p50: number; p95: number }[] = [];

function report(): void {
  // What others do ends at the place, without a verdict.
  const [, stet, ...peers] = figures;
  for (const peer of peers) {
    const faster = (of: 'p50' | 'p95') => (peer[of] / stet![of]).toFixed(1);
    console.log(
      `${peer.name}: Stet is ${faster('p50')} (p50) and ${faster('p95')} (p95) times as fast`,
    );
    if (!peer.name.includes('pairs')) continue;
    atLeast('times as fast as the best use of FTS5, p50', peer.p50 / stet!.p50, 12);
    atLeast('times as fast as the best use of FTS5, p95', peer.p95 / stet!.p95, 20);
  }
  console.log('');
  for (const { what, value, floor, ok } of checks) {
    console.log(`${ok ? 'pass' : 'FAIL'}  ${what}: ${value.toFixed(3)} (floor ${floor})`);
  }
  if (values.json) writeFileSync(values.json, JSON.stringify({ figures, checks }, null, 2));
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
}

if (values.help) console.log(HELP);
else if (values['match-all']) await matchAll(values.library!, values['match-all']);
else await main();
