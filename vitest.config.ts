import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    include: ['{core,contract,server,web,rulesets,demo,test,tools,bench}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'test/e2e/**', 'test/crash/**', 'test/boundaries/violations/**'],
  },
});
