import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary } from './host';
import { sha256 } from './library/files';
import { originalFile } from './library/original-journal';
import { connect } from './library/sqlite';

/*
 * A process that brings in a folder in batches is killed in the middle of it, and goes on, and is
 * killed again: nothing that was said to be done is lost, and in the end every file is in once.
 */

const FILES = 1_600;
// Inside the project, so that the built script finds the packages.
const built = resolve(__dirname, `../out/bulk-import-loop-${process.pid}`);
let folder: string;
let library: string;

const letter = (number: number) =>
  `Letter ${number} of the keeper\n\n${`Buoy ${number * 7} has gone. `.repeat(60)}`;

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'stet-import-crash-'));
  folder = join(root, 'letters');
  library = join(root, 'library');
  mkdirSync(folder);
  for (let number = 0; number < FILES; number++) {
    writeFileSync(join(folder, `${number}.txt`), letter(number));
  }
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(__dirname, 'testing/bulk-import-loop.ts'),
      outDir: built,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'bulk-import-loop.mjs' } },
    },
  });
}, 120_000);

afterAll(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
}, 120_000);

/** Answers how many files were said to be done when it was killed, or all where it came to its end. */
async function importUntil(done: number, mode: 'start' | 'resume'): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(built, 'bulk-import-loop.mjs'), library, folder, mode],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<NodeJS.Signals | null>((tell) => {
    child.on('close', (_code, signal) => tell(signal));
  });
  let told = 0;
  let isKilled = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'end') continue;
    told = Number(line);
    if (told < done || isKilled) continue;
    isKilled = true;
    // Not at a moment of the library's choosing.
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 30);
  }
  await ended;
  return told;
}

/** How many sources there are; each has its words and its bytes. */
async function checkedSources(): Promise<number> {
  const host = await openLibrary(library, { extract: () => Promise.reject(new Error()) });
  const sources = await host.call('sources.list', {});
  const left = (await host.call('imports.waiting', {})).left;
  host.close();
  for (const file of ['library.db', 'private.sqlite']) {
    const db = connect(join(library, file), { readOnly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  }
  expect(new Set(sources.map(({ fileName }) => fileName)).size).toBe(sources.length);
  for (const { fileName } of sources) {
    const words = letter(Number.parseInt(fileName, 10));
    const original = await originalFile({ folder: library, readOnly: false }, sha256(words));
    expect(readFileSync(original, 'utf8')).toBe(words);
  }
  // What is not in is waiting; some that are in may be looked at once more.
  expect(left).toBeGreaterThanOrEqual(FILES - sources.length);
  return sources.length;
}

test('no source that was said to be in is lost, and no file is forgotten', async () => {
  let before = 0;
  for (const [round, done] of [1, 200, 300, 200].entries()) {
    const told = await importUntil(done, round === 0 ? 'start' : 'resume');
    const count = await checkedSources();
    // A few that were in already may be told again.
    expect(count).toBeGreaterThanOrEqual(round === 0 ? told : Math.max(before, told));
    before = count;
  }
  await importUntil(Number.POSITIVE_INFINITY, 'resume');
  expect(await checkedSources()).toBe(FILES);
}, 300_000);
