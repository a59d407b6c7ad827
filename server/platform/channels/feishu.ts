/**
 * 飞书: `POST /open-apis/auth/v3/tenant_access_token/internal`, `POST /open-apis/im/v1/messages` (open.feishu.cn).
 * `uuid` is our message id: the provider sends one message for it within an hour.
 */
import { createHash } from 'node:crypto';
import {
  type Channel,
  type ChannelSettings,
  channelDown,
  delivered,
  type Outcome,
  refused,
  tryLater,
} from './channel.ts';
import { askHttp, faultOutcome, type HttpAnswer, readJson, statusOutcome } from './http-request.ts';
import { plainText } from './message-text.ts';
import type { OutgoingGuard } from './outgoing-guard.ts';
import { type Given, tokenKeeper, withToken } from './provider-token.ts';

/** A text message holds 150 kB; nobody reads as much. */
const mostBytes = 30_000;

const tokenOver = new Set([99_991_661, 99_991_663, 99_991_664, 99_991_668, 99_991_677]);
/** Too often, no permission, the application switched off, no bot. */
const channelCodes = new Set([99_991_400, 99_991_672, 11_232, 11_233, 230_006, 230_020, 230_027, 230_049]);

const outcomeOf = (answer: HttpAnswer): Outcome | 'token-over' => {
  // Refusals come with a status of 400 and more and say in the body what they are.
  const said = readJson(answer.text);
  const code = Number(said?.['code'] ?? Number.NaN);
  if (Number.isNaN(code)) return statusOutcome(answer) ?? tryLater('feishu-answer');
  if (code === 0) return delivered;
  if (tokenOver.has(code)) return 'token-over';
  if (channelCodes.has(code) || answer.status === 429 || answer.status >= 500)
    return channelDown(`feishu-${code}`, answer.retryAfterMs ?? undefined);
  return refused(`feishu-${code}`);
};

const json = { 'content-type': 'application/json; charset=utf-8' };

/** At most fifty characters are taken. */
const uuidOf = (id: string): string =>
  id.length <= 50 ? id : createHash('sha256').update(id).digest('hex').slice(0, 50);

export const feishuChannel = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  guard: OutgoingGuard,
): Channel => {
  const base = (settings['url'] ?? '').replace(/\/+$/, '');
  const keeper = tokenKeeper(async (signal): Promise<Given> => {
    const answer = await askHttp(guard, {
      url: `${base}/open-apis/auth/v3/tenant_access_token/internal`,
      method: 'POST',
      headers: json,
      body: JSON.stringify({ app_id: settings['appId'], app_secret: secrets['appSecret'] }),
      signal,
    });
    const said = readJson(answer.text);
    if (said === null || said['code'] !== 0)
      return {
        ok: false,
        outcome: channelDown(`feishu-${String(said?.['code'] ?? `http-${answer.status}`)}`),
      };
    return { ok: true, token: String(said['tenant_access_token']), seconds: Number(said['expire'] ?? 7_200) };
  });
  return {
    kind: 'feishu',
    send: async ({ id, to, content }, signal) => {
      const query = new URLSearchParams({
        receive_id_type: settings['receiveIdType'] ?? 'user_id',
      }).toString();
      const body = JSON.stringify({
        receive_id: to,
        msg_type: 'text',
        content: JSON.stringify({ text: plainText(content, mostBytes) }),
        uuid: uuidOf(id),
      });
      const send = async (token: string): Promise<Outcome | 'token-over'> =>
        outcomeOf(
          await askHttp(guard, {
            url: `${base}/open-apis/im/v1/messages?${query}`,
            method: 'POST',
            headers: { ...json, authorization: `Bearer ${token}` },
            body,
            signal,
          }),
        );
      try {
        return await withToken(keeper, signal, send, channelDown('feishu-token'));
      } catch (fault) {
        return faultOutcome(fault);
      }
    },
  };
};
