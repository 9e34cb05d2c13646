// `npm run properties -- --rounds 20`: the property tests with other cases each round, until one fails
// (or to the end with `--all`). A seed that was printed is tried again with `--seed N`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from './lib/command.mjs';
import { say } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { run, tool } from './lib/run.mjs';

await command(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '10' },
      seed: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const files = propertyTests();
  const seeds = values.seed
    ? [Number(values.seed)]
    : Array.from({ length: Number(values.rounds) }, () => Math.floor(Math.random() * 2 ** 31));
  const failed = [];
  for (const seed of seeds) {
    say(`Property tests, seed ${seed} …`);
    const code = await run(process.execPath, [tool('vitest'), 'run', '--reporter=dot', ...files], {
      cwd: root,
      env: { STET_PROPERTY_SEED: String(seed) },
    });
    if (code === 0) continue;
    failed.push(seed);
    if (!values.all) break;
  }
  say(failed.length === 0 ? 'All held.' : `Failed with the seeds: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});

/** The files of tests that state properties, as paths from the top. */
function propertyTests() {
  return ['src-shared', 'src-main', 'src-renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(folder, name))
      .filter((name) => name.endsWith('.test.ts'))
      .filter((name) => readFileSync(join(root, name), 'utf8').includes("from 'fast-check'")),
  );
}
