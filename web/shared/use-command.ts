import type { Endpoint, ResponseOf } from '#contract/endpoint.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, type CallFields, call, newKey, type ProblemBody } from './api.ts';
import { isOpen, newIntention } from './intention.ts';

export type CommandFields<E extends Endpoint> = Omit<CallFields<E>, 'key' | 'signal'>;

export type CommandOutcome<E extends Endpoint> =
  | { readonly ok: true; readonly value: ResponseOf<E> }
  | { readonly ok: false; readonly problem: ProblemBody };

export type Command<E extends Endpoint> = {
  /** Never rejects for a refusal or a lost connection: the outcome says it. A press while one runs joins that one. */
  readonly run: (given: CommandFields<E>) => Promise<CommandOutcome<E>>;
  readonly pending: boolean;
  /** The last refusal or fault, until the next press. */
  readonly problem: ProblemBody | null;
  readonly forget: () => void;
};

export type CommandOptions<E extends Endpoint> = {
  readonly onDone?: (value: ResponseOf<E>) => void;
  /** For refusals that the page does not show inline. */
  readonly onRefused?: (problem: ProblemBody) => void;
  /** Ids of the endpoints whose answers are stale afterwards; all of the page's when absent. */
  readonly refreshes?: readonly string[];
};

/** Sends a command of the contract with one idempotency key for each intention, and refreshes what it changed. */
export const useCommand = <const E extends Endpoint>(
  endpoint: E,
  { onDone, onRefused, refreshes }: CommandOptions<E> = {},
): Command<E> => {
  const client = useQueryClient();
  const [intention] = useState(() => newIntention(newKey));
  const running = useRef<Promise<CommandOutcome<E>> | null>(null);
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (given: CommandFields<E>) =>
      call<E>(endpoint, {
        ...given,
        key: intention.keyFor([given.params, given.query, given.body, given.version]),
      }),
  });

  const refresh = (): void => {
    void client.invalidateQueries({
      predicate: ({ queryKey }) => refreshes === undefined || refreshes.includes(String(queryKey[0])),
    });
  };

  const send = async (given: CommandFields<E>): Promise<CommandOutcome<E>> => {
    setProblem(null);
    try {
      const value = await mutateAsync(given);
      intention.settle();
      refresh();
      onDone?.(value);
      return { ok: true, value };
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      if (!isOpen(fault.problem.status)) intention.settle();
      setProblem(fault.problem);
      onRefused?.(fault.problem);
      return { ok: false, problem: fault.problem };
    }
  };

  const run = (given: CommandFields<E>): Promise<CommandOutcome<E>> => {
    running.current ??= send(given).finally(() => {
      running.current = null;
    });
    return running.current;
  };

  return { run, pending: isPending, problem, forget: () => setProblem(null) };
};
