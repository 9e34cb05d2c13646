import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';

/**
 * Builds a worker of `src-main` (`matching-worker`, `search-worker`) before the tests of a file, as the
 * app has it, and answers the script's path.
 */
export function builtWorker(name: string): string {
  // Inside the project, so that the built script finds the packages.
  const folder = resolve(__dirname, `../../out/${name}-${process.pid}`);
  const fileName = `${name}.mjs`;
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: resolve(__dirname, `../${name}.ts`),
        outDir: folder,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: fileName } },
      },
    });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, fileName);
}
