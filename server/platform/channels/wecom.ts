/**
 * 企业微信 application messages: `GET /cgi-bin/gettoken`, `POST /cgi-bin/message/send` (developer.work.weixin.qq.com,
 * 90236 and 91039). The provider drops the same request repeated within `duplicate_check_interval`.
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

/** A text message holds 2,048 bytes. */
const mostBytes = 2_048;
/** The longest that the provider remembers requests for, in seconds. */
const remembers = 14_400;

const tokenOver = new Set([40_014, 42_001, 42_007, 42_009]);
/** Busy, too often, credentials or permission: about the application, not about this message. */
const channelCodes = new Set([
  -1, 40_001, 40_013, 40_056, 40_091, 41_001, 45_009, 45_033, 48_002, 60_020, 301_002,
]);

const outcomeOf = (code: number): Outcome | 'token-over' => {
  if (code === 0) return delivered;
  if (tokenOver.has(code)) return 'token-over';
  if (channelCodes.has(code)) return channelDown(`wecom-${code}`);
  // 81013: nobody of those named can be reached by this application.
  return refused(`wecom-${code}`);
};

export const wecomChannel = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  guard: OutgoingGuard,
): Channel => {
  const base = (settings['url'] ?? '').replace(/\/+$/, '');
  const keeper = tokenKeeper((signal) => {
    const query = new URLSearchParams({
      corpid: settings['corpId'] ?? '',
      corpsecret: secrets['secret'] ?? '',
    }).toString();
    return askToken(guard, `${base}/cgi-bin/gettoken?${query}`, 'wecom', signal);
  });
  return {
    kind: 'wecom',
    send: async ({ to, content }, signal) => {
      const body = JSON.stringify({
        touser: to,
        msgtype: 'text',
        agentid: Number(settings['agentId']),
        text: { content: plainText(content, mostBytes) },
        safe: 0,
        enable_duplicate_check: 1,
        duplicate_check_interval: remembers,
      });
      const send = async (token: string): Promise<Outcome | 'token-over'> => {
        const query = new URLSearchParams({ access_token: token }).toString();
        const answer = await askHttp(guard, {
          url: `${base}/cgi-bin/message/send?${query}`,
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body,
          signal,
        });
        const bad = statusOutcome(answer);
        if (bad !== null) return bad;
        const said = readJson(answer.text);
        if (said === null) return tryLater('wecom-answer');
        const outcome = outcomeOf(Number(said['errcode'] ?? Number.NaN));
        // Taken, and yet the one person it was for is unknown to the provider.
        const unknown = `${String(said['invaliduser'] ?? '')}${String(said['unlicenseduser'] ?? '')}`;
        return outcome === delivered && unknown !== '' ? refused('wecom-invaliduser') : outcome;
      };
      try {
        return await withToken(keeper, signal, send, channelDown('wecom-token'));
      } catch (fault) {
        return faultOutcome(fault);
      }
    },
  };
};
