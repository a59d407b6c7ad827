/** What each channel beside the app needs to know: the form that asks for it and the server that checks it read this. */

export const channelKinds = ['mail', 'webhook', 'sms', 'wecom', 'dingtalk', 'feishu'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Channels that reach one person under an address of his own; the webhook tells another system of everybody. */
export const personalKinds = ['mail', 'sms', 'wecom', 'dingtalk', 'feishu'] as const;
export type PersonalKind = (typeof personalKinds)[number];

export type ChannelField = {
  readonly name: string;
  /** Sealed, and never given back. */
  readonly secret?: true;
  readonly choices?: readonly string[];
  /** What stands there until somebody writes something else. */
  readonly fallback?: string;
  readonly optional?: true;
  /** Source of a regular expression that the whole text must match. */
  readonly pattern?: string;
  readonly long?: true;
  /** Only where another field has this value. */
  readonly when?: { readonly field: string; readonly is: string };
};

const url = 'https?://[^\\s@]+';
const host = '[A-Za-z0-9.:-]{1,253}';
const token = '[\\x21-\\x7e]{1,200}';
/** Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
const webhookSecret = 'whsec_[A-Za-z0-9+/]{32,88}={0,2}';
const mailAddress = '[^\\s@<>"(),;:\\\\]{1,64}@[A-Za-z0-9.-]{1,190}';
const gateway = { field: 'shape', is: 'gateway' } as const;
const aliyun = { field: 'shape', is: 'aliyun' } as const;

const channelFields = {
  mail: [
    { name: 'host', pattern: host },
    { name: 'port', pattern: '[1-9]\\d{0,4}', fallback: '465' },
    { name: 'security', choices: ['tls', 'starttls', 'none'], fallback: 'tls' },
    { name: 'from', pattern: mailAddress },
    { name: 'user', optional: true, pattern: token },
    { name: 'password', secret: true, optional: true },
  ],
  webhook: [
    { name: 'url', pattern: url },
    { name: 'secret', secret: true, pattern: webhookSecret },
    { name: 'previousSecret', secret: true, optional: true, pattern: webhookSecret },
  ],
  sms: [
    { name: 'shape', choices: ['gateway', 'aliyun'], fallback: 'gateway' },
    { name: 'url', pattern: url },
    { name: 'format', choices: ['json', 'form'], fallback: 'json', when: gateway },
    {
      name: 'template',
      long: true,
      fallback: '{"phone":"{to}","content":"{text}","id":"{id}","key":"{key}"}',
      when: gateway,
    },
    { name: 'success', optional: true, when: gateway },
    { name: 'keyId', pattern: token, when: aliyun },
    { name: 'signName', when: aliyun },
    { name: 'templateCode', pattern: token, when: aliyun },
    { name: 'key', secret: true, optional: true },
  ],
  wecom: [
    { name: 'url', pattern: url, fallback: 'https://qyapi.weixin.qq.com' },
    { name: 'corpId', pattern: token },
    { name: 'agentId', pattern: '\\d{1,12}' },
    { name: 'secret', secret: true },
  ],
  dingtalk: [
    { name: 'url', pattern: url, fallback: 'https://oapi.dingtalk.com' },
    { name: 'appKey', pattern: token },
    { name: 'agentId', pattern: '\\d{1,15}' },
    { name: 'appSecret', secret: true },
  ],
  feishu: [
    { name: 'url', pattern: url, fallback: 'https://open.feishu.cn' },
    { name: 'appId', pattern: token },
    { name: 'receiveIdType', choices: ['user_id', 'open_id', 'union_id', 'email'], fallback: 'user_id' },
    { name: 'appSecret', secret: true },
  ],
} as const satisfies Record<ChannelKind, readonly ChannelField[]>;

export const fieldsOf = (kind: ChannelKind): readonly ChannelField[] => channelFields[kind];

/** Whether a field counts under these settings. */
export const isAsked = (field: ChannelField, settings: Readonly<Record<string, string>>): boolean =>
  field.when === undefined || settings[field.when.field] === field.when.is;

/**
 * What an address on a personal channel looks like: nothing that could end a header or start another one, and, by its
 * first character, never one that stands for everybody, as `@all` does with some providers.
 */
export const addressPattern = {
  mail: mailAddress,
  sms: '\\+?\\d{5,15}',
  wecom: '\\w[\\w.@-]{0,63}',
  dingtalk: '[\\w$][\\w.@$:-]{0,63}',
  feishu: '\\w[\\w.@-]{0,63}',
} as const satisfies Record<PersonalKind, string>;

/** Whether the whole text matches a pattern of this file. */
export const matches = (pattern: string, text: string): boolean => new RegExp(`^(?:${pattern})$`).test(text);
