/** Sends what has been claimed, outside of any transaction, and writes down what became of each. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelKind } from '#contract/channel-fields.ts';
import type { Channel, Outcome } from '../platform/channels/channel.ts';
import { channelDown } from '../platform/channels/channel.ts';
import type { Db, Tx } from '../platform/db/database.ts';
import {
  type Claimed,
  claimMessages,
  markEnded,
  markFailed,
  markSent,
  noteFault,
  noteWorked,
  type Pace,
  release,
} from './outbox.store.ts';

export type SendDeps = {
  readonly db: Db;
  readonly openSeal: (sealed: string) => string;
  readonly pace: Pace;
  /** How long a claim holds; one attempt gets a fifth of it, so that a batch ends before its claim does. */
  readonly leaseMs: number;
};

export type LaneChannel = { readonly j: number; readonly kind: ChannelKind; readonly channel: Channel };

const width = 4;
const batch = 16;

const addressOf = (deps: SendDeps, { toSealed }: Claimed): string | null => {
  if (toSealed === null) return null;
  try {
    return deps.openSeal(toSealed);
  } catch {
    return null;
  }
};

/** An adapter that keeps no promise of time still ends: the claim may not outlive its batch. */
const inTime = async (work: (signal: AbortSignal) => Promise<Outcome>, limit: number): Promise<Outcome> => {
  const ended = new AbortController();
  const timer = sleep(limit + 500, null, { signal: ended.signal }).then(
    () => channelDown('timeout'),
    () => channelDown('timeout'),
  );
  try {
    return await Promise.race([work(AbortSignal.timeout(limit)), timer]);
  } catch (fault) {
    return channelDown(fault instanceof Error ? fault.name : 'fault');
  } finally {
    ended.abort();
  }
};

const attempt = async (
  deps: SendDeps,
  { kind, channel }: LaneChannel,
  message: Claimed,
): Promise<Outcome | 'dropped'> => {
  if (!message.active) return 'dropped';
  const to = kind === 'webhook' ? '' : addressOf(deps, message);
  if (to === null) return 'dropped';
  return inTime(
    (signal) =>
      channel.send({ id: message.id, to, content: message.content, repeated: message.repeated }, signal),
    deps.leaseMs / 5,
  );
};

const settle = async (
  tx: Tx,
  deps: SendDeps,
  { j, kind }: LaneChannel,
  message: Claimed,
  outcome: Outcome | 'dropped',
): Promise<void> => {
  const place = { j, id: message.id, claim: message.claim };
  if (outcome === 'dropped') return markEnded(tx, place, 'dropped', 'off');
  switch (outcome.outcome) {
    case 'delivered':
      await markSent(tx, place);
      return noteWorked(tx, j, kind, deps.pace);
    case 'refused':
      await markEnded(tx, place, 'dead', outcome.reason);
      return noteWorked(tx, j, kind, deps.pace);
    case 'retry': {
      const { reason, blame, afterMs = 0 } = outcome;
      await markFailed(tx, place, { reason, blame, afterMs }, deps.pace);
      if (blame === 'channel') await noteFault(tx, j, kind, reason, deps.pace);
      return undefined;
    }
  }
};

const write = (db: Db, j: number, work: (tx: Tx) => Promise<void>): Promise<void> =>
  db.write(j, async (tx) => {
    await work(tx);
    return { keep: true, value: undefined };
  });

/**
 * Claims one batch and sends it; answers with how many were claimed. `probe`: the channel has just failed, so one
 * message finds out whether it is back. After `patience` faults the rest of a batch is given back untried.
 */
export const sendBatch = async (
  deps: SendDeps,
  lane: LaneChannel,
  { probe, stopping }: { readonly probe: boolean; readonly stopping: () => boolean },
): Promise<{ readonly claimed: number; readonly failing: boolean }> => {
  const { j, kind } = lane;
  const most = probe ? 1 : batch;
  const claimed = await deps.db.write(j, async (tx) => ({
    keep: true,
    value: await claimMessages(tx, { j, kind, most, leaseMs: deps.leaseMs }),
  }));
  const left = [...claimed];
  let faults = 0;
  const hand = async (): Promise<void> => {
    for (let message = left.shift(); message !== undefined; message = left.shift()) {
      const { id, claim } = message;
      if (stopping() || faults >= deps.pace.patience) {
        await write(deps.db, j, (tx) => release(tx, { j, id, claim }));
        continue;
      }
      const outcome = await attempt(deps, lane, message);
      if (outcome !== 'dropped' && outcome.outcome === 'retry' && outcome.blame === 'channel') faults += 1;
      const own = message;
      await write(deps.db, j, (tx) => settle(tx, deps, lane, own, outcome));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, claimed.length) }, hand));
  return { claimed: claimed.length, failing: faults > 0 };
};
