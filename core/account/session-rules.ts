/** How long a sign-in lasts and what it may do until it is complete. Times are milliseconds since 1970. */
import type { Role } from '../access.ts';
import type { PasswordProfile } from './password-policy.ts';

export type SessionRules = {
  /** Without a request for this long, the session has ended. GB/T 22239-2019 8.1.4.1 b; ASVS 5.0.0 7.3.1. */
  readonly idleMinutes: number;
  /** However busy, the session ends this long after it started. ASVS 5.0.0 7.3.2. */
  readonly absoluteMinutes: number;
  /** Sessions of one account at a time; one more ends the one that has been idle longest. ASVS 5.0.0 7.1.2. */
  readonly parallel: number;
  /** A change to the ways of signing in needs a password or code given this recently. ASVS 5.0.0 7.5.1. */
  readonly confirmedMinutes: number;
  /** A temporary password that was not replaced by then is dead. ASVS 5.0.0 6.4.1. */
  readonly temporaryPasswordHours: number;
};

export const sessionRules: SessionRules = {
  idleMinutes: 30,
  absoluteMinutes: 12 * 60,
  parallel: 10,
  confirmedMinutes: 15,
  temporaryPasswordHours: 72,
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The first moment at which the session is over. */
const sessionEndsAt = (
  session: { readonly startedAt: number; readonly lastSeenAt: number },
  rules: SessionRules,
): number =>
  Math.min(
    session.lastSeenAt + rules.idleMinutes * minute,
    session.startedAt + rules.absoluteMinutes * minute,
  );

export const isSessionOver = (
  session: { readonly startedAt: number; readonly lastSeenAt: number },
  rules: SessionRules,
  now: number,
): boolean => now >= sessionEndsAt(session, rules);

/** Whether the person proved who he is recently enough to change his ways of signing in. */
export const isConfirmed = (confirmedAt: number, rules: SessionRules, now: number): boolean =>
  now - confirmedAt < rules.confirmedMinutes * minute;

export const isTemporaryPasswordDead = (
  password: { readonly mustChange: boolean; readonly setAt: number },
  rules: SessionRules,
  now: number,
): boolean => password.mustChange && now - password.setAt >= rules.temporaryPasswordHours * hour;

/** Whether the profile asks for a new password by now. Profile `asvs` never does (ASVS 5.0.0 6.2.10). */
export const isRotationDue = (
  profile: Pick<PasswordProfile, 'rotationDays'>,
  passwordSetAt: number,
  now: number,
): boolean => profile.rotationDays !== null && now - passwordSetAt >= profile.rotationDays * day;

/** Accounts that nobody used for this long are listed as stale (GB/T 22239-2019 8.1.4.2 c). */
export const staleDays = 90;

export const isStale = (lastUsedAt: number, now: number): boolean => now - lastUsedAt > staleDays * day;

/** Whoever may change accounts or read the audit trail signs in with two factors (ASVS 5.0.0 6.3.3). */
const secondFactorRoles = ['system-admin', 'audit-admin'] as const satisfies readonly Role[];

const needsSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => (secondFactorRoles as readonly Role[]).includes(role));

/**
 * What a session still lacks. Until then it carries no role at all:
 * `secondFactor` the code was not given yet; `password` a new password is due; `enrolment` no authenticator yet.
 */
export type Limit = 'secondFactor' | 'password' | 'enrolment';

export const limits = ['secondFactor', 'password', 'enrolment'] as const satisfies readonly Limit[];

/**
 * The first thing the session lacks, or null. The code comes first: a stolen password alone must not be able to
 * set a new one.
 */
export const limitOf = (state: {
  readonly enrolled: boolean;
  readonly secondFactor: boolean;
  readonly passwordDue: boolean;
  readonly roles: readonly Role[];
}): Limit | null => {
  if (state.enrolled && !state.secondFactor) return 'secondFactor';
  if (state.passwordDue) return 'password';
  return needsSecondFactor(state.roles) && !state.enrolled ? 'enrolment' : null;
};
