import type { MessageTable } from './message.ts';

/** What a speaker reads of what became of his words in the groups; apart, for these pages are light. */
export const mySessionMessages = {
  'mine.toRecord': {
    zh: '记录分组讨论（我是记录人）',
    en: 'Record the group discussion (I am its recorder)',
  },
  'mine.title': { zh: '我在分组讨论中的意见', en: 'What I said in the groups' },
  'mine.empty': { zh: '还没有记录到您的意见', en: 'Nothing of yours is on record yet' },
  'mine.empty.detail': {
    zh: '您在大会分组讨论中的发言，由小组记录员记下后会在这里显示。',
    en: 'What you say in the groups of a session shows here once the recorder has handed it in.',
  },
  'mine.stage.received': { zh: '已收到，正在审核', en: 'Received, being checked' },
  'mine.stage.forwarded': { zh: '已转给单位，等待回应', en: 'Forwarded, waiting for the answer' },
  'mine.stage.answered': { zh: '单位已回应', en: 'Answered' },
  'mine.stage.closed': { zh: '已办结', en: 'Closed' },
  'mine.stage.notForwarded': { zh: '未转办', en: 'Not forwarded' },
  'mine.because': { zh: '原因：{reason}', en: 'Because: {reason}' },
  'mine.waiting': { zh: '{unit}：等待回应', en: '{unit}: not answered yet' },
  'mine.answer': { zh: '{unit}{date}{channel}回应：', en: '{unit} answered on {date}, {channel}: ' },
  'mine.matter': { zh: '已成为第{caseNo}号', en: 'Became no. {caseNo}' },

  'mine.channel.onSpot': { zh: '现场', en: 'on the spot' },
  'mine.channel.visit': { zh: '登门', en: 'by visit' },
  'mine.channel.video': { zh: '视频', en: 'by video' },
  'mine.channel.phone': { zh: '电话', en: 'by telephone' },
  'mine.channel.written': { zh: '书面', en: 'in writing' },
} as const satisfies MessageTable;
