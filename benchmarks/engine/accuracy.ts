import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  findPassages,
  indexSource,
  type SourceIndex,
} from '../../src-shared/quotation/align/align';
import { STRICT } from '../../src-shared/quotation/verdict/profile';
import { judgeQuotation } from '../../src-shared/quotation/verdict/verdict';
import { ABSENT_KINDS, HARD_KINDS, KINDS, type MadeQuotation, QuotationMaker } from './quotations';
import { seededRandom } from './random';
import { quantile, timed, wilsonInterval } from './statistics';

/** Both ends have to be this near, in characters. */
const TOLERANCE = 5;
const FLOOR = 0.99;
const HARD_FLOOR = 0.95;
const ABSENT_CEILING = 0.015;

interface Row {
  kind: MadeQuotation['kind'];
  total: number;
  /** Found at both ends; for quotations that are not there: found at all. */
  hits: number;
  /** Among the first five. */
  among: number;
  verbatim: number;
  milliseconds: number;
  ok: boolean;
}

const { values } = parseArgs({
  options: {
    text: { type: 'string', multiple: true, default: [] },
    others: { type: 'string', multiple: true, default: [] },
    size: { type: 'string', multiple: true, default: [] },
    queries: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    misses: { type: 'string', default: '0' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: false,
});

const HELP = `How well passages are found in texts of yours.

npm run bench:accuracy -- --text FILE… --others FILE…
  --text FILE     a source, UTF-8; give it once for each
  --others FILE   text of the same language that is not in the sources, for quotations that are not
                  there
  --size BYTES    measures on so much of each source (from a seeded place) as well; several times
  --queries N     quotations of each kind and size (300)
  --seed N        other quotations (1)
  --misses N      shows so many misses of each kind
  --json FILE     writes the figures as JSON`;

function main(): number {
  if (values.help || values.text.length === 0 || values.others.length === 0) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const others = values.others.map(readText).join('\n\n');
  const results: { text: string; characters: number; rows: Row[] }[] = [];
  for (const file of values.text) {
    const text = readText(file);
    const sizes = values.size.length > 0 ? values.size.map(Number) : [text.length];
    for (const size of sizes) {
      if (size > text.length) continue;
      const random = seededRandom(Number(values.seed));
      const from = random.whole(0, text.length - size);
      const source = text.slice(from, from + size);
      const rows = measure(source, others);
      results.push({ text: basename(file), characters: source.length, rows });
      print(basename(file), source.length, rows);
    }
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  return results.every(({ rows }) => rows.every((row) => row.ok)) ? 0 : 1;
}

function readText(file: string): string {
  return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
}

function measure(source: string, others: string): Row[] {
  const random = seededRandom(Number(values.seed) + 1);
  const maker = new QuotationMaker(source, others, random, { noise: [0.05, 0.05] });
  const index = indexSource(source);
  return [...KINDS, ...HARD_KINDS, ...ABSENT_KINDS].map((kind) => {
    const quotations: MadeQuotation[] = [];
    while (quotations.length < Number(values.queries)) {
      const made = maker.make(kind);
      if (!made) break;
      quotations.push(made);
    }
    return measureKind(kind, quotations, source, index);
  });
}

function measureKind(
  kind: MadeQuotation['kind'],
  quotations: readonly MadeQuotation[],
  source: string,
  index: SourceIndex,
): Row {
  let hits = 0;
  let among = 0;
  let verbatim = 0;
  let shown = 0;
  const times: number[] = [];
  for (const { text, place } of quotations) {
    const { time, result: found } = timed(() => findPassages(index, text));
    times.push(time);
    const fits = (one: { start: number; end: number } | undefined) =>
      one !== undefined &&
      (place === null ||
        (Math.abs(one.start - place.start) <= TOLERANCE &&
          Math.abs(one.end - place.end) <= TOLERANCE));
    const hit = fits(found[0]);
    if (hit) hits++;
    if (found.some(fits)) among++;
    if (hit === (place === null) && shown < Number(values.misses)) {
      shown++;
      const show = (one: { start: number; end: number } | undefined | null) =>
        one
          ? `${one.start}–${one.end} ${JSON.stringify(source.slice(one.start, one.end))}`
          : 'nothing';
      console.log(
        `${kind}: ${JSON.stringify(text)}\n  place ${show(place)}\n  found ${show(found[0])} ${JSON.stringify(found[0] ?? null)}`,
      );
    }
    if (place === null) {
      const judged = judgeQuotation(
        { draft: text, source, kind: 'written', profile: STRICT },
        index,
      );
      if (judged.verdict === 'verbatim') verbatim++;
    }
  }
  const total = quotations.length;
  const share = hits / total;
  let ok = share >= FLOOR;
  if (isHard(kind)) ok = share >= HARD_FLOOR;
  if (kind === 'absent') ok = share <= ABSENT_CEILING && verbatim === 0;
  if (kind.startsWith('fabricated')) ok = verbatim === 0;
  return { kind, total, hits, among, verbatim, milliseconds: quantile(times, 0.5), ok };
}

function isHard(kind: MadeQuotation['kind']): boolean {
  return (HARD_KINDS as readonly string[]).includes(kind);
}

function print(name: string, characters: number, rows: readonly Row[]): void {
  console.log(`\n${name}, ${characters.toLocaleString('en')} characters`);
  for (const row of rows) {
    const { low, high } = wilsonInterval(row.hits, row.total);
    const place = (ABSENT_KINDS as readonly string[]).includes(row.kind)
      ? `found ${(row.hits / row.total).toFixed(4)}, verbatim ${row.verbatim}`
      : `first ${(row.hits / row.total).toFixed(4)}, of five ${(row.among / row.total).toFixed(4)}`;
    console.log(
      `  ${row.ok ? 'ok  ' : 'MISS'} ${row.kind.padEnd(17)} ${place}  (${row.total}; ${low.toFixed(3)}–${high.toFixed(3)})  ${row.milliseconds.toFixed(2)} ms`,
    );
  }
}

process.exitCode = main();
