import { describe, expect, it } from 'vitest';
import {
  accountLockOut,
  afterFailure,
  type FailureCount,
  minutesLocked,
  noFailures,
  sourceLockOut,
} from './lock-out.ts';

const second = 1_000;
const minute = 60 * second;
const fail = (rule: typeof accountLockOut, times: readonly number[]): FailureCount =>
  times.reduce((count, at) => afterFailure(count, rule, at), noFailures);

describe('lock-out of an account', () => {
  it('locks with the fifth failure, not before', () => {
    expect(minutesLocked(fail(accountLockOut, [1, 2, 3, 4]), 5)).toBe(0);
    expect(minutesLocked(fail(accountLockOut, [1, 2, 3, 4, 5]), 5)).toBe(15);
  });

  it('counts failures together however far apart they are', () => {
    expect(minutesLocked(fail(accountLockOut, [0, 1, 2, 3, 999_999 * minute]), 999_999 * minute)).toBe(15);
  });

  it('ends after fifteen minutes to the millisecond', () => {
    const locked = fail(accountLockOut, [0, 0, 0, 0, 0]);
    expect(minutesLocked(locked, 15 * minute - 1)).toBe(1);
    expect(minutesLocked(locked, 15 * minute)).toBe(0);
  });

  it('gives five new attempts after a lock', () => {
    const locked = fail(accountLockOut, [0, 0, 0, 0, 0]);
    const later = 16 * minute;
    const four = [1, 2, 3, 4].reduce((count) => afterFailure(count, accountLockOut, later), locked);
    expect(minutesLocked(four, later)).toBe(0);
    expect(minutesLocked(afterFailure(four, accountLockOut, later), later)).toBe(15);
  });
});

describe('lock-out of an address', () => {
  const nineteen = Array.from({ length: 19 }, (_, index) => index * second);

  it('locks with the twentieth failure', () => {
    expect(minutesLocked(fail(sourceLockOut, nineteen), 20 * second)).toBe(0);
    expect(minutesLocked(fail(sourceLockOut, [...nineteen, 20 * second]), 20 * second)).toBe(15);
  });

  it('begins anew after fifteen quiet minutes', () => {
    const last = 18 * second;
    expect(
      minutesLocked(fail(sourceLockOut, [...nineteen, last + 15 * minute - 1]), last + 15 * minute),
    ).toBe(15);
    expect(minutesLocked(fail(sourceLockOut, [...nineteen, last + 15 * minute]), last + 15 * minute)).toBe(0);
  });
});
