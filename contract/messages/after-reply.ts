import type { MessageTable } from './message.ts';

/** What a unit does after its reply: publish it, and report on what it promised. */
export const afterReplyMessages = {
  'matter.do.recordDisclosure': { zh: '登记公开情况', en: 'Record the publication' },
  'matter.do.recordFollowUp': { zh: '登记跟踪落实', en: 'Report on progress' },

  'afterReply.title': { zh: '答复之后', en: 'After the reply' },
  'afterReply.published': { zh: '{on} 公开', en: 'Published on {on}' },
  'afterReply.notPublic': { zh: '{on} 登记：不予公开', en: 'Not public (recorded as of {on})' },
  'afterReply.reported': { zh: '{on} 报告落实情况', en: 'Progress reported on {on}' },
  'afterReply.settled': { zh: '{on} 报告：已落实完毕', en: 'Reported on {on}: done for good' },
  'afterReply.by': { zh: '{by} 登记于 {on}', en: 'Recorded by {by} on {on}' },
  'afterReply.round': { zh: '第 {round} 轮', en: 'round {round}' },

  'afterReply.disclose.title': { zh: '登记答复公开情况：{unit}', en: 'Publication of the reply: {unit}' },
  'afterReply.disclose.what': {
    zh: '这份答复属于主动公开。登记在哪里公开；如未公开，说明理由。提出人会看到。',
    en: 'This reply is to be published. Record where it was, or why it was not; the proposer sees it.',
  },
  'afterReply.public': { zh: '结果', en: 'What became of it' },
  'afterReply.public.yes': { zh: '已公开', en: 'Published' },
  'afterReply.public.no': { zh: '不予公开', en: 'Not public' },
  'afterReply.on': { zh: '日期', en: 'Day' },
  'afterReply.place': { zh: '公开网址或地点', en: 'Address or place' },
  'afterReply.reason': { zh: '不公开的理由', en: 'Why it is not public' },

  'afterReply.followUp.title': {
    zh: '登记跟踪落实情况：{unit}',
    en: 'Progress on what was promised: {unit}',
  },
  'afterReply.followUp.what': {
    zh: '报告答复中承诺事项的进展。尚未落实完毕的，按规则再次跟踪。提出人会看到。',
    en: 'Report on what the reply promised. What is not done for good is asked again by the rule; the proposer sees it.',
  },
  'afterReply.text': { zh: '做了什么', en: 'What was done' },
  'afterReply.done': { zh: '承诺事项已全部落实完毕', en: 'All that was promised is done for good' },
} as const satisfies MessageTable;
