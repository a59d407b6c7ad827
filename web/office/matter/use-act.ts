import type { Endpoint, ResponseOf } from '#contract/endpoint.ts';
import { type Command, useCommand } from '#web/shared/use-command.ts';
import { useQueryClient } from '@tanstack/react-query';

/**
 * A command on the matter of this page. What it changed is read again; so is the page when the command came too
 * late, because the person must see what somebody else did before he presses once more.
 */
export const useAct = <const E extends Endpoint>(
  endpoint: E,
  onDone?: (value: ResponseOf<E>) => void,
): Command<E> => {
  const client = useQueryClient();
  return useCommand<E>(endpoint, {
    ...(onDone === undefined ? {} : { onDone }),
    onRefused: ({ code }) => {
      if (code === 'stale' || code === 'wrong-state')
        void client.invalidateQueries({ queryKey: ['getMatter'] });
    },
  });
};
