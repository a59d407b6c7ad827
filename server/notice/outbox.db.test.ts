/** The outbox from the notice to the receiver: nothing lost, nothing twice, nobody held up by another. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeMailServer, type FakeMailServer } from '#test/support/fakes/mail-server.ts';
import { type WebhookReceiver, webhookReceiver } from '#test/support/fakes/webhook-receiver.ts';
import { bringTo } from '#test/support/one-matter.ts';
import { choose, startTestDispatcher, tellAll, useChannel } from '#test/support/outbox.ts';
import { createProduct, type Product } from '#test/support/product.ts';
import { sql } from 'kysely';
import type { Dispatcher } from './dispatcher.ts';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

let product: Product;
let receiver: WebhookReceiver;
let mail: FakeMailServer;
const dispatchers: Dispatcher[] = [];

beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());
beforeEach(async () => {
  receiver = await webhookReceiver([secret]);
  mail = await fakeMailServer({ user: 'luoshi', password: 'secret' });
});
afterEach(async () => {
  await Promise.all(dispatchers.splice(0).map((one) => one.stop()));
  await receiver.close();
  await mail.close();
  await inDatabase(
    'delete from delivery; delete from channel_message; delete from channel; delete from person_channel; delete from notice',
  );
});

const start = (over = {}): Dispatcher => {
  const one = startTestDispatcher(product, over);
  dispatchers.push(one);
  return one;
};
const inDatabase = <Row>(text: string): Promise<readonly Row[]> =>
  product.app.db.write(product.place.jurisdictionId, async (tx) => {
    let rows: readonly Row[] = [];
    for (const statement of text.split(';')) ({ rows } = await sql<Row>`${sql.raw(statement)}`.execute(tx));
    return { keep: true, value: rows };
  });
const person = (name: string): number => product.people[name] ?? 0;
const notices = (names: readonly string[], each: number, over = {}) =>
  names.flatMap((name) =>
    Array.from({ length: each }, () => ({
      personId: person(name),
      kind: 'assigned',
      matterId: null,
      ...over,
    })),
  );
const useWebhook = (): Promise<number> => useChannel(product, 'webhook', { url: receiver.url }, { secret });
const useMail = (digestMinutes = 0): Promise<number> =>
  useChannel(
    product,
    'mail',
    { host: '127.0.0.1', port: String(mail.port), security: 'none', from: 'l@example.cn', user: 'luoshi' },
    { password: 'secret' },
    digestMinutes,
  );
const idsSeen = (): number[] =>
  [...receiver.seen.values()].flatMap(({ body }) =>
    (JSON.parse(body) as { data: { notices: { id: number }[] } }).data.notices.map(({ id }) => id),
  );
const patience = { timeout: 15_000, interval: 50 };

describe('what is queued', () => {
  it('goes with the notice in one transaction: a rollback leaves neither', async () => {
    await useWebhook();
    await tellAll(product, notices(['leadHandler'], 3), false);
    expect(await inDatabase('select 1 from notice union all select 1 from delivery')).toEqual([]);
    await tellAll(product, notices(['leadHandler'], 3));
    expect(await inDatabase('select 1 from delivery')).toHaveLength(3);
  });

  it('a command queues for whoever has chosen a channel, and for nobody else', async () => {
    await useMail();
    await choose(product, person('leadOffice'), 'mail', 'lead@example.cn');
    await choose(product, person('assistOffice'), 'mail', 'assist@example.cn', {
      ordinary: false,
      urgent: true,
    });
    await bringTo(product, 'assigned');
    const queued = await inDatabase<{ person_id: number }>('select person_id from delivery');
    expect(queued.map((row) => row.person_id)).toEqual([person('leadOffice')]);
  });

  it('is never queued twice for one channel', async () => {
    await useWebhook();
    await tellAll(product, notices(['leadHandler'], 1));
    await expect(
      inDatabase(`insert into delivery (jurisdiction_id, notice_id, person_id, channel, urgent, not_before, ready_at)
        select jurisdiction_id, notice_id, person_id, channel, urgent, not_before, ready_at from delivery`),
    ).rejects.toThrow(/duplicate key/);
  });
});

describe('a person', () => {
  it('gets what waits for him in one message, urgent notices each alone', async () => {
    await useWebhook();
    await tellAll(product, [
      ...notices(['leadHandler', 'supervisor'], 4),
      ...notices(['leadHandler'], 2, { urgent: true }),
    ]);
    start();
    await vi.waitFor(() => expect(idsSeen()).toHaveLength(10), patience);
    const sizes = [...receiver.seen.values()].map(({ body }) => {
      const { type, data } = JSON.parse(body) as {
        type: string;
        data: { notices: unknown[]; person: { name: string } };
      };
      return `${type} ${data.person.name} ${data.notices.length}`;
    });
    expect(sizes.sort()).toEqual([
      'notices.digest leadHandler 4',
      'notices.digest supervisor 4',
      'notices.urgent leadHandler 1',
      'notices.urgent leadHandler 1',
    ]);
  });

  it('is told of the matter only while he stands to it, and by its number and title alone', async () => {
    const matter = await bringTo(product, 'assigned');
    await useWebhook();
    await tellAll(product, [
      { personId: person('leadOffice'), kind: 'assigned', matterId: matter.matterId },
      { personId: person('otherOffice'), kind: 'assigned', matterId: matter.matterId },
    ]);
    start();
    await vi.waitFor(() => expect(receiver.seen.size).toBe(2), patience);
    const told = new Map(
      [...receiver.seen.values()].map(({ body }) => {
        const { data } = JSON.parse(body) as {
          data: {
            person: { name: string };
            notices: { caseNo: string | null; title: string | null; link: string | null }[];
          };
        };
        return [data.person.name, data.notices[0]];
      }),
    );
    expect(told.get('leadOffice')).toMatchObject({
      caseNo: expect.any(String),
      title: expect.any(String),
      link: `https://luoshi.example.cn/matters/${matter.matterId}`,
    });
    expect(told.get('otherOffice')).toMatchObject({ caseNo: null, title: null, link: null });
  });

  it('who switches a channel off is no longer told by it, not even of what was queued before', async () => {
    await useMail();
    await choose(product, person('leadOffice'), 'mail', 'lead@example.cn');
    await choose(product, person('supervisor'), 'mail', 'super@example.cn');
    await tellAll(product, notices(['leadOffice', 'supervisor'], 1));
    await choose(product, person('leadOffice'), 'mail', 'lead@example.cn', {
      ordinary: false,
      urgent: false,
    });
    start();
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), patience);
    expect(mail.mails[0]?.to).toEqual(['super@example.cn']);
    await vi.waitFor(
      async () =>
        expect(await inDatabase('select dropped from delivery order by dropped')).toEqual([
          { dropped: 'off' },
          { dropped: null },
        ]),
      patience,
    );
  });

  it('waits as long as he may not be told, and until his notices are collected', async () => {
    await useMail(30);
    await choose(product, person('leadOffice'), 'mail', 'lead@example.cn');
    await tellAll(product, [
      ...notices(['leadOffice'], 1),
      ...notices(['leadOffice'], 1, { urgent: true, notBefore: '2999-01-01T00:00:00.000Z' }),
      ...notices(['leadOffice'], 1, { urgent: true }),
    ]);
    start();
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), patience);
    await vi.waitFor(
      async () =>
        expect(
          await inDatabase(
            "select urgent, ready_at < now() + interval '31 minutes' as soon from delivery where message_id is null order by urgent",
          ),
        ).toEqual([
          { urgent: false, soon: true },
          { urgent: true, soon: false },
        ]),
      patience,
    );
  });
});

describe('a provider that is down', () => {
  it('holds up no other channel, and catches up when it is back', async () => {
    await useMail();
    await choose(product, person('leadOffice'), 'mail', 'lead@example.cn');
    await useWebhook();
    receiver.behave = () => 'fail';
    await tellAll(product, notices(['leadOffice', 'supervisor', 'leadHandler'], 5));
    start();
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), patience);
    await vi.waitFor(async () => {
      const [row] = await inDatabase<{ faults: number; fault: string }>(
        "select faults, fault from channel where kind = 'webhook'",
      );
      expect(row?.faults).toBeGreaterThanOrEqual(3);
      expect(row?.fault).toBe('http-500');
    }, patience);
    expect(receiver.seen.size).toBe(0);
    receiver.behave = () => 'take';
    await vi.waitFor(() => expect(new Set(idsSeen()).size).toBe(15), patience);
    await vi.waitFor(
      async () =>
        expect(
          await inDatabase(
            "select 1 from channel where kind = 'webhook' and faults = 0 and closed_until is null",
          ),
        ).toHaveLength(1),
      patience,
    );
  });

  it('that hangs holds up no other channel', async () => {
    await useMail();
    await choose(product, person('leadOffice'), 'mail', 'lead@example.cn');
    await useWebhook();
    receiver.behave = () => 'hang';
    await tellAll(product, notices(['leadOffice'], 2));
    start();
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), patience);
    expect(receiver.seen.size).toBe(0);
  });

  it('that took a message and did not say so gets the same one again, and drops it', async () => {
    await useWebhook();
    let asked = 0;
    receiver.behave = () => {
      asked += 1;
      return asked === 1 ? 'take-and-hang-up' : 'take';
    };
    await tellAll(product, notices(['leadOffice'], 3));
    start();
    await vi.waitFor(
      async () =>
        expect(await inDatabase("select 1 from channel_message where state = 'sent'")).toHaveLength(1),
      patience,
    );
    expect([...receiver.seen.values()].map(({ times }) => times)).toEqual([2]);
    expect(receiver.faults).toEqual([]);
  });
});

describe('a message that nobody takes', () => {
  it('is put aside with its reason, and goes again under the same id when somebody asks for it', async () => {
    await useWebhook();
    await receiver.close();
    const { fakeServer } = await import('#test/support/fakes/fake-server.ts');
    const refusing = await fakeServer((_, response) => {
      response.writeHead(400).end();
    }, receiver.port);
    await tellAll(product, notices(['leadOffice'], 2));
    start();
    const dead = await vi.waitFor(async () => {
      const rows = await inDatabase<{ id: string; reason: string }>(
        "select id, reason from channel_message where state = 'dead'",
      );
      expect(rows).toHaveLength(1);
      return rows[0];
    }, patience);
    expect(dead?.reason).toBe('http-400');
    const listed = await product.ask('systemAdmin', 'GET', '/api/setup/channel-messages');
    expect(listed.body).toMatchObject({
      items: [{ id: dead?.id, state: 'dead', reason: 'http-400', notices: 2 }],
    });
    expect(listed.text).not.toContain('example.cn');
    await refusing.close();
    receiver = await webhookReceiver([secret], receiver.port);
    expect(
      (await product.ask('systemAdmin', 'POST', `/api/setup/channel-messages/${dead?.id}/resend`)).status,
    ).toBe(204);
    await vi.waitFor(() => expect([...receiver.seen.keys()]).toEqual([dead?.id]), patience);
    const again = await product.ask('systemAdmin', 'POST', `/api/setup/channel-messages/${dead?.id}/resend`);
    expect(again.status).toBe(404);
  });

  it('goes again as what it says now, under another id, and not at all when it concerns him no longer', async () => {
    await useWebhook();
    const [mine, lost] = [await bringTo(product, 'assigned'), await bringTo(product, 'assigned')];
    await inDatabase('delete from delivery; delete from notice');
    /** What could not be sent, as if it had been given up. */
    const giveUp = async (): Promise<string> => {
      receiver.behave = () => 'fail';
      const worker = startTestDispatcher(product);
      const tried = "select id from channel_message where state = 'waiting' and attempts > 0";
      await vi.waitFor(async () => expect(await inDatabase(tried)).toHaveLength(1), patience);
      await worker.stop();
      const [row] = await inDatabase<{ id: string }>(
        "update channel_message set state = 'dead', claimed_until = null where state = 'waiting' returning id",
      );
      receiver.behave = () => 'take';
      return row?.id ?? '';
    };
    const about = ({ matterId }: { matterId: number }) => notices(['leadOffice'], 1, { matterId });
    const resend = (id: string) =>
      product.ask('systemAdmin', 'POST', `/api/setup/channel-messages/${id}/resend`);
    await tellAll(product, [...about(mine), ...about(lost)]);
    const dead = await giveUp();
    const { leadUnit, otherUnit } = product.place;
    await inDatabase(
      `update assignment set unit_id = ${otherUnit} where unit_id = ${leadUnit} and matter_id = ${lost.matterId}`,
    );
    const seen = receiver.seen.size;
    expect((await resend(dead)).status).toBe(204);
    expect((await resend(dead)).status).toBe(404);
    start();
    await vi.waitFor(() => expect(receiver.seen.size).toBe(seen + 1), patience);
    const sent = [...receiver.seen.values()].at(-1);
    expect(sent?.id).not.toBe(dead);
    const { data } = JSON.parse(sent?.body ?? '{}') as { data: { notices: { title: string | null }[] } };
    expect(data.notices).toHaveLength(1);
    expect(data.notices[0]?.title).not.toBeNull();
    await Promise.all(dispatchers.splice(0).map((one) => one.stop()));

    await tellAll(product, about(lost));
    const refused = await resend(await giveUp());
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'message-outdated']);
  });

  it('is put aside after its attempts when the others go through: a poisoned one blocks nobody', async () => {
    await useWebhook();
    const poisoned = person('leadOffice');
    receiver.behave = ({ body }) =>
      (JSON.parse(body) as { data: { person: { id: number } } }).data.person.id === poisoned
        ? 'fail'
        : 'take';
    await tellAll(product, notices(['leadOffice', 'supervisor', 'leadHandler'], 2));
    start({
      pace: {
        ...(await import('#test/support/outbox.ts')).quickPace,
        mostAttempts: 4,
        first: 20,
        longest: 50,
        pause: 50,
        longestPause: 100,
      },
    });
    await vi.waitFor(() => expect(new Set(idsSeen()).size).toBe(4), patience);
    await vi.waitFor(async () => {
      expect(await inDatabase("select reason from channel_message where state = 'dead'")).toEqual([
        { reason: 'http-500' },
      ]);
    }, patience);
  });
});

describe('two workers', () => {
  it('share the work: every notice in one message, every message sent once', async () => {
    await useWebhook();
    start();
    start();
    for (let round = 0; round < 10; round += 1)
      await tellAll(
        product,
        notices(['leadOffice', 'supervisor', 'leadHandler', 'leadHead', 'assistOffice'], 4),
      );
    await vi.waitFor(() => expect(idsSeen()).toHaveLength(200), patience);
    expect(new Set(idsSeen()).size).toBe(200);
    expect([...receiver.seen.values()].every(({ times }) => times === 1)).toBe(true);
    expect(receiver.faults).toEqual([]);
  });
});
