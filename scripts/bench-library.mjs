// `npm run bench:library`: bundles the benchmark and the worker that it measures, and runs it.
import { join } from 'node:path';
import { command } from './lib/command.mjs';
import { root } from './lib/paths.mjs';
import { mustRun, run, tool } from './lib/run.mjs';

const folder = join(root, 'out', 'benchmarks');

await command(async (args) => {
  for (const entry of ['src-main/matching-worker.ts', 'benchmarks/library/library.ts']) {
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
  return run(process.execPath, ['--expose-gc', join(folder, 'library.mjs'), ...args]);
});
