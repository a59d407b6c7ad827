import type { ChildProcess } from 'node:child_process';
import {
  type Ended,
  endProcess,
  HelperFault,
  type HelperOptions,
  hold,
  sendOrder,
  startProcess,
} from './helper-process.ts';
import type { HelperAnswer } from './serve-orders.ts';

/** One process that carries out orders, one after another, in the order in which they were given. */
export type Helper<Order, Answer> = {
  /** Rejects with a `HelperFault`; an order that cannot be sent (a function in it) rejects alone. */
  readonly run: (order: Order) => Promise<Answer>;
  /** Ends the process; what still waits is rejected. */
  readonly close: () => Promise<void>;
};

type Waiting<Order, Answer> = {
  readonly order: Order;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: Error) => void;
};

/**
 * Starts the process on the first order. One that dies or hangs fails the order at hand only; the next order starts
 * another.
 */
export const createHelper = <Order, Answer>(options: HelperOptions): Helper<Order, Answer> => {
  const { name, patience } = options;
  const queue: Waiting<Order, Answer>[] = [];
  let child: ChildProcess | undefined;
  let current: Waiting<Order, Answer> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const settle = (finish: (waiting: Waiting<Order, Answer>) => void): void => {
    clearTimeout(timer);
    const done = current;
    current = undefined;
    if (done !== undefined) finish(done);
    next();
  };

  const drop: Ended = (from, fault) => {
    if (child !== from) return;
    child = undefined;
    void endProcess(from);
    settle((waiting) => waiting.reject(fault));
  };

  const hear = (from: ChildProcess, answer: HelperAnswer): void => {
    if (child !== from) return;
    settle((waiting) =>
      answer.ok
        ? waiting.resolve(answer.answer as Answer)
        : waiting.reject(new HelperFault('failed', answer.fault)),
    );
  };

  const next = (): void => {
    const waiting = current === undefined ? queue.shift() : undefined;
    if (waiting === undefined) {
      if (current === undefined && child !== undefined) hold(child, false);
      return;
    }
    const at = child ?? startProcess(options, hear, drop);
    child = at;
    current = waiting;
    hold(at, true);
    const tooSlow = new HelperFault('tooSlow', `${name} took over ${patience} ms`);
    timer = setTimeout(drop, patience, at, tooSlow);
    const unsendable = sendOrder(at, waiting.order);
    if (unsendable !== null) settle(() => waiting.reject(unsendable));
  };

  return {
    run: (order) =>
      new Promise<Answer>((resolve, reject) => {
        queue.push({ order, resolve, reject });
        next();
      }),
    close: async () => {
      const ended = child;
      child = undefined;
      clearTimeout(timer);
      const fault = new HelperFault('closed', `${name} is closed`);
      for (const waiting of [...(current ? [current] : []), ...queue.splice(0)]) waiting.reject(fault);
      current = undefined;
      if (ended !== undefined) await endProcess(ended);
    },
  };
};

/** One order to a process that ends with it. */
export const helpOnce = async <Answer>(options: HelperOptions, order: unknown): Promise<Answer> => {
  const helper = createHelper<unknown, Answer>(options);
  try {
    return await helper.run(order);
  } finally {
    await helper.close();
  }
};
