import type { MessageTable } from './message.ts';

/** How one is told outside the app: light, for the proposers’ pages hold it too. */
export const ownChannelMessages = {
  'channel.mail': { zh: '电子邮件', en: 'E-mail' },
  'channel.webhook': { zh: '网络回调', en: 'Webhook' },
  'channel.sms': { zh: '短信', en: 'Text message' },
  'channel.wecom': { zh: '企业微信', en: 'WeCom' },
  'channel.dingtalk': { zh: '钉钉', en: 'DingTalk' },
  'channel.feishu': { zh: '飞书', en: 'Feishu' },
  'channel.address.mail': { zh: '邮箱地址', en: 'E-mail address' },
  'channel.address.sms': { zh: '手机号码', en: 'Mobile number' },
  'channel.address.wecom': { zh: '企业微信账号', en: 'WeCom user id' },
  'channel.address.dingtalk': { zh: '钉钉 userid', en: 'DingTalk user id' },
  'channel.address.feishu': { zh: '飞书用户标识', en: 'Feishu user id' },
  'own.title': { zh: '消息接收', en: 'How you are told' },
  'own.lead': {
    zh: '消息总会出现在系统内。另外还可以：',
    en: 'Notices always appear here. You can also be told by:',
  },
  'own.none': {
    zh: '消息只在系统内显示。管理员没有启用其他渠道。',
    en: 'Notices appear here only: no other channel is in use.',
  },
  'own.ordinary': { zh: '普通消息（合并发送）', en: 'Ordinary notices (collected)' },
  'own.urgent': { zh: '紧急消息（立即发送）', en: 'Urgent notices (at once)' },
  'own.ordinaryOf': { zh: '{name}接收普通消息', en: '{name}: ordinary notices' },
  'own.urgentOf': { zh: '{name}接收紧急消息', en: '{name}: urgent notices' },
  'own.empty': { zh: '不填地址则不使用此渠道。', en: 'Leave the address empty not to use it.' },
  'own.saved': { zh: '接收方式已保存', en: 'Saved' },
  'own.save': { zh: '保存', en: 'Save' },
  'own.saveOf': { zh: '保存{name}设置', en: 'Save {name}' },
} as const satisfies MessageTable;
