import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** `npm run bench:editor`: how long a key takes in the real window; not a part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: 'editor.bench.ts',
  outputDir: join(tmpdir(), 'stet-bench-results'),
  timeout: 600_000,
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: [['line']],
});
