import type { MessageTable } from './message.ts';
import { ownChannelMessages } from './own-channels.ts';

/** What leaves the app: mails, text messages. Each sentence on the kind of a notice stands in `see.ts` or `member.ts`. */
const message = {
  'message.subject.one': { zh: '{text}', en: '{text}' },
  'message.subject.many': { zh: '您有 {count} 条新消息', en: 'You have {count} new notices' },
  'message.subject.urgent': { zh: '【紧急】{text}', en: '[Urgent] {text}' },
  'message.subject.frame': {
    zh: '{subject}（{place}建议提案办理）',
    en: '{subject} ({place}, suggestions and proposals)',
  },
  'message.open': { zh: '登录查看：', en: 'Sign in to see: ' },
  'message.from': {
    zh: '本消息由{place}建议提案办理系统自动发出，请勿回复。不想再收到，可在“个人设置”中关闭。',
    en: 'Sent by the suggestions and proposals system of {place}; please do not answer. Switch it off in your settings.',
  },
  'message.more': { zh: '另有 {count} 条，请登录查看。', en: '{count} more; please sign in to see them.' },
  'message.short.one': { zh: '{text} {caseNo}（{place}）', en: '{text} {caseNo} ({place})' },
  'message.short.many': {
    zh: '您有 {count} 条新消息，请登录查看（{place}）',
    en: 'You have {count} new notices ({place})',
  },
  'message.test': {
    zh: '这是一条测试消息。收到它，说明此渠道可用。',
    en: 'This is a test. If it reached you, the channel works.',
  },
} as const satisfies MessageTable;

const kinds = {
  'channel.mail.what': {
    zh: '由本地的邮件服务器（SMTP）寄出。',
    en: 'Through a mail server of yours (SMTP).',
  },
  'channel.webhook.what': {
    zh: '把每个人的消息送到另一个系统，例如市里的统一消息平台；按 Standard Webhooks 签名。',
    en: 'Tells another system of everybody’s notices, such as a message platform of the city; signed after Standard Webhooks.',
  },
  'channel.sms.what': {
    zh: '通过短信网关或阿里云短信发送。只说有什么事，不写标题。',
    en: 'Through a gateway or Alibaba Cloud. Says what happened, never a title.',
  },
  'channel.wecom.what': { zh: '以企业微信应用消息发送。', en: 'As a message of a WeCom application.' },
  'channel.dingtalk.what': { zh: '以钉钉工作通知发送。', en: 'As a DingTalk work notification.' },
  'channel.feishu.what': { zh: '由飞书机器人应用发送。', en: 'By the bot of a Feishu application.' },
} as const satisfies MessageTable;

const setup = {
  'setup.tab.channels': { zh: '消息渠道', en: 'Channels' },
  'channel.lead': {
    zh: '消息总会出现在系统内。这里可以另外打开系统外的渠道；打开后，每个人在自己的设置里选择是否使用。',
    en: 'Notices always appear in the app. Here further channels are switched on; each person then chooses in his settings.',
  },
  'channel.unlinked': {
    zh: '运维人员还没有设定系统的访问地址（LUOSHI_PUBLIC_URL），消息里没有链接。',
    en: 'The operator has not set the address of the app (LUOSHI_PUBLIC_URL), so messages carry no link.',
  },
  'channel.state.off': { zh: '未启用', en: 'Off' },
  'channel.state.on': { zh: '已启用', en: 'On' },
  'channel.circuit.working': { zh: '正常', en: 'Working' },
  'channel.circuit.failing': { zh: '刚才未能发出', en: 'Failing' },
  'channel.circuit.closed': { zh: '暂停发送，{at} 再试', en: 'Paused; tried again at {at}' },
  'channel.fault': { zh: '原因：{reason}', en: 'Reason: {reason}' },
  'channel.waiting': { zh: '待发 {count} 条', en: '{count} waiting' },
  'channel.dead': { zh: '未送达 {count} 条', en: '{count} not delivered' },
  'channel.workedAt': { zh: '最近一次发出：{at}', en: 'Last sent: {at}' },
  'channel.edit': { zh: '设置', en: 'Set up' },
  'channel.editOf': { zh: '设置{name}', en: 'Set up {name}' },
  'channel.test': { zh: '发送测试消息', en: 'Send a test' },
  'channel.testOf': { zh: '用{name}发送测试消息', en: 'Send a test by {name}' },
  'channel.test.what': {
    zh: '测试消息由后台发出，结果显示在下方列表中。',
    en: 'The worker sends it; the list below says what became of it.',
  },
  'channel.test.sent': { zh: '测试消息已排队，请看下方列表', en: 'The test is queued; see the list below' },
  'channel.enabled': { zh: '启用此渠道', en: 'Use this channel' },
  'channel.digest': { zh: '合并等待（分钟）', en: 'Wait to collect (minutes)' },
  'channel.digest.what': {
    zh: '同一个人在这段时间内的普通消息合成一条；紧急消息不等待。',
    en: 'Ordinary notices of one person within this time go as one; urgent ones do not wait.',
  },
  'channel.secret.set': { zh: '已设置；留空则不变', en: 'Set; leave empty to keep it' },
  'channel.secret.unset': { zh: '未设置', en: 'Not set' },
  'channel.secret.remove': { zh: '已设置；保存时删除', en: 'Set; remove it on saving' },
  'channel.saved': { zh: '渠道已保存', en: 'The channel is saved' },
  'channel.internal': {
    zh: '内部网络的地址须先由运维人员列入 LUOSHI_OUTGOING_ALLOW。',
    en: 'The operator must first name internal addresses in LUOSHI_OUTGOING_ALLOW.',
  },
  'channel.field.host': { zh: '邮件服务器', en: 'Mail server' },
  'channel.field.port': { zh: '端口', en: 'Port' },
  'channel.field.security': { zh: '加密方式', en: 'Encryption' },
  'channel.field.from': { zh: '发件地址', en: 'Sender address' },
  'channel.field.user': { zh: '登录名', en: 'User name' },
  'channel.field.password': { zh: '密码', en: 'Password' },
  'channel.field.url': { zh: '接口地址', en: 'Address' },
  'channel.field.secret': { zh: '密钥', en: 'Secret' },
  'channel.field.previousSecret': { zh: '更换前的密钥', en: 'The secret before' },
  'channel.field.shape': { zh: '接口类型', en: 'Kind of interface' },
  'channel.field.format': { zh: '请求格式', en: 'Format' },
  'channel.field.template': { zh: '请求内容模板', en: 'Template of the request' },
  'channel.field.success': { zh: '成功时回应含有', en: 'A good answer contains' },
  'channel.field.key': { zh: '密钥', en: 'Key' },
  'channel.field.keyId': { zh: 'AccessKey ID', en: 'AccessKey ID' },
  'channel.field.signName': { zh: '短信签名', en: 'Signature name' },
  'channel.field.templateCode': { zh: '模板编号', en: 'Template code' },
  'channel.field.corpId': { zh: '企业 ID', en: 'Corp ID' },
  'channel.field.agentId': { zh: '应用 AgentId', en: 'AgentId' },
  'channel.field.appKey': { zh: 'AppKey', en: 'AppKey' },
  'channel.field.appId': { zh: 'App ID', en: 'App ID' },
  'channel.field.appSecret': { zh: 'App Secret', en: 'App Secret' },
  'channel.field.receiveIdType': { zh: '用户标识类型', en: 'Kind of user id' },
  'channel.choice.tls': { zh: 'TLS', en: 'TLS' },
  'channel.choice.starttls': { zh: 'STARTTLS', en: 'STARTTLS' },
  'channel.choice.none': { zh: '不加密（仅限内网）', en: 'None (internal networks only)' },
  'channel.choice.gateway': { zh: '通用网关', en: 'A gateway' },
  'channel.choice.aliyun': { zh: '阿里云短信', en: 'Alibaba Cloud' },
  'channel.choice.json': { zh: 'JSON', en: 'JSON' },
  'channel.choice.form': { zh: '表单', en: 'Form' },
  'channel.choice.user_id': { zh: 'user_id', en: 'user_id' },
  'channel.choice.open_id': { zh: 'open_id', en: 'open_id' },
  'channel.choice.union_id': { zh: 'union_id', en: 'union_id' },
  'channel.choice.email': { zh: '邮箱', en: 'E-mail' },
  'channel.invalid': { zh: '填写不正确', en: 'This is not valid' },
} as const satisfies MessageTable;

const letters = {
  'letters.title': { zh: '未送达与测试', en: 'Not delivered, and tests' },
  'letters.none': { zh: '没有未送达的消息', en: 'Everything was delivered' },
  'letters.caption': { zh: '未送达的消息和测试消息', en: 'Messages not delivered, and tests' },
  'letters.channel': { zh: '渠道', en: 'Channel' },
  'letters.person': { zh: '收件人', en: 'For' },
  'letters.notices': { zh: '内容', en: 'Content' },
  'letters.count': { zh: '{count} 条消息', en: '{count} notices' },
  'letters.test': { zh: '测试', en: 'Test' },
  'letters.state': { zh: '状态', en: 'State' },
  'letters.state.waiting': { zh: '待发', en: 'Waiting' },
  'letters.state.sent': { zh: '已发出', en: 'Sent' },
  'letters.state.dead': { zh: '未送达', en: 'Not delivered' },
  'letters.state.dropped': { zh: '不再需要', en: 'No longer wanted' },
  'letters.reason': { zh: '原因', en: 'Reason' },
  'letters.at': { zh: '时间', en: 'When' },
  'letters.resend': { zh: '重发', en: 'Send again' },
  'letters.resendOf': { zh: '重发给{name}', en: 'Send again to {name}' },
  'letters.resent': { zh: '已重新排队', en: 'Queued again' },
} as const satisfies MessageTable;

export const channelMessages = {
  ...ownChannelMessages,
  ...message,
  ...kinds,
  ...setup,
  ...letters,
} as const satisfies MessageTable;
