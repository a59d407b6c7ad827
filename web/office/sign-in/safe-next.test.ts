import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

test.each([
  ['/ledger?stage=filed&sort=-due', '/ledger?stage=filed&sort=-due'],
  ['/matters/7#replies', '/matters/7#replies'],
  [null, '/'],
  ['', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/x', '/'],
])('%j leads to %s', (next, page) => {
  expect(safeNext(next)).toBe(page);
});
