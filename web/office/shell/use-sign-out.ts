import { signOut } from '#contract/account.ts';
import { acting } from '#web/shared/acting.ts';
import { call } from '#web/shared/api.ts';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { problemOf } from '#web/shared/ui/problem-advice.ts';
import { paths } from '../paths.ts';

/** Signs out and loads the sign-in page afresh, so that nothing of this person's stays in the tab. */
export const useSignOut = (): (() => Promise<void>) => {
  const show = useProblemNotice();
  return async () => {
    try {
      await call(signOut, { body: {} });
      acting.set(null);
      window.location.assign(paths.signIn());
    } catch (fault) {
      show(problemOf(fault));
    }
  };
};
