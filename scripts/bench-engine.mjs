// `npm run bench:engine` and `npm run bench:accuracy`: bundles the benchmark of that name as the app
// itself is bundled, and runs it.
import { join } from 'node:path';
import { command } from './lib/command.mjs';
import { root } from './lib/paths.mjs';
import { mustRun, run, tool } from './lib/run.mjs';

await command(async ([name, ...args]) => {
  const entry = join(root, 'benchmarks', 'engine', `${name}.ts`);
  const folder = join(root, 'out', 'benchmarks');
  await mustRun(
    process.execPath,
    [
      tool('vite'),
      'build',
      '--ssr',
      entry,
      '--outDir',
      folder,
      '--emptyOutDir',
      'false',
      '--logLevel',
      'warn',
    ],
    { cwd: root },
  );
  // Collecting garbage between sizes keeps one from paying for another.
  return run(process.execPath, ['--expose-gc', join(folder, `${name}.mjs`), ...args]);
});
