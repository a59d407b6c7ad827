/**
 * Sends the outbox. Woken by the transactions that queue something, and by its own timer for what is due later; each
 * channel of each jurisdiction is a lane of its own, so that one that hangs holds up no other (ADR 0011).
 */
import { openChannel } from '../platform/channels/open-channel.ts';
import { type Channel, channelDown } from '../platform/channels/channel.ts';
import type { OutgoingGuard } from '../platform/channels/outgoing-guard.ts';
import { jurisdictionIds } from '../platform/db/housekeeping.store.ts';
import { listen } from '../platform/db/listen.ts';
import { outboxSignal } from '../platform/db/signals.ts';
import { gather, type GatherDeps } from './gather.ts';
import { findLanes, type Lane } from './outbox.store.ts';
import { sendBatch, type SendDeps } from './send-batch.ts';

export type DispatcherDeps = GatherDeps &
  SendDeps & {
    readonly appUrl: string;
    readonly guard: OutgoingGuard;
    readonly log: (level: 'error' | 'warn' | 'info', message: string) => void;
  };

export type Dispatcher = { readonly stop: () => Promise<void> };

/** Everything is looked at once in a while, in case a wake-up was lost; in milliseconds. */
const atLeastEvery = 300_000;
const atMostEvery = 100;

const openSecrets = (deps: DispatcherDeps, lane: Lane): Record<string, string> =>
  Object.fromEntries(Object.entries(lane.secrets).map(([name, sealed]) => [name, deps.openSeal(sealed)]));

/** Credentials that cannot be opened (the key is another one) are a fault of the channel, for the administrator to see. */
const channelOf = (deps: DispatcherDeps, lane: Lane): Channel => {
  try {
    return openChannel(lane.kind, lane.settings, openSecrets(deps, lane), deps.guard);
  } catch {
    return { kind: lane.kind, send: async () => channelDown('secrets') };
  }
};

/** One adapter a lane, as long as its settings stand: it holds an access token. */
const channelKeeper = (deps: DispatcherDeps) => {
  const held = new Map<string, { readonly version: number; readonly channel: Channel }>();
  return (j: number, lane: Lane): Channel => {
    const key = `${j}/${lane.kind}`;
    const known = held.get(key);
    if (known?.version === lane.version) return known.channel;
    const channel = channelOf(deps, lane);
    held.set(key, { version: lane.version, channel });
    return channel;
  };
};

const runLane = async (
  deps: DispatcherDeps,
  j: number,
  lane: Lane,
  channel: Channel,
  stopping: () => boolean,
): Promise<boolean> => {
  const { kind } = lane;
  let probe = lane.faults >= deps.pace.patience;
  let busy = false;
  while (!stopping()) {
    const gathered = probe ? 0 : await gather(deps, j, kind);
    const { claimed, failing } = await sendBatch(deps, { j, kind, channel }, { probe, stopping });
    // What failed is due later; whether the channel is closed now, the next look at the lanes says.
    busy ||= gathered > 0 || claimed > 0;
    if (failing) return true;
    if (gathered === 0 && claimed === 0) {
      if (!probe) return busy;
      // Nothing was there to try it with but what has not been gathered yet.
      await gather(deps, j, kind);
      const tried = await sendBatch(deps, { j, kind, channel }, { probe, stopping });
      if (tried.failing || tried.claimed === 0) return tried.claimed > 0;
      busy = true;
    }
    probe = false;
  }
  return busy;
};

/** Starts what is due and is not under way; answers with the milliseconds until the next thing is. */
const startDue = async (
  deps: DispatcherDeps,
  isRunning: (j: number, lane: Lane) => boolean,
  start: (j: number, lane: Lane) => void,
): Promise<number> => {
  let next = atLeastEvery;
  for (const j of await deps.db.outside(jurisdictionIds))
    for (const lane of await deps.db.read(j, (tx) => findLanes(tx, j))) {
      if (lane.waitMs === null || isRunning(j, lane)) continue;
      if (lane.waitMs === 0) start(j, lane);
      else next = Math.min(next, lane.waitMs);
    }
  return next;
};

/** Runs `work`, and once more when it was asked for meanwhile; never twice at a time. */
const oneAtATime = (work: () => Promise<void>) => {
  let working: Promise<void> | null = null;
  let again = false;
  const ask = (): void => {
    if (working !== null) {
      again = true;
      return;
    }
    working = work().finally(() => {
      working = null;
      if (!again) return;
      again = false;
      ask();
    });
  };
  return { ask, ended: async () => working };
};

export const startDispatcher = (deps: DispatcherDeps): Dispatcher => {
  const running = new Map<string, Promise<void>>();
  const channels = channelKeeper(deps);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const stopping = (): boolean => stopped;
  const complain = (fault: unknown): void => deps.log('warn', `outbox: ${String(fault)}`);

  const lookIn = (inMs: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, Math.min(Math.max(inMs, atMostEvery), atLeastEvery));
  };
  const start = (j: number, lane: Lane): void => {
    const key = `${j}/${lane.kind}`;
    if (running.has(key)) return;
    const run = async (): Promise<void> => {
      let busy: boolean;
      try {
        busy = await runLane(deps, j, lane, channels(j, lane), stopping);
      } catch (fault) {
        complain(fault);
        // The database is away, most likely: not again in the same breath.
        lookIn(2_000);
        return;
      } finally {
        running.delete(key);
      }
      // Due and yet nothing to take: another worker is at it.
      if (busy) wake();
      else lookIn(500);
    };
    running.set(key, run());
  };
  const look = oneAtATime(async () => {
    if (stopped) return;
    try {
      lookIn(await startDue(deps, (j, lane) => running.has(`${j}/${lane.kind}`), start));
    } catch (fault) {
      complain(fault);
      lookIn(2_000);
    }
  });
  function wake(): void {
    if (!stopped) look.ask();
  }
  const ears = listen(deps.appUrl, outboxSignal, { heard: wake, up: wake });
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await ears.stop();
      await look.ended();
      await Promise.all(running.values());
    },
  };
};
