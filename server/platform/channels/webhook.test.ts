/** Our signatures before a receiver that was written from the specification and knows nothing of the sender. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWebhook, type WebhookReceiver, webhookReceiver } from '#test/support/fakes/webhook-receiver.ts';
import type { MessageContent } from './channel.ts';
import { openChannel } from './open-channel.ts';
import { outgoingGuard } from './outgoing-guard.ts';
import { signWebhook } from './webhook.ts';

const first = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const second = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const content: MessageContent = {
  language: 'zh',
  place: '云川市',
  person: { id: 7, name: '办理员' },
  urgent: false,
  subject: '新交办',
  items: [],
  link: null,
};

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await webhookReceiver([first]);
});
afterEach(() => receiver.close());

const send = (secrets: Record<string, string>) =>
  openChannel('webhook', { url: `${receiver.url}/hook` }, secrets, outgoingGuard('127.0.0.1')).send(
    { id: 'msg_1', to: '', content },
    AbortSignal.timeout(3_000),
  );

describe('a webhook', () => {
  it('is signed as an independent receiver expects', async () => {
    expect(await send({ secret: first })).toEqual({ outcome: 'delivered' });
    expect(receiver.faults).toEqual([]);
    expect(JSON.parse(receiver.seen.get('msg_1')?.body ?? '')).toMatchObject({ type: 'notices.digest' });
  });

  it('is signed with the new secret and the one before, so that either side may change first', async () => {
    await send({ secret: second, previousSecret: first });
    expect(receiver.faults).toEqual([]);
  });

  it('of another secret is refused there: the receiver can fail', async () => {
    await send({ secret: second });
    expect(receiver.faults).toEqual(['msg_1: signature']);
  });

  it.each([
    [204, { outcome: 'delivered' }],
    [400, { outcome: 'refused', reason: 'http-400' }],
    [410, { outcome: 'refused', reason: 'http-410' }],
    [401, { outcome: 'retry', blame: 'channel' }],
    [429, { outcome: 'retry', blame: 'channel', afterMs: 7_000 }],
    [502, { outcome: 'retry', blame: 'channel' }],
  ])('answered with %s', async (status, outcome) => {
    await receiver.close();
    const { fakeServer } = await import('#test/support/fakes/fake-server.ts');
    const server = await fakeServer((_, response) => {
      response.writeHead(status, { 'retry-after': '7' }).end();
    }, receiver.port);
    expect(await send({ secret: first })).toMatchObject(outcome);
    await server.close();
  });
});

describe('the receiver refuses', () => {
  const now = 1_770_000_000;
  const body = '{"a":1}';
  const headers = (id: string, timestamp: number) => ({
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signWebhook([second, first], id, timestamp, body),
  });
  it.each([
    ['nothing of what is right', { headers: headers('m', now), body }, now, null],
    ['another body', { headers: headers('m', now), body: '{"a":2}' }, now, 'signature'],
    ['another id', { headers: { ...headers('m', now), 'webhook-id': 'n' }, body }, now, 'signature'],
    [
      'another time',
      { headers: { ...headers('m', now), 'webhook-timestamp': String(now + 1) }, body },
      now,
      'signature',
    ],
    ['what is more than five minutes old', { headers: headers('m', now - 301), body }, now, 'time'],
    ['no signature', { headers: { ...headers('m', now), 'webhook-signature': '' }, body }, now, 'signature'],
  ])('%s', async (_, asked, at, wrong) => {
    expect(await checkWebhook([first], asked, at)).toBe(wrong);
  });
});
