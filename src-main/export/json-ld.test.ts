import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryExport } from './arbitrary-export';
import { contactedInput, exampleInput } from './example';
import { correctedInput } from './example-corrections';
import { reviewedInput } from './example-review';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const run = promisify(execFile);

const dataOf = (input: ExportInput): { '@graph': Record<string, unknown>[] } =>
  JSON.parse(
    /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(
      renderExport(input, 'html').text,
    )?.[1] ?? '',
  );

/** What the compiler says of a file that uses the types of schema.org (schema-dts); empty where all fits. */
async function compile(text: string): Promise<string> {
  const fromProject = createRequire(join(process.cwd(), 'package.json'));
  // Beside the project's packages, where the compiler finds them.
  const home = join(process.cwd(), 'node_modules', '.cache');
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, 'stet-json-ld-'));
  try {
    const file = join(folder, 'data.ts');
    writeFileSync(file, text);
    const compiler = join(dirname(fromProject.resolve('typescript/package.json')), 'bin', 'tsc');
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck'];
    const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', ''];
    return await run(process.execPath, [compiler, ...options, ...modules, file]).then(
      ({ stdout }) => stdout,
      (error: { stdout?: string }) => error.stdout || String(error),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// One program for all: reading the types takes longer than checking what is written.
test('the data fits the types of schema.org, which would notice a property that it does not know', async () => {
  const examples = [
    exampleInput(),
    reviewedInput(),
    correctedInput(),
    contactedInput(),
    exampleInput({ language: 'de' }),
  ];
  const random = fc.sample(arbitraryExport, { numRuns: 8, seed: 3 });
  const lines = [...examples, ...random].map(
    (input, index) => `export const data${index}: Graph = ${JSON.stringify(dataOf(input))};`,
  );
  const [article] = dataOf(exampleInput())['@graph'];
  const wrong = [{ ...article, datelinee: 'SALTMERE' }];
  const text = [
    "import type { Graph } from 'schema-dts';",
    ...lines,
    '// @ts-expect-error: such a property there is not.',
    `export const wrong: Graph = ${JSON.stringify({ '@context': 'https://schema.org', '@graph': wrong })};`,
  ];
  expect(await compile(`${text.join('\n')}\n`)).toBe('');
}, 60_000);
