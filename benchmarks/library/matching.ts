import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
import { atLeast, atMost, note, type Sheet } from './figures';
import { buildFullText, buildMiniSearch, buildThreeGrams, type Peer, type Texts } from './peers';
import { makeText } from './texts';

/* How fast and how well quotations are matched with a whole library, beside other ways to do it. */

const MINI_SEARCH_SOURCES = 4_000;
/** A table of 3-grams is filled in the order of the texts, which takes hours for more sources. */
const THREE_GRAM_SOURCES = 150_000;
/** A quotation from elsewhere for each three that were made from the library. */
const ABSENT_KINDS = ['absent', 'fabricated'] as const;
const ABSENT_EACH = 3;
const WARMING = 40;

export interface Asked extends MadeQuotation {
  /** The stretch that it was made from, folded; null if it is nowhere. */
  origin: string | null;
}

/** Quotations of every kind from random sources, and some from texts that are not in the library. */
export function makeQuotations(texts: Texts, perKind: number, seed: number): Asked[] {
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

/** What it takes to find the places of a quotation, and to judge them too. */
interface Times {
  name: string;
  p50: number;
  p95: number;
}

export async function measureMatching(
  sheet: Sheet,
  folder: string,
  asked: readonly Asked[],
): Promise<Times> {
  const matcher = matchInWorker(
    join(import.meta.dirname, 'matching-worker.mjs'),
    folder,
    process.env.STET_SQLITE_BINDING,
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
  matcher.close();
  library.close();
  const judged = printAnswers('Stet, with verdicts', answers, null);
  const places = answers.map((answer, number) => ({
    ...answer,
    milliseconds: Number.NaN,
    best: aligning.get(asked[number]!.text)!,
  }));
  const found = printAnswers('Stet, the places alone, as the others', places, null);
  const there = answers.filter(({ kind }) => !isAbsent(kind));
  const nowhere = answers.filter(({ kind }) => isAbsent(kind));
  const calls = evenly(answers).map(({ milliseconds }) => milliseconds);
  note(sheet, 'right source first', shareRight(there), atLeast(0.985));
  note(sheet, 'nothing for what is nowhere', shareRight(nowhere), atLeast(0.99));
  note(sheet, 'matching p50 with verdicts, ms', judged.p50, atMost(2));
  note(sheet, 'matching p95 with verdicts, ms', judged.p95, atMost(15));
  note(sheet, 'the same, a call to the worker and back, p50, ms', quantile(calls, 0.5));
  note(sheet, 'the same, a call to the worker and back, p95, ms', quantile(calls, 0.95));
  note(sheet, 'places alone p50, ms', found.p50);
  note(sheet, 'places alone p95, ms', found.p95);
  return found;
}

export async function measurePeers(
  sheet: Sheet,
  folder: string,
  wanted: readonly string[],
  stet: Times,
  { texts, asked, perKind, seed }: Setting,
): Promise<void> {
  const peerFolder = mkdtempSync(join(folder, 'peers-'));
  const compare = (peer: Peer, quotations: readonly Asked[]) => {
    const { name, p50, p95 } = measurePeer(peer, quotations);
    // What others do ends at the place, without a verdict.
    note(sheet, `${name}: p50, ms`, p50);
    note(sheet, `${name}: p95, ms`, p95);
    const isBest = peer.isBestUse ?? false;
    note(sheet, `${name}: times slower, p50`, p50 / stet.p50, isBest ? atLeast(12) : null);
    note(sheet, `${name}: times slower, p95`, p95 / stet.p95, isBest ? atLeast(20) : null);
  };
  try {
    if (wanted.includes('fts')) {
      for (const peer of buildFullText(join(peerFolder, 'fts.db'), texts)) compare(peer, asked);
    }
    if (wanted.includes('grams') && texts.count <= THREE_GRAM_SOURCES) {
      compare(buildThreeGrams(join(peerFolder, 'grams.db'), texts), asked);
    }
    if (wanted.includes('mini')) {
      const some = Math.min(MINI_SEARCH_SOURCES, texts.count);
      const ownTexts = { ...texts, count: some };
      const own = makeQuotations(ownTexts, Math.min(8, perKind), seed + 1);
      compare(buildMiniSearch(texts, some), own);
    }
  } finally {
    rmSync(peerFolder, { recursive: true, force: true });
  }
}

/** What is asked of a library. */
export interface Setting {
  texts: Texts;
  asked: readonly Asked[];
  /** Quotations of each kind. */
  perKind: number;
  seed: number;
}

function measurePeer(peer: Peer, asked: readonly Asked[]): Times {
  for (const { text } of asked.slice(0, WARMING)) peer.find(text);
  const fastest = timeRounds(asked, (text) => peer.find(text));
  const answers = asked.map(({ kind, text, origin }): Answer => {
    const found = peer.find(text);
    const isRight =
      origin === null ? found === null : found !== null && foldPlainly(found).includes(origin);
    return { kind, milliseconds: Number.NaN, best: fastest.get(text)!, isRight };
  });
  return printAnswers(peer.name, answers, peer.build);
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

function printAnswers(
  name: string,
  answers: readonly Answer[],
  build: Peer['build'] | null,
): Times {
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
  return { name, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
