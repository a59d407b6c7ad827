/**
 * A receiver of Standard Webhooks, written from the specification and sharing nothing with the sender: it checks the
 * signature over the raw bytes, refuses what is older than five minutes, and drops what it has by the same id.
 */
import { timingSafeEqual } from 'node:crypto';
import { type Asked, type FakeServer, fakeServer } from './fake-server.ts';

export type Seen = { readonly id: string; readonly body: string; readonly times: number };

export type WebhookReceiver = FakeServer & {
  readonly seen: ReadonlyMap<string, Seen>;
  /** Ids that came with two different contents, and requests whose signature was not right. */
  readonly faults: readonly string[];
  /** What happens to the next request. */
  behave: (asked: Asked) => 'take' | 'take-and-hang-up' | 'fail' | 'hang';
};

const maxAge = 300;

/** Whether a request is signed by one of these secrets. `now`: seconds since 1970. Null: it is; else what is wrong. */
export const checkWebhook = async (
  secrets: readonly string[],
  { headers, body }: Pick<Asked, 'headers' | 'body'>,
  now: number,
): Promise<string | null> => {
  const id = String(headers['webhook-id'] ?? '');
  const timestamp = String(headers['webhook-timestamp'] ?? '');
  if (id === '' || !/^\d+$/.test(timestamp)) return 'headers';
  if (Math.abs(now - Number(timestamp)) > maxAge) return 'time';
  const given = String(headers['webhook-signature'] ?? '').split(' ');
  for (const secret of secrets) {
    const bytes = Uint8Array.from(atob(secret.slice('whsec_'.length)), (sign) => sign.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const signed = await crypto.subtle.sign(
      'HMAC',
      key,
      new TextEncoder().encode(`${id}.${timestamp}.${body}`),
    );
    const expected = Buffer.from(`v1,${Buffer.from(signed).toString('base64')}`);
    const right = given.some((one) => {
      const own = Buffer.from(one);
      return own.length === expected.length && timingSafeEqual(own, expected);
    });
    if (right) return null;
  }
  return 'signature';
};

export const webhookReceiver = async (secrets: readonly string[], port = 0): Promise<WebhookReceiver> => {
  const seen = new Map<string, Seen>();
  const faults: string[] = [];
  const take = async (asked: Asked): Promise<void> => {
    const wrong = await checkWebhook(secrets, asked, Math.floor(Date.now() / 1_000));
    const id = String(asked.headers['webhook-id']);
    if (wrong !== null) faults.push(`${id}: ${wrong}`);
    const known = seen.get(id);
    if (known !== undefined && known.body !== asked.body) faults.push(`${id}: two contents`);
    seen.set(id, { id, body: known?.body ?? asked.body, times: (known?.times ?? 0) + 1 });
  };
  const receiver = { behave: (): 'take' | 'take-and-hang-up' | 'fail' | 'hang' => 'take' };
  const server = await fakeServer(async (asked, response) => {
    const how = (receiver.behave as WebhookReceiver['behave'])(asked);
    if (how === 'hang') return;
    if (how === 'fail') {
      response.writeHead(500).end('no');
      return;
    }
    await take(asked);
    // Taken, but the sender never hears of it.
    if (how === 'take-and-hang-up') response.destroy();
    else response.writeHead(204).end();
  }, port);
  return Object.assign(receiver, server, { seen, faults }) as WebhookReceiver;
};
