/** Text messages: a gateway of the city by a template, or 阿里云 by its RPC interface. */
import { createHmac } from 'node:crypto';
import {
  type Channel,
  type ChannelSettings,
  channelDown,
  delivered,
  type Outcome,
  type OutgoingMessage,
  refused,
  tryLater,
} from './channel.ts';
import { askHttp, faultOutcome, type HttpAsk, readJson, statusOutcome } from './http-request.ts';
import { shortText } from './message-text.ts';
import type { OutgoingGuard } from './outgoing-guard.ts';

/** Written so that a value stays one value: in a JSON string, or in a form field. */
const written = {
  json: (value: string): string => JSON.stringify(value).slice(1, -1),
  form: (value: string): string => encodeURIComponent(value),
} as const;

/** Fills `{to} {text} {id} {key}`; what is filled in is never read as a template again. */
const fill = (
  template: string,
  values: Readonly<Record<string, string>>,
  format: keyof typeof written,
): string =>
  template.replace(/\{(to|text|id|key)\}/g, (_, name: string) => written[format](values[name] ?? ''));

const gatewayAsk = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  { id, to, content }: OutgoingMessage,
  signal: AbortSignal,
): HttpAsk => {
  const format = settings['format'] === 'form' ? 'form' : 'json';
  const values = { to, id, text: shortText(content), key: secrets['key'] ?? '' };
  return {
    url: settings['url'] ?? '',
    method: 'POST',
    headers: {
      'content-type':
        format === 'json' ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded',
      'idempotency-key': id,
    },
    body: fill(settings['template'] ?? '', values, format),
    signal,
  };
};

/** RFC 3986 as 阿里云 wants it for signatures. */
const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The signed form of `SendSms`, version 2017-05-25, signature version 1.0 (HMAC-SHA1 over the sorted parameters). */
const signAliyun = (params: Readonly<Record<string, string>>, secret: string): string => {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = sorted.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&');
  const signature = createHmac('sha1', `${secret}&`)
    .update(`POST&%2F&${percent(query)}`)
    .digest('base64');
  return `Signature=${percent(signature)}&${query}`;
};

const aliyunAsk = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  params: Readonly<Record<string, string>>,
  signal: AbortSignal,
): HttpAsk => ({
  url: settings['url'] ?? '',
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: signAliyun(
    {
      Version: '2017-05-25',
      Format: 'JSON',
      RegionId: 'cn-hangzhou',
      AccessKeyId: settings['keyId'] ?? '',
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      SignatureNonce: crypto.randomUUID(),
      Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      ...params,
    },
    secrets['key'] ?? '',
  ),
  signal,
});

const sendSms = (settings: ChannelSettings, { id, to, content }: OutgoingMessage) => ({
  Action: 'SendSms',
  PhoneNumbers: to,
  SignName: settings['signName'] ?? '',
  TemplateCode: settings['templateCode'] ?? '',
  // The approved template holds one variable; 阿里云 takes up to 35 characters for one.
  TemplateParam: JSON.stringify({ text: shortText(content).slice(0, 35) }),
  OutId: id,
});

const day = 86_400_000;
/** yyyyMMdd as 阿里云 counts days: in China. */
const dayAt = (ms: number): string =>
  new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');

/** `QuerySendDetails`: what was sent to this number on one day, the newest fifty. */
const querySent = (to: string, on: string) => ({
  Action: 'QuerySendDetails',
  PhoneNumber: to,
  SendDate: on,
  PageSize: '50',
  CurrentPage: '1',
});

/** Whether this answer lists a message of ours that has not failed on its way; SendStatus 2: it has. */
const listsSent = (text: string, id: string): boolean => {
  const { SmsSendDetailDTOs: found } = (readJson(text) ?? {}) as {
    SmsSendDetailDTOs?: { SmsSendDetailDTO?: readonly { OutId?: unknown; SendStatus?: unknown }[] };
  };
  return (found?.SmsSendDetailDTO ?? []).some(
    ({ OutId, SendStatus }) => OutId === id && Number(SendStatus) !== 2,
  );
};

/** Codes about the number or the text; everything else is about the account or the service. */
const numberCodes =
  /^isv\.(MOBILE_NUMBER_ILLEGAL|MOBILE_COUNT_OVER_LIMIT|BLACK_KEY_CONTROL_LIMIT|INVALID_PARAMETERS|PARAM_LENGTH_LIMIT)$/;

const aliyunOutcome = (text: string): Outcome => {
  const code = String(readJson(text)?.['Code'] ?? 'answer');
  if (code === 'OK') return delivered;
  // Too many texts to this number today or this hour.
  if (code === 'isv.BUSINESS_LIMIT_CONTROL') return tryLater(code);
  return numberCodes.test(code) ? refused(code) : channelDown(code.slice(0, 80));
};

export const smsChannel = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  guard: OutgoingGuard,
): Channel => {
  const aliyun = settings['shape'] === 'aliyun';
  const success = settings['success'] ?? '';
  /**
   * 阿里云 drops no repeats, so before one it is asked whether it has the message: of today and of yesterday, for an
   * attempt and its repeat may have midnight between them. What it will not answer (an account without the right to
   * ask) is sent: rather twice than never.
   */
  const wasSent = async ({ id, to }: OutgoingMessage, signal: AbortSignal): Promise<boolean> => {
    for (const on of [dayAt(Date.now()), dayAt(Date.now() - day)]) {
      const { text } = await askHttp(guard, aliyunAsk(settings, secrets, querySent(to, on), signal));
      if (listsSent(text, id)) return true;
    }
    return false;
  };
  return {
    kind: 'sms',
    send: async (message, signal) => {
      try {
        if (aliyun && message.repeated === true && (await wasSent(message, signal))) return delivered;
        const answer = await askHttp(
          guard,
          aliyun
            ? aliyunAsk(settings, secrets, sendSms(settings, message), signal)
            : gatewayAsk(settings, secrets, message, signal),
        );
        // 阿里云 says what is wrong in the body, with a status of 400.
        if (aliyun && readJson(answer.text)?.['Code'] !== undefined) return aliyunOutcome(answer.text);
        const bad = statusOutcome(answer);
        if (bad !== null) return bad;
        return success === '' || answer.text.includes(success) ? delivered : tryLater('sms-answer');
      } catch (fault) {
        return faultOutcome(fault);
      }
    },
  };
};
