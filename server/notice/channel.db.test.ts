/** Setting channels up: by whom, what is checked, and that a secret never comes back. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FakeMailServer, fakeMailServer } from '#test/support/fakes/mail-server.ts';
import { createProduct, type Product } from '#test/support/product.ts';
import { startTestDispatcher } from '#test/support/outbox.ts';
import { sql } from 'kysely';

const canary = 'Canary-Secret-7';
const mail = (over: Record<string, string> = {}) => ({
  enabled: true,
  digestMinutes: 10,
  settings: {
    host: 'mail.example.cn',
    port: '465',
    security: 'tls',
    from: 'luoshi@example.cn',
    user: 'luoshi',
    ...over,
  },
  secrets: { password: canary },
});

let product: Product;
let server: FakeMailServer;
beforeAll(async () => {
  product = await createProduct();
  server = await fakeMailServer({ user: 'luoshi', password: canary });
}, 120_000);
afterAll(async () => {
  await server.close();
  await product.close();
});

type Listed = {
  items: {
    kind: string;
    version: number;
    secrets: Record<string, boolean>;
    settings: Record<string, string>;
  }[];
};
const listed = async () => {
  const answer = await product.ask('systemAdmin', 'GET', '/api/setup/channels');
  return { text: answer.text, mail: (answer.body as Listed).items.find(({ kind }) => kind === 'mail') };
};
const save = async (body: unknown, kind = 'mail', version?: number) =>
  product.ask('systemAdmin', 'POST', `/api/setup/channels/${kind}`, {
    body,
    version: version ?? (await listed()).mail?.version ?? 0,
  });

describe('a channel', () => {
  it('is off until somebody sets it up, and then so for everybody', async () => {
    expect((await product.ask('leadOffice', 'GET', '/api/notice-channels')).body).toEqual({ items: [] });
    expect((await save(mail())).status).toBe(200);
    const own = await product.ask('leadOffice', 'GET', '/api/notice-channels');
    expect(own.body).toEqual({ items: [{ kind: 'mail', address: '', ordinary: false, urgent: false }] });
  });

  it('keeps its secret to itself: sealed where it lies, absent from every answer and from the journal', async () => {
    const { text, mail: shown } = await listed();
    expect(shown?.secrets).toEqual({ password: true });
    expect(text).not.toContain(canary);
    const rows = await product.app.db.read(product.place.jurisdictionId, async (tx) => {
      const channel = await sql<{ t: string }>`select secrets::text as t from channel`.execute(tx);
      const journal = await sql<{
        t: string;
      }>`select entry::text as t from journal where command = 'setup.channel'`.execute(tx);
      const answers = await sql<{
        t: string;
      }>`select coalesce(response::text, '') as t from idempotency`.execute(tx);
      return [...channel.rows, ...journal.rows, ...answers.rows].map(({ t }) => t).join('\n');
    });
    expect(rows).toContain('aes-256-gcm');
    expect(rows).toContain('secretsChanged');
    expect(rows).not.toContain(canary);
  });

  it('keeps the secret that is not given, drops the one that is emptied', async () => {
    await save({ ...mail(), secrets: {} });
    expect((await listed()).mail?.secrets).toEqual({ password: true });
    await save({ ...mail(), secrets: { password: '' } });
    expect((await listed()).mail?.secrets).toEqual({});
    await save(mail());
  });

  it.each([
    ['another host', mail({ host: 'elsewhere.example.cn' })],
    ['no encryption', mail({ security: 'none' })],
    ['another port', mail({ port: '2525' })],
  ])('never sends a stored secret elsewhere: %s wants it entered again', async (_, body) => {
    const answer = await save({ ...body, secrets: {} });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'channel-secret-again']);
    expect((await save(body)).status).toBe(200);
    expect((await save(mail())).status).toBe(200);
  });

  it('takes no address that stands for everybody', async () => {
    await save({ enabled: false, digestMinutes: 10, settings: {}, secrets: {} }, 'wecom', 0);
    const chosen = await product.ask('leadOffice', 'POST', '/api/notice-channels/wecom', {
      body: { address: '@all', ordinary: true, urgent: true },
    });
    expect(chosen.status).toBe(422);
  });

  it.each([
    ['a host with a line break', mail({ host: 'mail.example.cn\r\nX' }), 'host'],
    ['a sender that is two', mail({ from: 'a@example.cn, b@example.cn' }), 'from'],
    ['a sender with a header in it', mail({ from: 'a@example.cn\r\nBcc: b@example.cn' }), 'from'],
    ['a port that is none', mail({ port: '70000' }), 'port'],
    ['an encryption that there is not', mail({ security: 'rot13' }), 'security'],
    ['no host', mail({ host: '' }), 'host'],
  ])('with %s is refused at its field', async (_, body, at) => {
    const answer = await save(body);
    expect([answer.status, (answer.body as { at: string }).at]).toEqual([422, at]);
  });

  it('may be saved unfinished while it is off', async () => {
    const answer = await save({ enabled: false, digestMinutes: 10, settings: {}, secrets: {} }, 'feishu', 0);
    expect(answer.status).toBe(200);
  });

  it('is not written over by who has not seen the last change', async () => {
    expect((await save(mail(), 'mail', 1)).status).toBe(412);
  });

  it('takes an address only in its own form', async () => {
    const choose = (address: string) =>
      product.ask('leadOffice', 'POST', '/api/notice-channels/mail', {
        body: { address, ordinary: true, urgent: true },
      });
    for (const wrong of [
      'a',
      'a@b@c',
      'a@example.cn,b@example.cn',
      'a@example.cn\r\nBcc: b',
      '<a@example.cn>',
    ])
      expect((await choose(wrong)).status, wrong).toBe(422);
    expect((await choose('lead@example.cn')).status).toBe(204);
    const own = await product.ask('leadOffice', 'GET', '/api/notice-channels');
    expect(own.body).toMatchObject({ items: [{ kind: 'mail', address: 'lead@example.cn', ordinary: true }] });
    expect((await product.ask('leadHead', 'GET', '/api/notice-channels')).text).not.toContain(
      'lead@example.cn',
    );
    await choose('');
    expect((await product.ask('leadOffice', 'GET', '/api/notice-channels')).body).toMatchObject({
      items: [{ address: '' }],
    });
  });

  it('that somebody chooses for himself is journalled, without its address', async () => {
    const choose = (address: string, urgent: boolean) =>
      product.ask('assistOffice', 'POST', '/api/notice-channels/mail', {
        body: { address, ordinary: false, urgent },
      });
    expect((await choose('a@b@c', true)).status).toBe(422);
    await choose('assist@example.cn', true);
    await choose('', false);
    const { jurisdictionId } = product.place;
    const entries = await product.app.db.read(jurisdictionId, (tx) =>
      tx
        .selectFrom('journal')
        .select(['command', 'entry', 'actor_id as actorId'])
        .where('jurisdiction_id', '=', jurisdictionId)
        .where('stream', '=', `person:${product.people['assistOffice']}`)
        .where('command', '=', 'ownChannel.save')
        .orderBy('n')
        .execute(),
    );
    expect(entries.map(({ actorId }) => actorId)).toEqual([
      product.people['assistOffice'],
      product.people['assistOffice'],
    ]);
    expect(entries.map(({ entry }) => (JSON.parse(entry) as { data: object }).data)).toEqual([
      { kind: 'mail', address: true, ordinary: false, urgent: true },
      { kind: 'mail', address: false, ordinary: false, urgent: false },
    ]);
    expect(JSON.stringify(entries)).not.toContain('assist@example.cn');
  });
});

it('a test message is sent by the worker, and the list says what became of it', async () => {
  const off = await product.ask('systemAdmin', 'POST', '/api/setup/channels/sms/test', {
    body: { to: '19900000001' },
  });
  expect((off.body as { code: string }).code).toBe('channel-off');
  await save(mail({ host: '127.0.0.1', port: String(server.port), security: 'none' }));
  const answer = await product.ask('systemAdmin', 'POST', '/api/setup/channels/mail/test', {
    body: { to: 'a@example.cn' },
  });
  expect(answer.status).toBe(200);
  const { messageId } = answer.body as { messageId: string };
  const { sealer } = await import('../platform/secrets.ts');
  const seal = sealer(product.fieldKey);
  const dispatcher = startTestDispatcher(product, { openSeal: (sealed) => seal.open(sealed) });
  await vi.waitFor(() => expect(server.mails.map(({ to }) => to)).toEqual([['a@example.cn']]), {
    timeout: 10_000,
  });
  await vi.waitFor(
    async () => {
      const letters = await product.ask('systemAdmin', 'GET', '/api/setup/channel-messages');
      expect(letters.body).toMatchObject({ items: [{ id: messageId, test: true, state: 'sent' }] });
      expect(letters.text).not.toContain('a@example.cn');
    },
    { timeout: 10_000 },
  );
  await dispatcher.stop();
});
