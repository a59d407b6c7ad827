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

/** `onServer`: what the server has; `unsent`: what an earlier visit could not send, or null. */
export const newKeeper = <T>(onServer: T, unsent: T | null, ports: KeeperPorts<T>): Keeper<T> => {
  const print = (content: T): string => JSON.stringify(content);
  let arrived = print(onServer);
  let kept: Kept<T> = { content: unsent ?? onServer, state: 'saved', refusal: '' };
  let running: Promise<void> | null = null;
  let forget = (): void => undefined;
  let stopped = false;
  const listeners = new Set<() => void>();

  const set = (state: SaveState, refusal = ''): void => {
    kept = { ...kept, state, refusal };
    for (const listener of listeners) listener();
  };

  const isUnsent = (): boolean => print(kept.content) !== arrived;

  const schedule = (milliseconds: number): void => {
    forget();
    forget = ports.later(() => void flush(), milliseconds);
  };

  const sendOnce = async (): Promise<void> => {
    const content = kept.content;
    set('saving');
    const sent = await ports.send(content);
    if (stopped) return;
    if (sent.outcome === 'stored') arrived = print(content);
    if (!isUnsent()) {
      ports.drop();
      set('saved');
    } else if (sent.outcome === 'unreachable') {
      set('kept');
      schedule(retryAfter);
    } else if (sent.outcome === 'refused' && print(kept.content) === print(content)) {
      set('refused', sent.detail);
    } else {
      set('typed');
      schedule(saveAfter);
    }
  };

  const flush = async (): Promise<void> => {
    forget();
    if (running !== null) await running;
    if (stopped || !isUnsent()) return;
    running ??= sendOnce().finally(() => {
      running = null;
    });
    await running;
  };

  if (isUnsent()) {
    kept = { ...kept, state: 'typed' };
    schedule(saveAfter);
  }

  return {
    now: () => kept,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (content) => {
      if (stopped) return;
      kept = { ...kept, content };
      // What is on its way may arrive after this: only a save that has settled may take the device's copy away.
      if (isUnsent() || running !== null) ports.keep(content);
      else ports.drop();
      if (running === null) {
        set(isUnsent() ? 'typed' : 'saved');
        schedule(saveAfter);
      } else set('saving');
    },
    flush,
    stop: () => {
      stopped = true;
      forget();
      ports.drop();
    },
  };
};
