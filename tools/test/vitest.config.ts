import os from 'node:os';
import { defineConfig } from 'vitest/config';

/** The tests that the everyday vitest.config.ts leaves out: each file starts the product itself. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    include: ['test/{e2e,crash}/**/*.test.ts'],
    // A browser waits more than it works: one file more than there are processors keeps them busy.
    maxWorkers: os.availableParallelism() + 1,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
