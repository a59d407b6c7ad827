import { type SessionRules, sessionRules } from '#core/account/session-rules.ts';
import type { Db } from '../platform/db/database.ts';
import type { Sealer } from '../platform/secrets.ts';
import { type CallerCache, callerCache } from './caller-cache.ts';
import type { LoadedCaller } from './authenticator.ts';

/** What accounts need. Routes and authenticator of one process share one value, or a sign-out acts a second late. */
export type AccountDeps = {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly callers: CallerCache<LoadedCaller>;
  readonly rules: SessionRules;
};

export const accountDeps = (db: Db, sealer: Sealer, rules: SessionRules = sessionRules): AccountDeps => ({
  db,
  sealer,
  callers: callerCache(),
  rules,
});
