import type { ProblemBody } from '#web/shared/api.ts';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { ConfirmIdentity } from '../account/confirm-identity.tsx';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemBody };
type Step = () => Promise<Outcome>;

/**
 * Runs a step for which the server may ask the password once more (`confirm-first`), and then runs it again.
 * `dialog` must stand in the page.
 */
export const useConfirmed = (): {
  readonly attempt: (step: Step) => Promise<Outcome>;
  readonly dialog: ReactNode;
} => {
  const [waiting, wait] = useState<Step | null>(null);
  const attempt = async (step: Step): Promise<Outcome> => {
    const outcome = await step();
    if (!outcome.ok && outcome.problem.code === 'confirm-first') wait(() => step);
    return outcome;
  };
  const goOn = (): void => {
    const step = waiting;
    wait(null);
    if (step !== null) void attempt(step);
  };
  return {
    attempt,
    dialog: <ConfirmIdentity open={waiting !== null} onConfirmed={goOn} onCancel={() => wait(null)} />,
  };
};
