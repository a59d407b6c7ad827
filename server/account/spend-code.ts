import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import type { AccountDeps } from './account-deps.ts';
import { type Account, updateAccount } from './account.store.ts';
import { stepOfCode } from './totp.ts';

/** Uses a code up. The transaction holds the account, so that of two parallel uses one is a repeat. */
export const spendCode = async (
  deps: AccountDeps,
  scene: { readonly tx: Tx; readonly at: Moment },
  jurisdictionId: number,
  account: Account,
  code: string,
): Promise<boolean> => {
  if (account.totpSealed === null) return false;
  const secret = deps.sealer.open(account.totpSealed);
  const step = stepOfCode(secret, code, Date.parse(scene.at.instant), account.totpLastStep);
  if (step === null) return false;
  await updateAccount(scene.tx, jurisdictionId, account.id, { totp_last_step: step });
  return true;
};
