import { describe, expect, it } from 'vitest';
import { checkServiceGrant, checkTokenExpiry, endOfDay } from './api-token.ts';
import { checkUsername, usernameKey } from './username.ts';

describe('the expiry of an API token', () => {
  it.each([
    ['2026-03-02', '2026-03-02', false],
    ['2026-03-03', '2026-03-02', true],
    ['2027-03-02', '2026-03-02', true],
    ['2027-03-03', '2026-03-02', false],
    ['2029-02-28', '2028-02-29', true],
    ['2029-03-01', '2028-02-29', false],
  ])('%s on %s', (expiresOn, today, fit) => {
    expect(checkTokenExpiry(expiresOn, today) === null).toBe(fit);
  });

  it('is the midnight after the day, in China', () => {
    expect(endOfDay('2026-03-02')).toBe('2026-03-02T16:00:00.000Z');
  });
});

describe('what a service account may hold', () => {
  it.each([
    [{ role: 'supervisor' }, true],
    [{ role: 'unit-office', unitId: 1 }, true],
    [{ role: 'unit-office' }, false],
    [{ role: 'supervisor', unitId: 1 }, false],
    [{ role: 'congress-office', organId: 1 }, true],
    [{ role: 'congress-office' }, false],
    [{ role: 'proposer' }, false],
    [{ role: 'audit-admin' }, false],
  ] as const)('%o', (grant, fit) => {
    expect(checkServiceGrant(grant) === null).toBe(fit);
  });
});

describe('user names', () => {
  it.each(['ab', 'wang.xl', '王小落', 'a_b-c@d', 'x'.repeat(64)])('accepts %s', (name) => {
    expect(checkUsername(name)).toBeNull();
  });
  it.each(['a', '', 'a b', ' ab', 'ab\n', 'a\u202eb', 'a/b', 'x'.repeat(65)])('refuses %j', (name) => {
    expect(checkUsername(name)?.code).toBe('username-invalid');
  });
  it('finds a name whatever the case or width of its letters', () => {
    expect(usernameKey('ＷangXL')).toBe(usernameKey('wangxl'));
  });
});
