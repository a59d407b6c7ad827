/**
 * Signed webhooks after Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature`, the last an
 * HMAC-SHA256 over `id.timestamp.body`, once for each secret in use, so that a secret can be replaced without a gap.
 */
import { createHmac } from 'node:crypto';
import { type Channel, type ChannelSettings, delivered, type MessageContent } from './channel.ts';
import { askHttp, faultOutcome, statusOutcome } from './http-request.ts';
import type { OutgoingGuard } from './outgoing-guard.ts';

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** The header's value; `timestamp`: seconds since 1970. */
export const signWebhook = (
  secrets: readonly string[],
  id: string,
  timestamp: number,
  body: string,
): string =>
  secrets
    .map(
      (secret) =>
        `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
    )
    .join(' ');

/** The body: the same bytes for the same message, whenever it is sent. */
const bodyOf = (content: MessageContent): string =>
  JSON.stringify({
    type: content.urgent ? 'notices.urgent' : 'notices.digest',
    timestamp: content.items[0]?.at ?? null,
    data: {
      place: content.place,
      person: content.person,
      language: content.language,
      subject: content.subject,
      notices: content.items,
      link: content.link,
    },
  });

export const webhookChannel = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  guard: OutgoingGuard,
): Channel => ({
  kind: 'webhook',
  send: async ({ id, content }, signal) => {
    const body = bodyOf(content);
    const keys = [secrets['secret'], secrets['previousSecret']].filter(
      (key) => key !== undefined && key !== '',
    );
    const timestamp = Math.floor(Date.now() / 1_000);
    try {
      const answer = await askHttp(guard, {
        url: settings['url'] ?? '',
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signWebhook(keys as string[], id, timestamp, body),
        },
        body,
        signal,
      });
      return statusOutcome(answer) ?? delivered;
    } catch (fault) {
      return faultOutcome(fault);
    }
  },
});
