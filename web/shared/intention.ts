/**
 * One key for one intention. Pressing twice, or again after the connection broke, sends the same key, so the server
 * does the thing once; changed content, or a definite answer, begins a new intention.
 */
export type Intention = {
  /** The key for this content: the one of the last unanswered press if nothing changed since. */
  readonly keyFor: (content: unknown) => string;
  /** A definite answer came, yes or no: the next press is a new intention. */
  readonly settle: () => void;
};

export const newIntention = (makeKey: () => string): Intention => {
  let held: { readonly print: string; readonly key: string } | null = null;
  return {
    keyFor: (content) => {
      const print = JSON.stringify(content) ?? '';
      if (held === null || held.print !== print) held = { print, key: makeKey() };
      return held.key;
    },
    settle: () => {
      held = null;
    },
  };
};

/** Whether a failed call may have taken effect all the same: no answer, or a fault on the way to one. */
export const isOpen = (status: number): boolean => status === 0 || status >= 500;
