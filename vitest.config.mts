import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // For what hangs. How fast something is, benchmarks tell: a machine may be busy.
    testTimeout: 30_000,
  },
});
