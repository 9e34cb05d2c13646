import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/sample-library.ts',
  // One window at a time on a screen: the tests look at focus and the clipboard (scripts/lib/steps.mjs).
  workers: 1,
  // A test that fails once has failed: a race is found, not run again.
  retries: 0,
  // For what hangs. A machine that others use takes ten times as long for everything.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list']],
});
