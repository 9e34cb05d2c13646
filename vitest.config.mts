import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/lib/property-seed.mjs'],
    // For what hangs. How fast something is, benchmarks tell: a machine may be busy.
    testTimeout: 30_000,
  },
});
