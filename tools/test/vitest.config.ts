import { defineConfig } from 'vitest/config';

/** The tests that the everyday vitest.config.ts leaves out: they start the product itself, so one file at a time. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    include: ['test/{e2e,crash}/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
