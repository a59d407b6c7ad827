/** Counting wrong passwords and codes. Times are milliseconds since 1970, so that the limits are exact. */

/** `windowMinutes`: failures further apart than this do not add up; null: only success clears them. */
type LockOutRule = {
  readonly failures: number;
  readonly lockMinutes: number;
  readonly windowMinutes: number | null;
};

/** What is kept per account, per unknown user name and per source address. */
export type FailureCount = {
  readonly failures: number;
  readonly lockedUntil: number | null;
  /** When the last failure was; null: never, or not kept. */
  readonly lastAt: number | null;
};

export const noFailures: FailureCount = { failures: 0, lockedUntil: null, lastAt: null };

const minute = 60_000;

/** GB/T 22239-2019 8.1.4.1 b; ASVS 5.0.0 6.3.1. Five is what assessors expect (domain practice, unverified). */
export const accountLockOut: LockOutRule = { failures: 5, lockMinutes: 15, windowMinutes: null };

/** One address tries many accounts. Wider than an account's rule: a whole office may share one address. */
export const sourceLockOut: LockOutRule = { failures: 20, lockMinutes: 15, windowMinutes: 15 };

/** Whole minutes until the lock ends, rounded up; 0: not locked. At the limit itself the lock has ended. */
export const minutesLocked = (count: FailureCount, now: number): number =>
  count.lockedUntil === null || now >= count.lockedUntil ? 0 : Math.ceil((count.lockedUntil - now) / minute);

/** The count after one more failure. The failure that reaches the limit locks and starts the count anew. */
export const afterFailure = (count: FailureCount, rule: LockOutRule, now: number): FailureCount => {
  const apart =
    rule.windowMinutes !== null && count.lastAt !== null && now - count.lastAt >= rule.windowMinutes * minute;
  const failures = (apart ? 0 : count.failures) + 1;
  return failures >= rule.failures
    ? { failures: 0, lockedUntil: now + rule.lockMinutes * minute, lastAt: now }
    : { failures, lockedUntil: null, lastAt: now };
};
