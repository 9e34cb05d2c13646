// `npm run bench:engine`, `bench:accuracy`, `bench:export` and `bench:library`: bundles the benchmark of that name, and
// the workers that it measures, as the app itself is bundled, and runs it.
import { join } from 'node:path';
import { command } from './lib/command.mjs';
import { root } from './lib/paths.mjs';
import { mustRun, run, tool } from './lib/run.mjs';

const ENTRIES = {
  engine: ['benchmarks/engine/engine.ts'],
  accuracy: ['benchmarks/engine/accuracy.ts'],
  export: ['benchmarks/export/export.ts'],
  library: [
    'src-main/matching-worker.ts',
    'src-main/search-worker.ts',
    'src-main/upkeep-worker.ts',
    'benchmarks/library/library.ts',
  ],
};

const folder = join(root, 'out', 'benchmarks');

await command(async ([name, ...args]) => {
  for (const entry of ENTRIES[name]) {
    await mustRun(
      process.execPath,
      [
        tool('vite'),
        'build',
        '--ssr',
        join(root, entry),
        '--outDir',
        folder,
        '--emptyOutDir',
        'false',
        '--logLevel',
        'warn',
      ],
      { cwd: root },
    );
  }
  // Collecting garbage between sizes keeps one from paying for another.
  return run(process.execPath, ['--expose-gc', join(folder, `${name}.mjs`), ...args]);
});
