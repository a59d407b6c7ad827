import { expect, test } from 'vitest';
import { pauseAfter } from './notice-stream.ts';

test('a lost stream is opened again after longer and longer, never all browsers at once, at the latest in minutes', () => {
  expect(pauseAfter(0, 0)).toBe(1_000);
  expect(pauseAfter(0, 1)).toBe(3_000);
  for (let failures = 0; failures < 7; failures += 1)
    expect(pauseAfter(failures + 1, 0.5)).toBeGreaterThan(pauseAfter(failures, 0.5));
  expect(pauseAfter(1_000, 1)).toBe(450_000);
});
