import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { arbitraryDocument } from '../../src-shared/document/arbitrary-document';
import { document, inlineBlock, textNode } from '../../src-shared/document/build';
import { arbitraryExport } from './arbitrary-export';
import { contactedInput, exampleInput, NO_BYLINE } from './example';
import { correctedInput } from './example-corrections';
import { reviewedInput } from './example-review';
import type { ExportInput } from './input';
import { checkHtml, hasJava } from './nu-checker';
import { renderExport } from './registry';

/*
 * The Nu HTML checker on pages, fact-checker's copies and the fragments that ninjs holds, of the examples
 * and of random articles: all in one go, since Java starts slowly. `STET_RANDOM_PAGES=200` takes as many
 * articles as that, `STET_SEED` others; ten are enough to notice what breaks.
 */

const RANDOM = Number(process.env.STET_RANDOM_PAGES ?? 10);
const SEED = Number(process.env.STET_SEED ?? 11);
const java = await hasJava();
const folder = mkdtempSync(join(tmpdir(), 'stet-valid-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EXAMPLES: ExportInput[] = [
  exampleInput(),
  reviewedInput(),
  correctedInput(reviewedInput()),
  { ...exampleInput({ language: 'de' }), date: '2026-05' },
  exampleInput({ language: 'ar', quotations: [] }),
  exampleInput({ language: 'pl', dateline: null }),
  contactedInput(),
  contactedInput({ language: 'ar', quotations: [] }),
];
/** What nobody types, but a file may hold: the checker warns of such characters, which are kept. */
const HOSTILE: ExportInput[] = [
  document([inlineBlock('headline', [textNode('\u0000\u0008\ufffe</title>')])]),
  document([]),
  ...fc.sample(arbitraryDocument, { numRuns: 40, seed: 7 }),
].map((one) => exampleInput({ document: one, quotations: [], byline: NO_BYLINE }));

/** A fragment as it stands in somebody's page. */
const wrapped = (fragment: string) =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>A page</title></head><body>\n<h1>A page</h1>\n${fragment}\n</body></html>\n`;

function pagesOf(input: ExportInput): string[] {
  const ninjs = JSON.parse(renderExport(input, 'ninjs').text);
  return [
    renderExport(input, 'html').text,
    renderExport(input, 'fact-check').text,
    wrapped(ninjs.bodies[0].value),
  ];
}

test.skipIf(!java)(
  'the Nu checker has neither an error nor a warning (skipped where there is no Java)',
  async () => {
    const random = fc.sample(arbitraryExport, { numRuns: RANDOM, seed: SEED });
    const write = (name: string) => (text: string, index: number) => {
      const file = join(folder, `${name}-${index}.html`);
      writeFileSync(file, text);
      return file;
    };
    const files = [
      ...[...EXAMPLES, ...random].flatMap(pagesOf).map(write('page')),
      ...HOSTILE.map((input) => renderExport(input, 'html').text).map(write('hostile')),
    ];
    const messages = (await checkHtml(files, { warnings: true })).split('\n');
    const isMeant = (message: string) => /\/hostile-\d+\.html":[\d.-]+: info warning/.test(message);
    expect(messages.filter((message) => message !== '' && !isMeant(message))).toEqual([]);
  },
  600_000,
);
