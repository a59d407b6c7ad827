import { expect, test } from 'vitest';
import { fromField, toField } from './zoned-time.ts';

test('a field shows the time in the jurisdiction, not of the computer', () => {
  expect(toField('2026-03-20T16:30:00.000Z')).toBe('2026-03-21T00:30');
});

test('what was typed is that moment again', () => {
  expect(new Date(fromField('2026-03-21T00:30')).toISOString()).toBe('2026-03-20T16:30:00.000Z');
  expect(fromField('2026-03-21T00:30:59')).toBe('2026-03-21T00:30:00+08:00');
});
