import type { MessageTable } from './message.ts';

/** The calendar feed, and the settings where its link is made. */
export const feedMessages = {
  'feed.name': { zh: '落实 · 办理期限', en: 'Luoshi · due dates' },
  'feed.entry': { zh: '【{duty}】{caseNo} {title}', en: '[{duty}] {caseNo} {title}' },
  'feed.entry.unit': { zh: '【{duty}】{caseNo} {title}（{unit}）', en: '[{duty}] {caseNo} {title} ({unit})' },

  'feed.title': { zh: '日历订阅', en: 'Calendar subscription' },
  'feed.open': { zh: '放进手机日历', en: 'Into my phone’s calendar' },
  'feed.lead': {
    zh: '把办理期限放进手机或 Outlook 的日历：生成一个只属于您的链接，在日历软件里选择“订阅日历”并粘贴。',
    en: 'Put your due dates into the calendar of your phone or of Outlook: make a link of your own, choose “subscribe to a calendar” there, and paste it.',
  },
  'feed.privacy': {
    zh: '链接就是钥匙：谁拿到它，谁就能看到案号、题目、事项和单位（看不到正文）。请勿转发；泄露了就重新生成。',
    en: 'The link is the key: whoever has it sees numbers, titles, duties and units (no texts). Do not pass it on; if it leaks, make a new one.',
  },
  'feed.reach': {
    zh: '包含近 90 天内逾期的和今后 400 天内到期的，最多 1000 项；您的权限变了，内容随之改变。',
    en: 'Holds what became late in the last 90 days and what is due in the next 400, at most 1,000 entries; it changes with what you may see.',
  },
  'feed.none': { zh: '尚未生成链接。', en: 'No link yet.' },
  'feed.made': { zh: '链接生成于 {at}', en: 'Link made {at}' },
  'feed.used': { zh: '最近被读取：{at}', en: 'Last read {at}' },
  'feed.unused': { zh: '还没有日历软件读取过', en: 'No calendar has read it yet' },
  'feed.make': { zh: '生成链接', en: 'Make a link' },
  'feed.remake': { zh: '重新生成（旧链接失效）', en: 'Make a new one (the old one dies)' },
  'feed.revoke': { zh: '停用链接', en: 'Revoke the link' },
  'feed.revoked': { zh: '链接已停用', en: 'The link is revoked' },
  'feed.link': { zh: '您的私密链接', en: 'Your private link' },
  'feed.once': {
    zh: '只在这里显示这一次，请现在复制；忘了可以重新生成。',
    en: 'Shown here this once: copy it now. If it is lost, make a new one.',
  },
  'feed.copy': { zh: '复制链接', en: 'Copy the link' },
  'feed.copied': { zh: '已复制', en: 'Copied' },
} as const satisfies MessageTable;
