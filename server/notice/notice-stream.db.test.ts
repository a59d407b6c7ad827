/** Open pages are told of notices as they come, over the product's own HTTP. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { tellAll } from '#test/support/outbox.ts';
import { createProduct, type Product } from '#test/support/product.ts';
import { openDatabase } from '../platform/db/database.ts';
import type { Sink, StreamEvent } from '../platform/event-stream.ts';
import { noticeHub } from './notice-hub.ts';

let product: Product;
let base = '';
const streams: AbortController[] = [];

beforeAll(async () => {
  product = await createProduct();
  await product.app.server.listen({ port: 0, host: '127.0.0.1' });
  const address = product.app.server.server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}, 120_000);
afterAll(() => product.close());
afterEach(() => {
  for (const stream of streams.splice(0)) stream.abort();
});

const patience = { timeout: 10_000, interval: 20 };

/** Reads a stream as a browser does; `events` grows as they come. */
const follow = async (who: string) => {
  const controller = new AbortController();
  streams.push(controller);
  const response = await fetch(`${base}/api/notices/stream`, {
    headers: { cookie: product.cookies[who] ?? '', accept: 'text/event-stream' },
    signal: controller.signal,
  });
  const events: { event: string; data: unknown }[] = [];
  const state = { ended: false };
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const found = /^event: (\w+)\ndata: (.*)$/m.exec(text.slice(0, end));
        if (found !== null) events.push({ event: found[1] ?? '', data: JSON.parse(found[2] ?? 'null') });
        text = text.slice(end + 2);
      }
    }
    state.ended = true;
  };
  if (response.ok) read().catch(() => (state.ended = true));
  return { response, events, state };
};

const notice = (name: string) => ({ personId: product.people[name] ?? 0, kind: 'assigned', matterId: null });

describe('the stream of notices', () => {
  it('is for whoever is signed in', async () => {
    const { response } = await follow('stranger');
    expect(response.status).toBe(401);
  });

  it('says at once how many are unread, then again when one comes or is read, and nothing of others’', async () => {
    const mine = await follow('leadHandler');
    expect(mine.response.headers.get('content-type')).toContain('text/event-stream');
    expect(mine.response.headers.get('cache-control')).toBe('no-store');
    expect(mine.response.headers.get('content-security-policy')).toContain("default-src 'self'");
    await vi.waitFor(
      () => expect(mine.events.at(-1)).toEqual({ event: 'unread', data: { unread: 0, latest: 0 } }),
      patience,
    );
    const others = await follow('supervisor');
    await vi.waitFor(() => expect(others.events).toHaveLength(1), patience);
    await tellAll(product, [notice('leadHandler'), notice('leadHandler')]);
    await vi.waitFor(() => expect(mine.events.at(-1)?.data).toMatchObject({ unread: 2 }), patience);
    const { latest } = (mine.events.at(-1)?.data ?? {}) as { latest: number };
    await product.ask('leadHandler', 'POST', '/api/notices/read', { body: { upTo: latest } });
    await vi.waitFor(() => expect(mine.events.at(-1)?.data).toEqual({ unread: 0, latest }), patience);
    expect(others.events).toHaveLength(1);
  });

  it('is not given to one person without limit', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => follow('otherHandler')));
    expect(all.map(({ response }) => response.status)).toEqual(Array(8).fill(200));
    const oneMore = await follow('otherHandler');
    expect(oneMore.response.status).toBe(429);
    streams[0]?.abort();
    await vi.waitFor(async () => expect((await follow('otherHandler')).response.status).toBe(200), patience);
  });

  it('tells nobody of what was rolled back', async () => {
    const mine = await follow('leadHead');
    await vi.waitFor(() => expect(mine.events).toHaveLength(1), patience);
    await tellAll(product, [notice('leadHead')], false);
    await tellAll(product, [notice('leadLeader')]);
    await tellAll(product, [notice('leadHead')]);
    await vi.waitFor(() => expect(mine.events.length).toBeGreaterThan(1), patience);
    expect(mine.events.slice(1).map(({ data }) => (data as { unread: number }).unread)).toEqual([1]);
  });
});

it('a connection that takes no heartbeat any more gives its place back', async () => {
  const db = openDatabase(product.database.appUrl, 2);
  const hub = noticeHub({ db, appUrl: product.database.appUrl, alive: async () => [1], beatEvery: 30 });
  const { jurisdictionId } = product.place;
  const personId = product.people['leadOffice'] ?? 0;
  const actor = { jurisdictionId, personId, name: '', grants: [], via: 'session' } as const;
  let dead = 0;
  let beats = 0;
  const gone: Sink = {
    send: () => false,
    beat: () => false,
    end: () => {
      dead += 1;
    },
  };
  const well: Sink = { send: () => true, beat: () => (beats += 1) > 0, end: () => undefined };
  const closes = Array.from({ length: 7 }, () => hub.attach(actor, 1, gone));
  hub.attach(actor, 1, well);
  expect(hub.hasRoom(actor)).toBe(false);
  await vi.waitFor(() => expect(hub.hasRoom(actor)).toBe(true), patience);
  expect(dead).toBe(7);
  // What its own end says afterwards takes nobody else away.
  for (const close of closes) close();
  const before = beats;
  await vi.waitFor(() => expect(beats).toBeGreaterThan(before + 1), patience);
  expect(dead).toBe(7);
  await hub.stop();
  await db.close();
});

it('a stream ends when its session does', async () => {
  const db = openDatabase(product.database.appUrl, 2);
  let alive: readonly number[] = [1];
  const hub = noticeHub({ db, appUrl: product.database.appUrl, alive: async () => alive, beatEvery: 30 });
  const sent: StreamEvent[] = [];
  let beats = 0;
  let ended = false;
  const sink: Sink = {
    send: (event) => sent.push(event) > 0,
    beat: () => {
      beats += 1;
      return true;
    },
    end: () => {
      ended = true;
    },
  };
  const actor = {
    jurisdictionId: product.place.jurisdictionId,
    personId: product.people['leadOffice'] ?? 0,
    name: '',
    grants: [],
    via: 'session',
  } as const;
  hub.attach(actor, 1, sink);
  await vi.waitFor(() => expect(beats).toBeGreaterThan(1), patience);
  expect(ended).toBe(false);
  alive = [];
  await vi.waitFor(() => expect(ended).toBe(true), patience);
  expect(sent.at(-1)?.event).toBe('over');
  await hub.stop();
  await db.close();
});
