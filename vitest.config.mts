import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/lib/property-seed.mjs'],
    // Vitest leaves one processor to others; of two that is every other one.
    maxWorkers: '100%',
    // For what hangs. How fast something is, benchmarks tell: a machine may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
