import { describe, expect, it } from 'vitest';
import { roles } from '../access.ts';
import { passwordProfiles } from './password-policy.ts';
import {
  isConfirmed,
  isRotationDue,
  isSessionOver,
  isStale,
  isTemporaryPasswordDead,
  limitOf,
  sessionRules,
} from './session-rules.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('the end of a session', () => {
  it.each([
    ['idle for a millisecond less than 30 minutes', 0, 0, 30 * minute - 1, false],
    ['idle for 30 minutes', 0, 0, 30 * minute, true],
    ['busy until a millisecond before 12 hours', 0, 12 * hour - 2, 12 * hour - 1, false],
    ['busy for 12 hours', 0, 12 * hour - 1, 12 * hour, true],
  ])('%s', (_, startedAt, lastSeenAt, now, over) => {
    expect(isSessionOver({ startedAt, lastSeenAt }, sessionRules, now)).toBe(over);
  });
});

describe('what a session lacks', () => {
  const complete = {
    enrolled: true,
    secondFactor: true,
    passwordDue: false,
    roles: ['system-admin'] as const,
  };

  it('asks for the code first, then for a new password, then for an authenticator', () => {
    expect(limitOf({ ...complete, secondFactor: false, passwordDue: true })).toBe('secondFactor');
    expect(limitOf({ ...complete, passwordDue: true })).toBe('password');
    expect(limitOf({ ...complete, enrolled: false, secondFactor: false, passwordDue: true })).toBe(
      'password',
    );
    expect(limitOf({ ...complete, enrolled: false, secondFactor: false })).toBe('enrolment');
    expect(limitOf(complete)).toBeNull();
  });

  it('asks for an authenticator only where a role can change accounts or read the audit trail', () => {
    const asked = roles.filter(
      (role) => limitOf({ enrolled: false, secondFactor: false, passwordDue: false, roles: [role] }) !== null,
    );
    expect(asked).toEqual(['system-admin', 'audit-admin']);
  });

  it('asks everybody for the code who has set up an authenticator', () => {
    const own = { enrolled: true, secondFactor: false, passwordDue: false, roles: ['handler'] as const };
    expect(limitOf(own)).toBe('secondFactor');
  });
});

describe('limits in days and hours', () => {
  it('wants a new password after 90 days under mlps3, never under asvs', () => {
    expect(isRotationDue(passwordProfiles.mlps3, 0, 90 * day - 1)).toBe(false);
    expect(isRotationDue(passwordProfiles.mlps3, 0, 90 * day)).toBe(true);
    expect(isRotationDue(passwordProfiles.asvs, 0, 9_000 * day)).toBe(false);
  });

  it('lets a temporary password die after 72 hours, and no other', () => {
    const at = (now: number, mustChange: boolean) =>
      isTemporaryPasswordDead({ mustChange, setAt: 0 }, sessionRules, now);
    expect(at(72 * hour - 1, true)).toBe(false);
    expect(at(72 * hour, true)).toBe(true);
    expect(at(9_000 * hour, false)).toBe(false);
  });

  it('takes a confirmation for 15 minutes', () => {
    expect(isConfirmed(0, sessionRules, 15 * minute - 1)).toBe(true);
    expect(isConfirmed(0, sessionRules, 15 * minute)).toBe(false);
  });

  it('calls an account stale after more than 90 days', () => {
    expect(isStale(0, 90 * day)).toBe(false);
    expect(isStale(0, 90 * day + 1)).toBe(true);
  });
});
