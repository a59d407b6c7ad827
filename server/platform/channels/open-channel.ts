import type { ChannelKind } from '#contract/channel-fields.ts';
import type { Channel, ChannelSettings } from './channel.ts';
import { dingtalkChannel } from './dingtalk.ts';
import { feishuChannel } from './feishu.ts';
import { mailChannel } from './mail.ts';
import type { OutgoingGuard } from './outgoing-guard.ts';
import { smsChannel } from './sms.ts';
import { webhookChannel } from './webhook.ts';
import { wecomChannel } from './wecom.ts';

type Open = (settings: ChannelSettings, secrets: ChannelSettings, guard: OutgoingGuard) => Channel;

const adapters: Readonly<Record<ChannelKind, Open>> = {
  mail: mailChannel,
  webhook: webhookChannel,
  sms: smsChannel,
  wecom: wecomChannel,
  dingtalk: dingtalkChannel,
  feishu: feishuChannel,
};

/** `secrets`: opened. One channel keeps what it learns (an access token) as long as its settings stand. */
export const openChannel = (
  kind: ChannelKind,
  settings: ChannelSettings,
  secrets: ChannelSettings,
  guard: OutgoingGuard,
): Channel => adapters[kind](settings, secrets, guard);
