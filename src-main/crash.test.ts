import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText } from '../src-shared/document/plain-text';
import { openLibrary } from './host';
import { connect } from './library/sqlite';

/*
 * What the library said is saved is there after the process was killed in the middle of saving. The
 * process is killed at another save each time, and goes on with the same library.
 */

// Inside the project, so that the built script finds the packages.
const built = resolve(__dirname, `../out/save-loop-${process.pid}`);
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-crash-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(__dirname, 'testing/save-loop.ts'),
      outDir: built,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'save-loop.mjs' } },
    },
  });
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
});

/** Runs the saving process and kills it when it has acknowledged that many saves; answers the last one. */
async function saveUntilKilled(saves: number, whileItRuns = async () => {}): Promise<number> {
  const child = spawn(process.execPath, [join(built, 'save-loop.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    child.on('close', (_code, signal) => done(signal));
  });
  let acknowledged = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'opened') {
      await whileItRuns();
      continue;
    }
    acknowledged = Number(line);
    count += 1;
    if (count === saves) child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return acknowledged;
}

test('a library is refused while another process has it, and opens when that was killed', async () => {
  const open = () => openLibrary(folder, { extract: () => Promise.reject(new Error()) });
  await saveUntilKilled(1, async () => {
    await expect(open()).rejects.toMatchObject({ code: 'library-in-use' });
  });
  (await open()).close();
}, 60_000);

test.each([3, 11, 24, 38, 57])(
  'no acknowledged save is lost when the process is killed at save %i',
  async (saves) => {
    const acknowledged = await saveUntilKilled(saves);
    expect(acknowledged).toBeGreaterThanOrEqual(saves);

    const host = await openLibrary(folder, { extract: () => Promise.reject(new Error()) });
    const { lastArticleId } = await host.call('library.info', {});
    const article = await host.call('articles.open', { articleId: lastArticleId! });
    const found = async (version: number) =>
      (await host.call('search.find', { query: `"save ${version}"` })).articles.count;
    expect([await found(article.version), await found(article.version - 1)]).toEqual([1, 0]);
    host.close();
    // One more may be on disk whose answer did not get out.
    expect([acknowledged, acknowledged + 1]).toContain(article.version);
    expect(plainText(article.document).text).toContain(`Save ${article.version}\n`);

    for (const file of ['library.db', 'private.sqlite']) {
      const db = connect(join(folder, file), { readOnly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
    }
  },
  60_000,
);
