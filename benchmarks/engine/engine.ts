import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { findPassages, indexSource } from '../../src-shared/quotation/align/align';
import { detectQuotations } from '../../src-shared/quotation/detect/detect';
import { STRICT } from '../../src-shared/quotation/verdict/profile';
import { judgeQuotation } from '../../src-shared/quotation/verdict/verdict';
import { makeNews } from './news';
import { findHardened, findPlain, foldPlainly } from './peers';
import { makeProse } from './prose';
import { KINDS, type MadeQuotation, QuotationMaker } from './quotations';
import { type Random, seededRandom, shuffle } from './random';
import { quantile, timed } from './statistics';

interface Size {
  bytes: number;
  /** How much faster than each peer it has to be. */
  floors: { p50: number; p95: number };
  /** Quotations of each kind that all three are timed on. */
  perKind: number;
  /** Seconds that the peers may take; fewer quotations are timed when they are over. */
  seconds: number;
}

const SIZES: readonly Size[] = [
  { bytes: 100_000, floors: { p50: 25, p95: 8 }, perKind: 30, seconds: 40 },
  { bytes: 1_000_000, floors: { p50: 100, p95: 40 }, perKind: 15, seconds: 70 },
  { bytes: 10_000_000, floors: { p50: 350, p95: 80 }, perKind: 6, seconds: 170 },
];
const LEAST_INDEX_SPEED = 30;
const LEAST_DETECTION_SPEED = 5;
/** Detection of ten times the text may take so many times as long for each character. */
const MOST_SLOWDOWN = 1.6;

/** Quotations that are not there, for each one of every other kind: two in five, as when a whole
 * article is looked for in one source after another. The slowest case for all three. */
const ABSENT_SHARE = 5;

/** The shortest of so many runs counts: what else the machine does can only add to it. */
const PASSES = 3;
/** Right before each timed run the contender answers another quotation, on so much of the text if it
 * reads all of it: on a busy machine, others have emptied the caches since its last turn. */
const BEGINNING = 20_000;
/** Runs before those, after which the code is compiled; the peers' loops are after a few. */
const WARMING = 6;

type Contender = 'stet' | 'plain' | 'hardened';
const PEERS = ['plain', 'hardened'] as const;
type Times = Record<Contender, number[]>;

interface Check {
  what: string;
  value: number;
  floor: number;
  ok: boolean;
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    size: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `How fast the engine is, in one run with approx-string-match.

npm run bench:engine -- [--quick] [--size BYTES] [--seed N] [--json FILE]
  --quick       few quotations, no 10 MB: shows that it runs, proves little
  --size BYTES  one of 100000, 1000000 and 10000000 alone
  --seed N      another text and other quotations (1)
  --json FILE   writes the figures as JSON`;

async function main(): Promise<number> {
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const checks: Check[] = [];
  const results = [];
  const chosen = SIZES.filter(({ bytes }) => !values.size || bytes === Number(values.size));
  const sizes = values.quick
    ? chosen.slice(0, 2).map((size) => ({ ...size, perKind: 6, seconds: 15 }))
    : chosen;
  for (const size of sizes) {
    const result = await measureSize(size, Number(values.seed));
    results.push(result);
    printSize(result);
    checks.push(...result.checks);
    collectGarbage();
  }
  const detection = measureDetection(sizes.map(({ bytes }) => bytes));
  checks.push(...detection.checks);
  console.log('\nDetection of quotations in news');
  for (const { bytes, speed } of detection.speeds) {
    console.log(`  ${megabytes(bytes).padEnd(8)} ${speed.toFixed(1)} MB/s`);
  }
  console.log('\nFloors');
  for (const { what, value, floor, ok } of checks) {
    console.log(`  ${ok ? 'ok  ' : 'MISS'} ${what}: ${value.toFixed(1)} (floor ${floor})`);
  }
  if (values.json) {
    const environment = { node: process.version, date: new Date().toISOString().slice(0, 10) };
    const figures = { environment, sizes: results, detection: detection.speeds, checks };
    writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

async function measureSize(size: Size, seed: number) {
  const { bytes, floors } = size;
  const text = makeProse(bytes, seed);
  const others = makeProse(Math.min(bytes, 300_000), seed + 1000);
  const random = seededRandom(seed);
  const quotations = drawQuotations(text, others, random, size.perKind);
  const firstBuild = await buildFirst(bytes, seed);
  const build = measureBuild(text);
  const times = interleave(text, quotations, random, size.seconds);
  const verdicts = measureVerdicts(text, quotations);
  const name = megabytes(bytes);
  const checks: Check[] = PEERS.flatMap((peer) =>
    (['p50', 'p95'] as const).map((key) => {
      const share = key === 'p50' ? 0.5 : 0.95;
      const value = quantile(times.all[peer], share) / quantile(times.all.stet, share);
      const what = `${name}: times faster than approx-string-match ${peer}, ${key}`;
      return { what, value, floor: floors[key], ok: value >= floors[key] };
    }),
  );
  const speed = bytes / 1e3 / build;
  checks.push(atLeast(`${name}: index built, MB/s`, speed, LEAST_INDEX_SPEED));
  return { bytes, firstBuild, build, times: times.all, kinds: times.kinds, verdicts, checks };
}

function atLeast(what: string, value: number, floor: number): Check {
  return { what, value, floor, ok: value >= floor };
}

function drawQuotations(
  text: string,
  others: string,
  random: Random,
  perKind: number,
): MadeQuotation[] {
  const maker = new QuotationMaker(text, others, random);
  const kinds = [...KINDS, ...Array.from({ length: ABSENT_SHARE }, () => 'absent' as const)];
  const quotations = kinds.flatMap((kind) =>
    Array.from({ length: perKind }, () => maker.make(kind)).filter((made) => made !== null),
  );
  return shuffle(quotations, random);
}

/**
 * Times all three on every quotation, one after the other in random order, so that whatever else the
 * machine does hits them alike. In several passes, as time allows, of which the shortest counts.
 */
function interleave(
  text: string,
  quotations: readonly MadeQuotation[],
  random: Random,
  seconds: number,
): { all: Times; kinds: Record<string, Times> } {
  const index = indexSource(text);
  const folded = foldPlainly(text);
  const work: Record<Contender, (quotation: string) => unknown> = {
    stet: (quotation) => findPassages(index, quotation),
    plain: (quotation) => findPlain(text, quotation),
    hardened: (quotation) => findHardened(folded, quotation),
  };
  const beginning = text.slice(0, BEGINNING);
  const foldedBeginning = folded.slice(0, BEGINNING);
  const rouse: typeof work = {
    stet: work.stet,
    plain: (quotation) => findPlain(beginning, quotation),
    hardened: (quotation) => findHardened(foldedBeginning, quotation),
  };
  const contenders = Object.keys(work) as Contender[];
  // Warm: the engine's code and index, then the peers' code on a little of the text.
  for (let pass = 0; pass < WARMING; pass++) {
    for (const { text: words } of quotations) work.stet(words);
  }
  for (const { text: words } of quotations.slice(0, 40)) {
    rouse.plain(words);
    rouse.hardened(words);
  }
  work.plain(quotations[0]!.text);
  work.hardened(quotations[0]!.text);
  collectGarbage();
  const runs = quotations.map((): Times => ({ stet: [], plain: [], hardened: [] }));
  const deadline = performance.now() + seconds * 1000;
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [number, { text: words }] of quotations.entries()) {
      for (const contender of shuffle([...contenders], random)) {
        rouse[contender](quotations.at(number - 1)!.text);
        runs[number]![contender].push(timed(() => work[contender](words)).time);
      }
      if (performance.now() > deadline) break;
    }
    if (performance.now() > deadline) break;
    collectGarbage();
  }
  const all: Times = { stet: [], plain: [], hardened: [] };
  const kinds: Record<string, Times> = {};
  for (const [number, own] of runs.entries()) {
    if (own.stet.length === 0) continue;
    const { kind } = quotations[number]!;
    kinds[kind] ??= { stet: [], plain: [], hardened: [] };
    for (const contender of contenders) {
      const time = Math.min(...own[contender]);
      all[contender].push(time);
      kinds[kind][contender].push(time);
    }
  }
  return { all, kinds };
}

/** Milliseconds that a warm index takes, the shortest of several runs. */
function measureBuild(text: string): number {
  const runs = text.length > 5_000_000 ? 7 : 15;
  const times: number[] = [];
  for (let run = 0; run < runs + 3; run++) {
    const { time } = timed(() => indexSource(text));
    if (run >= 3) times.push(time);
    if (text.length > 500_000) collectGarbage();
  }
  return Math.min(...times);
}

/** The same in a thread that has never run this code: what the first source costs. */
function buildFirst(bytes: number, seed: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { bytes, seed } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function measureVerdicts(text: string, quotations: readonly MadeQuotation[]): number[] {
  const index = indexSource(text);
  const judge = (draft: string) =>
    judgeQuotation({ draft, source: text, kind: 'written', profile: STRICT }, index);
  for (const { text: words } of quotations) judge(words);
  return quotations.map(({ text: words }) => timed(() => judge(words)).time);
}

function measureDetection(sizes: readonly number[]) {
  detectQuotations(makeNews(300_000, 3));
  const speeds = sizes.map((bytes) => {
    const news = makeNews(bytes, 4);
    const times: number[] = [];
    for (let run = 0; run < (bytes > 5_000_000 ? 3 : 7); run++) {
      collectGarbage();
      times.push(timed(() => detectQuotations(news)).time);
    }
    return { bytes, speed: bytes / 1e3 / Math.min(...times) };
  });
  const checks = speeds.map(({ bytes, speed }) =>
    atLeast(`${megabytes(bytes)}: detection, MB/s`, speed, LEAST_DETECTION_SPEED),
  );
  const fastest = Math.max(...speeds.map(({ speed }) => speed));
  const slowdown = fastest / speeds.at(-1)!.speed;
  checks.push({
    what: 'detection: times slower for each character in the largest text',
    value: slowdown,
    floor: MOST_SLOWDOWN,
    ok: slowdown <= MOST_SLOWDOWN,
  });
  return { speeds, checks };
}

function printSize(result: Awaited<ReturnType<typeof measureSize>>): void {
  const { bytes, build, firstBuild, times, kinds, verdicts } = result;
  const speed = (time: number) => `${time.toFixed(1)} ms, ${(bytes / 1e3 / time).toFixed(0)} MB/s`;
  console.log(`\n${megabytes(bytes)}, ${times.stet.length} quotations on each`);
  console.log(`  index: warm ${speed(build)}; the first one of a process ${speed(firstBuild)}`);
  console.log(
    `  verdict, finding included: p50 ${quantile(verdicts, 0.5).toFixed(2)} ms, p95 ${quantile(verdicts, 0.95).toFixed(2)} ms`,
  );
  console.log(
    '                    Stet p50     p95   plain p50      p95   times       hardened p50      p95   times',
  );
  printRow('all', times);
  for (const [kind, own] of Object.entries(kinds)) printRow(kind, own);
}

function printRow(name: string, times: Times): void {
  const of = (contender: Contender, share: number) => quantile(times[contender], share);
  const ms = (value: number, width: number) => value.toFixed(value < 10 ? 3 : 1).padStart(width);
  const peer = (contender: 'plain' | 'hardened') => {
    const ratios = [0.5, 0.95].map((share) => Math.round(of(contender, share) / of('stet', share)));
    return `${ms(of(contender, 0.5), 12)} ${ms(of(contender, 0.95), 8)}  ${ratios.join(' / ').padEnd(11)}`;
  };
  console.log(
    `  ${name.padEnd(16)} ${ms(of('stet', 0.5), 8)} ${ms(of('stet', 0.95), 8)}${peer('plain')}${peer('hardened')}`,
  );
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes / 1000} kB` : `${bytes / 1_000_000} MB`;
}

/** Needs `node --expose-gc`; without it garbage is collected when it is. */
function collectGarbage(): void {
  globalThis.gc?.();
}

if (isMainThread) process.exitCode = await main();
else {
  const { bytes, seed } = workerData as { bytes: number; seed: number };
  const text = makeProse(bytes, seed);
  parentPort?.postMessage(timed(() => indexSource(text)).time);
}
