import { defineConfig } from 'vitest/config';

/** The tests that the everyday vitest.config.ts leaves out: each file starts the product itself. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    include: ['test/{e2e,crash}/**/*.test.ts'],
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
