import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // Generous: slow machines are no fault of the code, and speed belongs in bench/.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    include: ['{core,contract,server,web,rulesets,demo,test,tools,bench}/**/*.test.{ts,tsx}'],
    maxWorkers: '100%',
    exclude: ['node_modules/**', 'test/e2e/**', 'test/crash/**', 'test/boundaries/violations/**'],
  },
});
