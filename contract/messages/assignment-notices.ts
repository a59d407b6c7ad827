import type { MessageTable } from './message.ts';

/** Notices about proposed assignments, hand-backs, successors and objections to the units. */
export const assignmentNoticeMessages = {
  'notice.assignRoundOpened': {
    zh: '有拟交办的件征求贵单位意见',
    en: 'Your unit is asked about proposed assignments',
  },
  'notice.assignProposed': { zh: '新增拟交办给贵单位的件', en: 'More matters are proposed for your unit' },
  'notice.assignNamed': {
    zh: '另一单位认为某件应由贵单位承办，请反馈意见',
    en: 'Another unit says that a matter is yours; say what you think',
  },
  'notice.dutyPassed': {
    zh: '机构调整，一件任务转由贵单位承继',
    en: 'A duty passed to your unit from one that it follows',
  },
  'notice.handBackNamed': {
    zh: '有退办件认为应由贵单位承办，请反馈意见',
    en: 'A hand-back names your unit; say what you think',
  },
  'notice.handBackHeard': { zh: '被点名的单位已反馈意见', en: 'The unit that was named has answered' },
  'notice.assignKept': {
    zh: '贵单位的异议未被采纳，已说明理由',
    en: 'Your unit’s objection was not followed, with the reason',
  },
  'notice.objectionRaised': {
    zh: '提出人对承办单位有异议，请答复',
    en: 'The proposer objects to the units; please answer',
  },
  'notice.objectionWithdrawn': {
    zh: '提出人已撤回对承办单位的异议',
    en: 'The proposer took the objection to the units back',
  },
  'notice.objectionDecided': {
    zh: '您对承办单位的异议已有答复',
    en: 'Your objection to the units was answered',
  },
} as const satisfies MessageTable;
