import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLibrary } from './host';
import { MatchingUpkeep } from './library/matching/upkeep';
import { openLibraryFolder } from './library/open';
import { expectedIndex, readIndex } from './testing/matching-index';

/*
 * A process that brings in sources is killed in the middle of it, again and again, with the same
 * library: the matching index is right each time, without being built anew.
 */

// Inside the project, so that the built script finds the packages.
const built = resolve(__dirname, `../out/import-loop-${process.pid}`);
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-matching-crash-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(__dirname, 'testing/import-loop.ts'),
      outDir: built,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'import-loop.mjs' } },
    },
  });
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
});

/** Answers the number of the last source that the library said it had. */
async function importUntilKilled(from: number, count: number): Promise<number> {
  const child = spawn(process.execPath, [join(built, 'import-loop.mjs'), folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    child.on('close', (_code, signal) => done(signal));
  });
  let last = from;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === from + count) child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return last;
}

test('the index is right after the process was killed in the middle of keeping it', async () => {
  let from = 0;
  for (const count of [2, 5, 3, 4, 5]) {
    const last = await importUntilKilled(from, count);
    from = last + 2;
    const library = openLibraryFolder(folder);
    expect(readIndex(library)).toEqual(expectedIndex(library));
    const host = serveLibrary(library, () => Promise.reject(new Error()));
    const parts = [`buoy ${last * 7} has gone`];
    const [best] = await host.call('quotations.match', { parts });
    expect(best).toMatchObject({ fileName: `letter-${last}.txt`, verdict: 'verbatim' });
    host.close();
  }
  const library = openLibraryFolder(folder);
  await new MatchingUpkeep(library, { freshChunks: 3 }).settle();
  expect(readIndex(library)).toEqual(expectedIndex(library));
  library.close();
}, 120_000);
