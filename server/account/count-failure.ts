/** Wrong passwords and codes are counted even though the answer is a refusal. */
import {
  accountLockOut,
  afterFailure,
  minutesLocked,
  noFailures,
  sourceLockOut,
} from '#core/account/lock-out.ts';
import { usernameKey } from '#core/account/username.ts';
import type { Moment } from '#core/words.ts';
import { no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import { type Account, saveFailures } from './account.store.ts';
import { findSourceLock, lockFailures, saveSourceFailures } from './session.store.ts';
import { hashToken } from './token.ts';

type Scene = { readonly tx: Tx; readonly at: Moment };

/** A refusal whose counting is committed. */
export const counted = (code: string) => ({ ...no(code), keep: true }) as const;

const sourceKey = (address: string): string => `address:${address}`;

/** A name that nobody has is counted like one that somebody has, or the lock-out would tell which exist. */
const nameKey = (username: string): string => `name:${hashToken(usernameKey(username))}`;

const nowOf = (scene: Scene): number => Date.parse(scene.at.instant);

/** The refusal for an address with too many failures, or null. */
export const checkSource = async (scene: Scene, jurisdictionId: number, address: string) => {
  const lockedUntil = await findSourceLock(scene.tx, jurisdictionId, sourceKey(address));
  const minutes = minutesLocked({ ...noFailures, lockedUntil }, nowOf(scene));
  return minutes === 0 ? null : no('source-locked', { minutes });
};

export const countSource = async (scene: Scene, jurisdictionId: number, address: string): Promise<void> => {
  const key = sourceKey(address);
  const before = await lockFailures(scene.tx, jurisdictionId, key, scene.at.instant);
  const after = afterFailure(before, sourceLockOut, nowOf(scene));
  await saveSourceFailures(scene.tx, jurisdictionId, key, after, scene.at.instant);
};

/** The refusal for a locked account, or null. */
export const checkAccount = (account: Account, at: Moment) => {
  const minutes = minutesLocked(account.failures, Date.parse(at.instant));
  return minutes === 0 ? null : no('account-locked', { minutes });
};

/** Counts one failure on the account (which the transaction holds). Answers whether it is locked by it. */
export const countAccount = async (
  scene: Scene,
  jurisdictionId: number,
  account: Account,
): Promise<boolean> => {
  const after = afterFailure(account.failures, accountLockOut, nowOf(scene));
  await saveFailures(scene.tx, jurisdictionId, account.id, after);
  return after.lockedUntil !== null;
};

/** The same two steps for a user name that nobody has: the refusal, or null after which `count` adds a failure. */
export const holdUnknownName = async (scene: Scene, jurisdictionId: number, username: string) => {
  const key = nameKey(username);
  const before = await lockFailures(scene.tx, jurisdictionId, key, scene.at.instant);
  const minutes = minutesLocked(before, nowOf(scene));
  return {
    refusal: minutes === 0 ? null : no('account-locked', { minutes }),
    count: async (): Promise<boolean> => {
      const after = afterFailure(before, accountLockOut, nowOf(scene));
      await saveSourceFailures(scene.tx, jurisdictionId, key, after, scene.at.instant);
      return after.lockedUntil !== null;
    },
  };
};
