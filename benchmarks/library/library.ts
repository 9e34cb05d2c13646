import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atLeast, atMost, note, printSheets, type Sheet } from './figures';
import {
  type Building,
  buildLibrary,
  isBuilt,
  measureFreshness,
  measureSizes,
  openWithWorkers,
} from './made-library';
import { makeQuotations, measureMatching, measurePeers } from './matching';
import { readTexts } from './peers';
import { makeQueries, measureSearch } from './searching';

const HELP = `How fast a large library takes texts in, is searched, and is matched with quotations, beside other
ways to do it; how large its indexes are, and what its process takes.

  npm run bench:library -- [--sources 10000,100000] [--imported N] [--quick] [--per-kind 40]
                           [--seed 1] [--peers fts,grams,mini] [--library FOLDER] [--json FILE]

The texts are made up under the seed; they keep the frequencies of words in real prose, and say
nothing about real prose otherwise. All of them are imported from folders of 1,000 files, or so many
of them, and the others written to the library directly. --library keeps the libraries in a folder
for each size, and takes those that were kept (their import is not measured again). --quick makes one
of 2,000 sources.

Times of matching are those of the work itself, the fastest of three rounds for every contender, since
others may use the machine. Stet is timed with its verdicts and without them, as the others have
none; beside the first stand calls to its worker and back. Searches are calls to the worker and back.
The exit code is 1 where a floor is missed (marked with !).
`;

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: '10000' },
    quick: { type: 'boolean', default: false },
    imported: { type: 'string' },
    'per-kind': { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    peers: { type: 'string', default: 'fts,grams,mini' },
    library: { type: 'string' },
    json: { type: 'string' },
    /** What a process of its own does: `build` or `answer`. */
    stage: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const seed = Number(values.seed);
const perKind = values.quick ? 15 : Number(values['per-kind']);
/** Sources that come one by one, to see when they are found. */
const FRESH = 20;

async function main(): Promise<void> {
  const kept = values.library;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'stet-bench-library-'));
  const sheets: Sheet[] = [];
  try {
    for (const sources of values.quick ? [2_000] : values.sources.split(',').map(Number)) {
      const sheet: Sheet = { sources, figures: [] };
      sheets.push(sheet);
      const own = join(folder, String(sources));
      await measure(sheet, own);
      if (kept === undefined) rmSync(own, { recursive: true });
      console.log('');
      if (!printSheets(sheets)) process.exitCode = 1;
      console.log('');
    }
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
  if (values.json) writeFileSync(values.json, JSON.stringify({ seed, sheets }, null, 2));
}

async function measure(sheet: Sheet, folder: string): Promise<void> {
  console.log(`${sheet.sources} sources`);
  const began = loadavg()[0]!;
  if (!isBuilt(folder)) measureImport(sheet, folder);
  const { text, matching, search } = measureSizes(folder);
  note(sheet, 'text, MB', text / 1e6);
  note(sheet, 'matching index, times the text', matching / text, atMost(0.6));
  note(sheet, 'search index, times the text', search / text);
  const texts = readTexts(join(folder, 'library.db'));
  const asked = makeQuotations(texts, perKind, seed);
  const queries = makeQueries(texts, values.quick ? 10 : 30, seed);
  await measureSearch(sheet, folder, queries);
  const stet = await measureMatching(sheet, folder, asked);
  const all = {
    quotations: asked.map((one) => one.text),
    queries: [...queries.values()].flat(),
  };
  const memory = Number(runStage('answer', folder, JSON.stringify(all)));
  note(sheet, 'memory of the process, searching and matching, MB', memory / 1e6, atMost(600));
  await measurePeers(sheet, folder, values.peers.split(','), stet, {
    texts,
    asked,
    perKind,
    seed,
  });
  texts.close();
  // More than one says that others were at work too, which all times depend on.
  note(sheet, 'load of the machine, before and after on average', (began + loadavg()[0]!) / 2);
  const fresh = await measureFreshness(folder, FRESH);
  const most = (times: readonly number[]) => Math.max(...times);
  note(sheet, 'a new source is matched after, at most, ms', most(fresh.matching), atMost(1_000));
  note(
    sheet,
    'a new source is found by search after, at most, ms',
    most(fresh.search),
    atMost(1_000),
  );
}

function measureImport(sheet: Sheet, folder: string): void {
  const imported = Math.min(sheet.sources, Number(values.imported ?? sheet.sources));
  const input = JSON.stringify({ count: sheet.sources, imported });
  const made = JSON.parse(runStage('build', folder, input)) as Building;
  const megabytes = made.importedBytes / 1e6;
  const { importing, searchable, filed, tidying } = made;
  const all = importing.clock + searchable.clock;
  const ofProcessor = importing.processor + searchable.processor;
  note(
    sheet,
    'import of plain text, until the answer, MB/s',
    megabytes / importing.clock,
    atLeast(5),
  );
  note(sheet, 'the same, MB for a second of the processor', megabytes / importing.processor);
  note(sheet, 'the same, until all of it is found by search, MB/s', megabytes / all);
  note(sheet, 'the same, MB for a second of the processor until then', megabytes / ofProcessor);
  note(sheet, 'originals have files of their own after, s', filed.clock);
  note(sheet, 'indexes in their best shape after, s', tidying.clock);
  note(sheet, 'memory of the process, importing, MB', made.memory / 1e6, atMost(600));
}

/** Does a piece of work in a process of its own, whose memory tells about nothing else. */
function runStage(stage: 'build' | 'answer', folder: string, input: string): string {
  const file = join(tmpdir(), `stet-bench-${process.pid}.json`);
  writeFileSync(file, input);
  const args = ['--expose-gc', import.meta.filename, '--stage', stage, '--library', folder];
  try {
    return execFileSync(process.execPath, [...args, '--seed', String(seed), '--json', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } finally {
    rmSync(file);
  }
}

async function build(folder: string, input: string): Promise<void> {
  const { count, imported } = JSON.parse(input) as { count: number; imported: number };
  console.log(JSON.stringify(await buildLibrary(folder, count, imported, seed)));
}

/** Prints the largest resident size of a process that answers all of this, in bytes. */
async function answer(folder: string, input: string): Promise<void> {
  const { quotations, queries } = JSON.parse(input) as { quotations: string[]; queries: string[] };
  const host = await openWithWorkers(folder);
  for (const text of quotations) await host.call('quotations.match', { parts: [text] });
  for (const query of queries) await host.call('search.find', { query });
  host.close();
  console.log(process.resourceUsage().maxRSS * 1024);
}

if (values.help) console.log(HELP);
else if (values.stage === 'build') await build(values.library!, readFileSync(values.json!, 'utf8'));
else if (values.stage === 'answer')
  await answer(values.library!, readFileSync(values.json!, 'utf8'));
else await main();
