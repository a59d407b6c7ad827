import process from 'node:process';

// Ctrl-C reaches every process of the terminal, and npm and tools/bootstrap.mjs pass it on once more: what comes this
// soon after the first is the same key press.
const sameKeyPressMs = 1_000;

export type StopSignals = {
  /** The first Ctrl-C (SIGINT), SIGTERM or SIGHUP: finish what is under way, then end. */
  readonly stop: (signal: NodeJS.Signals) => void;
  /** A second one: end at once. */
  readonly force: (signal: NodeJS.Signals) => void;
};

/** Listens for the signals that ask a server to end. Returns what ends the listening. */
export const onStopSignals = ({ stop, force }: StopSignals, now: () => number = Date.now): (() => void) => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let askedAt: number | undefined;
  const ask = (signal: NodeJS.Signals): void => {
    const first = askedAt === undefined;
    if (askedAt !== undefined && now() - askedAt < sameKeyPressMs) return;
    askedAt = now();
    (first ? stop : force)(signal);
  };
  for (const signal of signals) process.on(signal, ask);
  return () => {
    for (const signal of signals) process.off(signal, ask);
  };
};
