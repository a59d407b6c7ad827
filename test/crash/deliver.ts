/**
 * Writes notices while the worker that delivers them is killed again and again, and asks the receiver what came. The
 * receiver fails now and then, and now and then takes a message without saying so.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { webhookReceiver, type WebhookReceiver } from '../support/fakes/webhook-receiver.ts';
import { tellAll, useChannel } from '../support/outbox.ts';
import { createProduct, type Product } from '../support/product.ts';

export type DeliverReport = {
  readonly kills: number;
  readonly notices: number;
  readonly messages: number;
  /** Messages that the receiver got more than once and dropped by their id. */
  readonly repeated: number;
  readonly missing: number;
  /** Notices that came under two ids: a reader would see them twice. */
  readonly doubled: number;
  /** Notices of transactions that were rolled back. */
  readonly ghosts: number;
  /** Ids with two contents, and wrong signatures. */
  readonly faults: readonly string[];
  readonly seconds: number;
};

const root = path.resolve(import.meta.dirname, '../..');
const secret = `whsec_${randomBytes(32).toString('base64')}`;

const startWorker = (product: Product): ChildProcess =>
  spawn(process.execPath, ['test/crash/deliver-worker.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DELIVER_APP_URL: product.database.appUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const ready = async (worker: ChildProcess): Promise<void> => {
  const ended = new AbortController();
  const { signal } = ended;
  const gone = once(worker, 'exit', { signal }).then(
    () => Promise.reject(new Error('The worker ended by itself')),
    () => undefined,
  );
  try {
    await Promise.race([once(worker.stdout ?? worker, 'data', { signal }), gone]);
  } finally {
    ended.abort();
  }
};

/** Until the worker is sending, and a random while longer: a kill is to come in the middle of something. */
const atWork = async (asked: () => number): Promise<void> => {
  const before = asked();
  const until = Date.now() + 8_000;
  while (asked() === before && Date.now() < until) await sleep(5);
  await sleep(Math.random() * 500);
};

const kill = async (worker: ChildProcess): Promise<void> => {
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
};

/** Some urgent, one batch in five rolled back. */
const write = async (product: Product, count: number): Promise<void> => {
  const people = Object.values(product.people);
  for (let left = count; left > 0; left -= 25) {
    const notices = Array.from({ length: Math.min(25, left) }, (_, n) => ({
      personId: people[Math.floor(Math.random() * people.length)] ?? 0,
      kind: 'assigned',
      matterId: null,
      urgent: n % 10 === 0,
    }));
    if (Math.random() < 0.2) await tellAll(product, notices, false);
    await tellAll(product, notices);
    await sleep(Math.random() * 20);
  }
};

const idsIn = (body: string): readonly number[] =>
  (JSON.parse(body) as { data: { notices: { id: number }[] } }).data.notices.map(({ id }) => id);

const storedIds = (product: Product): Promise<readonly number[]> =>
  product.app.db.read(product.place.jurisdictionId, async (tx) => {
    const rows = await tx.selectFrom('notice').select('id').execute();
    return rows.map(({ id }) => id);
  });

const isDone = (product: Product): Promise<boolean> =>
  product.app.db.read(product.place.jurisdictionId, async (tx) => {
    const message = await tx
      .selectFrom('channel_message')
      .select('id')
      .where('state', '=', 'waiting')
      .limit(1)
      .execute();
    const delivery = await tx
      .selectFrom('delivery')
      .select('id')
      .where('message_id', 'is', null)
      .limit(1)
      .execute();
    return message.length === 0 && delivery.length === 0;
  });

/** Until nothing waits any more. What still waits is late, not lost; it is a fault only when nothing moves. */
const drain = async (product: Product, receiver: WebhookReceiver): Promise<void> => {
  let last = { seen: -1, at: Date.now() };
  while (!(await isDone(product))) {
    if (receiver.seen.size !== last.seen) last = { seen: receiver.seen.size, at: Date.now() };
    if (Date.now() - last.at > 60_000) throw new Error('Messages wait, and none has come for a minute');
    await sleep(200);
  }
};

const report = async (
  product: Product,
  receiver: WebhookReceiver,
  kills: number,
  seconds: number,
): Promise<DeliverReport> => {
  const stored = new Set(await storedIds(product));
  const seen = [...receiver.seen.values()];
  const came = seen.flatMap(({ body }) => idsIn(body));
  const distinct = new Set(came);
  return {
    kills,
    notices: stored.size,
    messages: seen.length,
    repeated: seen.filter(({ times }) => times > 1).length,
    missing: [...stored].filter((id) => !distinct.has(id)).length,
    doubled: came.length - distinct.size,
    ghosts: [...distinct].filter((id) => !stored.has(id)).length,
    faults: receiver.faults,
    seconds: Math.round(seconds),
  };
};

/** Runs it: so many kills while so many notices are written; the database is dropped afterwards. */
export const deliver = async (
  kills: number,
  notices: number,
  progress: (killed: number, messages: number) => void = () => undefined,
): Promise<DeliverReport> => {
  const product = await createProduct();
  const receiver = await webhookReceiver([secret]);
  let asked = 0;
  receiver.behave = () => {
    asked += 1;
    const dice = Math.random();
    if (dice < 0.03) return 'fail';
    return dice < 0.1 ? 'take-and-hang-up' : 'take';
  };
  const began = Date.now();
  await useChannel(product, 'webhook', { url: receiver.url }, { secret });
  let worker = startWorker(product);
  try {
    for (let round = 0; round < kills; round += 1) {
      await ready(worker);
      await Promise.all([write(product, Math.ceil(notices / kills)), atWork(() => asked)]);
      await kill(worker);
      worker = startWorker(product);
      progress(round + 1, receiver.seen.size);
    }
    await drain(product, receiver);
    return await report(product, receiver, kills, (Date.now() - began) / 1_000);
  } finally {
    await kill(worker);
    await receiver.close();
    await product.close();
  }
};
