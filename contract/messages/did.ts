import type { CaseCommand } from '#core/case/case-command.ts';
import type { SupervisionCommandName } from '#core/supervision/supervision-entry.ts';
import type { Message, MessageTable } from './message.ts';

type NameOf<C extends CaseCommand> = C extends CaseCommand ? `${C['on']}.${C['command']['type']}` : never;

/** What somebody did, by the command that the journal names: a line of the lists 已办 and 我发起的. */
export const didMessages = {
  'did.matter.file': { zh: '登记立案', en: 'Filed it' },
  'did.matter.amend': { zh: '更正登记内容', en: 'Corrected the record' },
  'did.matter.splitPoints': { zh: '拆分建议条目', en: 'Cut it into points' },
  'did.matter.close': { zh: '办结', en: 'Closed it' },
  'did.matter.reopen': { zh: '重新开启', en: 'Reopened it' },
  'did.matter.withdraw': { zh: '撤案', en: 'Withdrew it' },
  'did.plan.assign': { zh: '交办', en: 'Assigned it' },
  'did.assignment.signFor': { zh: '签收', en: 'Signed for it' },
  'did.assignment.requestHandBack': { zh: '申请退办', en: 'Asked to hand it back' },
  'did.assignment.upholdHandBack': { zh: '同意退办', en: 'Upheld the hand-back' },
  'did.assignment.upholdAndReassign': { zh: '同意退办并改办', en: 'Upheld the hand-back and reassigned it' },
  'did.assignment.rejectHandBack': { zh: '不予退办', en: 'Refused the hand-back' },
  'did.assignment.revoke': { zh: '撤回交办', en: 'Revoked the assignment' },
  'did.assignment.subAssign': { zh: '内部分办', en: 'Distributed it inside the unit' },
  'did.assignment.handOver': { zh: '移交经办人', en: 'Handed it over' },
  'did.contact.record': { zh: '记录沟通', en: 'Recorded a contact' },
  'did.contact.strike': { zh: '作废沟通记录', en: 'Struck out a contact' },
  'did.opinion.give': { zh: '提交会办意见', en: 'Gave the assisting opinion' },
  'did.newReply.start': { zh: '起草答复', en: 'Started the reply' },
  'did.reply.save': { zh: '保存答复稿', en: 'Saved the draft' },
  'did.reply.submit': { zh: '送审答复', en: 'Submitted the reply' },
  'did.reply.amendInReview': { zh: '审核中修改答复', en: 'Amended the reply in review' },
  'did.reply.approve': { zh: '审核通过', en: 'Approved the reply' },
  'did.reply.sendBack': { zh: '退回修改', en: 'Sent the reply back' },
  'did.reply.recall': { zh: '撤回送审', en: 'Recalled the reply' },
  'did.reply.issue': { zh: '签发答复', en: 'Issued the reply' },
  'did.rating.rate': { zh: '评价', en: 'Rated it' },
  'did.rating.enterForProposer': { zh: '代录评价', en: 'Entered a rating for the proposer' },
  'did.urge.urge': { zh: '催办', en: 'Urged it' },
  'did.urge.acknowledgeUrge': { zh: '提交催办回执', en: 'Acknowledged a slip' },
  'did.urge.takeBackUrge': { zh: '撤销催办', en: 'Took a slip back' },
  'did.notice.serveNotice': { zh: '印发督办通知', en: 'Issued a supervision notice' },
  'did.notice.acknowledgeNotice': { zh: '签收督办通知', en: 'Acknowledged a supervision notice' },
  'did.notice.reportBack': { zh: '反馈督办通知', en: 'Reported back on a supervision notice' },
  'did.notice.settleNotice': { zh: '督办通知销号', en: 'Settled a supervision notice' },
  'did.notice.returnReport': { zh: '退回督办反馈', en: 'Returned a report' },
  'did.notice.cancelNotice': { zh: '撤销督办通知', en: 'Cancelled a supervision notice' },
  'did.supervisionAct.record': { zh: '登记督办活动', en: 'Recorded a supervision action' },
  'did.supervisionAct.strike': { zh: '作废督办活动', en: 'Struck out a supervision action' },
  'did.other': { zh: '办理了一步', en: 'Took a step' },
} as const satisfies MessageTable & Record<`did.${NameOf<CaseCommand> | SupervisionCommandName}`, Message>;
