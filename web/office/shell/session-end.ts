/** Whether the session ended under an open page: then the page stays, and a sign-in form is laid over it. */

let ended = false;
const listeners = new Set<() => void>();

const set = (next: boolean): void => {
  if (ended === next) return;
  ended = next;
  for (const listener of listeners) listener();
};

export const sessionEnd = {
  now: (): boolean => ended,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  report: (): void => set(true),
  over: (): void => set(false),
};
