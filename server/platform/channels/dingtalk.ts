/**
 * 钉钉 work notifications: `GET /gettoken`, `POST /topapi/message/corpconversation/asyncsend_v2` (open.dingtalk.com).
 * The provider gives one person the same content once a day, so that a repeat of a message is dropped there.
 */
import {
  type Channel,
  type ChannelSettings,
  channelDown,
  delivered,
  type Outcome,
  refused,
  tryLater,
} from './channel.ts';
import { askHttp, faultOutcome, readJson, statusOutcome } from './http-request.ts';
import { plainText } from './message-text.ts';
import type { OutgoingGuard } from './outgoing-guard.ts';
import { askToken, tokenKeeper, withToken } from './provider-token.ts';

/** A message holds 2,048 bytes, its frame included. */
const mostBytes = 1_900;

const tokenOver = new Set([40_001, 40_014, 42_001]);
/** Busy, too often (88 with 90018 and its like), credentials, permission. */
const channelCodes = new Set([
  -1, 88, 40_035, 40_078, 40_089, 60_011, 60_020, 90_001, 90_002, 90_018, 400_002,
]);

const outcomeOf = (said: Readonly<Record<string, unknown>>): Outcome | 'token-over' => {
  const code = Number(said['errcode'] ?? Number.NaN);
  // Some faults come as 88 with the true code beside it.
  const inner = Number(said['sub_code'] ?? Number.NaN);
  if (code === 0) return delivered;
  if (tokenOver.has(code) || tokenOver.has(inner)) return 'token-over';
  if (channelCodes.has(code)) return channelDown(`dingtalk-${code}`);
  return Number.isNaN(code) ? tryLater('dingtalk-answer') : refused(`dingtalk-${code}`);
};

export const dingtalkChannel = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  guard: OutgoingGuard,
): Channel => {
  const base = (settings['url'] ?? '').replace(/\/+$/, '');
  const keeper = tokenKeeper((signal) => {
    const query = new URLSearchParams({
      appkey: settings['appKey'] ?? '',
      appsecret: secrets['appSecret'] ?? '',
    }).toString();
    return askToken(guard, `${base}/gettoken?${query}`, 'dingtalk', signal);
  });
  return {
    kind: 'dingtalk',
    send: async ({ to, content }, signal) => {
      const body = JSON.stringify({
        agent_id: Number(settings['agentId']),
        userid_list: to,
        msg: { msgtype: 'text', text: { content: plainText(content, mostBytes) } },
      });
      const send = async (token: string): Promise<Outcome | 'token-over'> => {
        const query = new URLSearchParams({ access_token: token }).toString();
        const answer = await askHttp(guard, {
          url: `${base}/topapi/message/corpconversation/asyncsend_v2?${query}`,
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body,
          signal,
        });
        const bad = statusOutcome(answer);
        return bad ?? outcomeOf(readJson(answer.text) ?? {});
      };
      try {
        return await withToken(keeper, signal, send, channelDown('dingtalk-token'));
      } catch (fault) {
        return faultOutcome(fault);
      }
    },
  };
};
