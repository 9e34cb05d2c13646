import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** `npm run demo`: the main job once, in the real window; not a part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: 'demo.ts',
  // Playwright's own papers are of no use to whoever watches the demonstration.
  outputDir: join(tmpdir(), 'stet-demo-results'),
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: [['line']],
});
