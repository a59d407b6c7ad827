/**
 * Keeps what is filled in: at once on the device, shortly after on the server, one save at a time, again and again
 * until it has arrived. Time, storage and the server are given, so that every order of events can be tried.
 */

/** `kept`: not on the server yet, which could not be reached. `refused`: the server will not take this content. */
export type SaveState = 'saved' | 'typed' | 'saving' | 'kept' | 'refused';

export type Kept<T> = { readonly content: T; readonly state: SaveState; readonly refusal: string };

export type Sent =
  | { readonly outcome: 'stored' }
  /** Nobody can say whether it arrived, or it may arrive later: it is sent again. */
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'refused'; readonly detail: string };

export type KeeperPorts<T> = {
  readonly send: (content: T) => Promise<Sent>;
  readonly keep: (content: T) => void;
  readonly drop: () => void;
  /** Calls back after so many milliseconds; the answer takes that back. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
};

export type Keeper<T> = {
  readonly now: () => Kept<T>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (content: T) => void;
  /** Sends at once what has not arrived. */
  readonly flush: () => Promise<void>;
  /** The rating is sealed: nothing is sent or kept any more. */
  readonly stop: () => void;
};

export const saveAfter = 900;
export const retryAfter = 10_000;

type After = { readonly state: SaveState; readonly refusal: string; readonly again: number | null };

/** What a finished attempt leads to. `unsent`: the form differs from what arrived; `changed`: from what was sent. */
const afterSend = (sent: Sent, unsent: boolean, changed: boolean): After => {
  if (!unsent) return { state: 'saved', refusal: '', again: null };
  if (sent.outcome === 'unreachable') return { state: 'kept', refusal: '', again: retryAfter };
  if (sent.outcome === 'refused' && !changed) return { state: 'refused', refusal: sent.detail, again: null };
  return { state: 'typed', refusal: '', again: saveAfter };
};

const newListeners = () => {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (): void => {
      for (const listener of listeners) listener();
    },
  };
};

/** `onServer`: what the server has; `unsent`: what an earlier visit could not send, or null. */
export const newKeeper = <T>(onServer: T, unsent: T | null, ports: KeeperPorts<T>): Keeper<T> => {
  const print = (content: T): string => JSON.stringify(content);
  const { subscribe, tell } = newListeners();
  let arrived = print(onServer);
  let kept: Kept<T> = { content: unsent ?? onServer, state: 'saved', refusal: '' };
  let running: Promise<void> | null = null;
  let forget = (): void => undefined;
  let stopped = false;

  const isUnsent = (): boolean => print(kept.content) !== arrived;
  const set = (change: Partial<Kept<T>>): void => {
    kept = { ...kept, ...change };
    tell();
  };
  const schedule = (milliseconds: number): void => {
    forget();
    forget = ports.later(() => void flush(), milliseconds);
  };

  const send = async (): Promise<void> => {
    const { content } = kept;
    set({ state: 'saving', refusal: '' });
    const sent = await ports.send(content);
    if (stopped) return;
    if (sent.outcome === 'stored') arrived = print(content);
    const { again, ...next } = afterSend(sent, isUnsent(), print(kept.content) !== print(content));
    if (next.state === 'saved') ports.drop();
    set(next);
    if (again !== null) schedule(again);
  };

  const flush = async (): Promise<void> => {
    forget();
    if (running !== null) await running;
    if (stopped || !isUnsent()) return;
    running ??= send().finally(() => {
      running = null;
    });
    await running;
  };

  const change = (content: T): void => {
    if (stopped) return;
    const busy = running !== null;
    kept = { ...kept, content };
    // What is on its way may arrive after this: only a save that has settled may take the device's copy away.
    if (isUnsent() || busy) ports.keep(content);
    else ports.drop();
    set({ state: busy ? 'saving' : isUnsent() ? 'typed' : 'saved', refusal: '' });
    if (!busy) schedule(saveAfter);
  };

  const stop = (): void => {
    stopped = true;
    forget();
    ports.drop();
  };

  if (isUnsent()) {
    kept = { ...kept, state: 'typed' };
    schedule(saveAfter);
  }
  return { now: () => kept, subscribe, change, flush, stop };
};
