import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Host, openLibrary } from '../../src-main/host';
import { extractSources } from '../../src-shared/import/extract';
import { quantile } from '../engine/statistics';
import { type MadeArticle, makeArticle } from './made-article';

/*
 * How long it takes until an article is Markdown or a page: from the document in the library's file to
 * the bytes, through the contract, in one process. Beside it pandoc on the same text in the same run,
 * from its own tree (JSON), which spares it reading Markdown, and from Markdown.
 */

const USAGE = `npm run bench:export -- [--runs N] [--seed N] [--json FILE]

An article of 20,000 words with 200 linked quotations, and one of ten times the size. Floors: p50 of
Markdown and HTML at most 150 ms at 20,000 words, and at least 5 times as fast as pandoc where pandoc is
installed. Exit code 1 where one is missed.`;

const SIZES = [
  { words: 20_000, quotations: 200 },
  { words: 200_000, quotations: 2_000 },
];
const MOST_MS = 150;
const LEAST_RATIO = 5;
const FORMATS = ['markdown', 'html'] as const;
type Format = (typeof FORMATS)[number];

interface Row {
  words: number;
  quotations: number;
  format: Format;
  bytes: number;
  p50: number;
  p95: number;
  /** pandoc from its own tree and from Markdown, p50, and its p50 for an empty document. */
  pandoc: { tree: number; markdown: number; start: number } | null;
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}
const runs = Number(values.runs);
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'stet-bench-export-'));

try {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const host = await openLibrary(join(folder, String(size.words)), { extract: extractSources });
    try {
      const made = await makeArticle(host, size, Number(values.seed));
      const fewer = size.words > 20_000 ? Math.ceil(runs / 3) : runs;
      for (const format of FORMATS) rows.push(await measure(host, made, format, fewer));
    } finally {
      host.close();
    }
  }
  print(rows);
  if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
  process.exitCode = rows.every(keepsFloors) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Stet and pandoc take turns, so that whatever else the machine does concerns both. */
async function measure(
  host: Host,
  { articleId, words, quotations }: MadeArticle,
  format: Format,
  count: number,
): Promise<Row> {
  const exported = async (as: Format) =>
    (await host.call('exports.preview', { articleId, format: as })).text;
  const files = pandocFiles(await exported('markdown'));
  const target = format === 'html' ? 'html' : 'gfm';
  const times: Record<'stet' | 'tree' | 'markdown' | 'start', number[]> = {
    stet: [],
    tree: [],
    markdown: [],
    start: [],
  };
  let bytes = 0;
  // The first ones compile the code.
  for (let run = -3; run < count; run++) {
    globalThis.gc?.();
    const started = performance.now();
    bytes = Buffer.from(await exported(format)).length;
    const time = performance.now() - started;
    if (run < 0) continue;
    times.stet.push(time);
    if (!hasPandoc) continue;
    times.tree.push(pandoc(files.tree, 'json', target));
    times.markdown.push(pandoc(files.markdown, 'markdown-smart', target));
    times.start.push(pandoc(files.empty, 'json', target));
  }
  const half = (one: keyof typeof times) => quantile(times[one], 0.5);
  return {
    words,
    quotations,
    format,
    bytes,
    p50: half('stet'),
    p95: quantile(times.stet, 0.95),
    pandoc: hasPandoc
      ? { tree: half('tree'), markdown: half('markdown'), start: half('start') }
      : null,
  };
}

/** The article as Markdown, as pandoc's tree, and nothing at all as its tree. */
function pandocFiles(markdown: string) {
  const files = {
    markdown: join(folder, 'article.md'),
    tree: join(folder, 'article.json'),
    empty: join(folder, 'empty.json'),
  };
  writeFileSync(files.markdown, markdown);
  writeFileSync(join(folder, 'empty.md'), '');
  if (!hasPandoc) return files;
  const read = (from: string, to: string) =>
    execFileSync('pandoc', ['-f', 'markdown-smart', '-t', 'json', '-o', to, from]);
  read(files.markdown, files.tree);
  read(join(folder, 'empty.md'), files.empty);
  return files;
}

/** Milliseconds that pandoc takes, its start included. */
function pandoc(file: string, from: string, to: string): number {
  const target = join(folder, `out.${to}`);
  const started = performance.now();
  execFileSync('pandoc', ['-f', from, '-t', to, '-s', '--wrap=none', '-o', target, file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const time = performance.now() - started;
  if (statSync(file).size > 1_000 && readFileSync(target).length < 1_000) {
    throw new Error('pandoc wrote nothing.');
  }
  return time;
}

function ratioOf({ p50, pandoc: other }: Row): number {
  return other ? Math.min(other.tree, other.markdown) / p50 : Number.POSITIVE_INFINITY;
}

function keepsFloors(row: Row): boolean {
  const isFastEnough = row.words > 100_000 || row.p50 <= MOST_MS;
  return isFastEnough && ratioOf(row) >= LEAST_RATIO;
}

function print(rows: readonly Row[]): void {
  console.log(
    `Milliseconds; p50 of ${runs} runs (a third of them for the long article), the load of the machine ${loadavg()[0]?.toFixed(1)}.`,
  );
  console.log(
    [
      'words',
      'quotations',
      'form',
      'kB',
      'Stet p50',
      'p95',
      'pandoc, tree',
      'Markdown',
      'nothing',
      'times faster',
    ]
      .map((name) => name.padStart(13))
      .join(''),
  );
  for (const row of rows) {
    const { words, quotations, format, bytes, p50, p95, pandoc: other } = row;
    const cells = [
      words,
      quotations,
      format,
      (bytes / 1000).toFixed(0),
      p50.toFixed(1),
      p95.toFixed(1),
      other?.tree.toFixed(0) ?? '–',
      other?.markdown.toFixed(0) ?? '–',
      other?.start.toFixed(0) ?? '–',
      other ? `${ratioOf(row).toFixed(1)}${keepsFloors(row) ? ' ' : '!'}` : '–',
    ];
    console.log(cells.map((cell) => String(cell).padStart(13)).join(''));
  }
}
