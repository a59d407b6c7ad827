import type { CaseEvent } from '#core/case/case-event.ts';
import type { SupervisionEntry } from '#core/supervision/supervision-entry.ts';
import type { Message, MessageTable } from './message.ts';

type EventType = (CaseEvent | SupervisionEntry)['event']['type'];

/**
 * One sentence for every event of a matter. A part in square brackets is left out when one of its placeholders has
 * no value; so the same sentence serves readers who may see more and readers who may see less.
 */
export const timelineMessages = {
  'timeline.event.matterFiled': { zh: '登记立案[，案号{caseNo}]', en: 'filed the matter[ as {caseNo}]' },
  'timeline.event.matterAmended': { zh: '更正登记内容[：{fields}]', en: 'corrected the record[: {fields}]' },
  'timeline.event.pointsSplit': { zh: '把诉求拆分为[ {count} ]条', en: 'cut it into[ {count}] points' },
  'timeline.event.matterAssigned': {
    zh: '交办[，责任领导{responsibleLeader}]',
    en: 'assigned the matter[; responsible leader {responsibleLeader}]',
  },
  'timeline.event.stageMoved': {
    zh: '阶段变动[：“{from}”转为“{to}”]',
    en: 'moved the stage[ from “{from}” to “{to}”]',
  },
  'timeline.event.matterClosed': { zh: '办结[：{reason}]', en: 'closed the matter[: {reason}]' },
  'timeline.event.pastClosed': {
    zh: '按历年清单登记为已办结[（{on}）]（补录）',
    en: 'recorded it as closed[ on {on}], from a list of that year (imported)',
  },
  'timeline.event.pastRecorded': {
    zh: '补录历年办理情况：[{unit}][，{signedOn}签收][，{repliedOn}答复][，文号{documentNo}][，结果{resultClass}][，共{rounds}次答复][，结果评价{outcome}][，态度评价{attitude}]（据清单导入）',
    en: 'recorded how it was handled then:[ {unit}][, signed for on {signedOn}][, replied on {repliedOn}][, no. {documentNo}][, class {resultClass}][, {rounds} replies][, outcome {outcome}][, attitude {attitude}] (imported from a list)',
  },
  'timeline.event.matterReopened': { zh: '重新开启[：{reason}]', en: 'reopened the matter[: {reason}]' },
  'timeline.event.matterWithdrawn': { zh: '撤案[：{reason}]', en: 'withdrew the matter[: {reason}]' },

  'timeline.event.matterMerged': {
    zh: '并案[，并入第{caseNo}号办理][：{reason}]',
    en: 'merged it[ into {caseNo}][: {reason}]',
  },
  'timeline.event.matterUnmerged': {
    zh: '撤销并案[，与第{caseNo}号分开办理][：{reason}]',
    en: 'undid the merging[ into {caseNo}][: {reason}]',
  },
  'timeline.event.matterTakenIn': { zh: '[第{caseNo}号]并入本件', en: 'took[ {caseNo}] in' },
  'timeline.event.matterLetGo': { zh: '[第{caseNo}号]与本件分开办理', en: 'let[ {caseNo}] go again' },
  'timeline.event.proposerLeft': {
    zh: '[{proposer}]声明[第{caseNo}号上的]联名非本人所签，不再列为提出人[：{reason}]',
    en: '[{proposer}: ]the signature[ on {caseNo}] was not the signer’s own; a proposer no more[: {reason}]',
  },

  'timeline.event.dutyAssigned': { zh: '[{unit}]列为[{role}]单位', en: '[{unit} became the ][{role} ]unit' },
  'timeline.event.signedFor': { zh: '[{unit}]签收', en: 'signed for it[ ({unit})]' },
  'timeline.event.handBackRequested': {
    zh: '[{unit}]申请退办[，认为应由{rightUnit}办理][：{reason}]',
    en: 'asked to hand it back[ ({unit})][, naming {rightUnit}][: {reason}]',
  },
  'timeline.answer.accepted': { zh: '同意承办', en: 'would take it' },
  'timeline.answer.declined': { zh: '不同意承办', en: 'declines' },
  'timeline.decision.changed': { zh: '调整承办单位', en: 'the units are changed' },
  'timeline.decision.kept': { zh: '维持原交办', en: 'the assignment stays' },
  'timeline.event.namedUnitHeard': {
    zh: '被点名的[{unit}]反馈意见[：{answer}][，{reason}]',
    en: '[{unit}, ]the unit that was named was heard[: {answer}][, {reason}]',
  },
  'timeline.event.objectionRaised': {
    zh: '[{proposer}]对交办提出异议[：{reason}][，希望由{wanted}承办]',
    en: '[{proposer} ]objected to the assignment[: {reason}][, and would have {wanted}]',
  },
  'timeline.event.objectionDecided': {
    zh: '对交办异议作出答复[：{decision}][，{reason}]',
    en: 'decided on the objection to the assignment[: {decision}][, {reason}]',
  },
  'timeline.event.objectionWithdrawn': {
    zh: '[{proposer}]撤回对交办的异议',
    en: '[{proposer} ]took the objection to the assignment back',
  },
  'timeline.event.dutyPassed': {
    zh: '承办任务[由{from}]转由[{to}]承继[：{reason}]',
    en: 'passed the duty on[ from {from}][ to {to}][: {reason}]',
  },
  'timeline.event.handBackUpheld': {
    zh: '同意[{unit}]退办[：{note}]',
    en: 'upheld the hand-back[ of {unit}][: {note}]',
  },
  'timeline.event.handBackRejected': {
    zh: '不予[{unit}]退办[：{note}]',
    en: 'refused the hand-back[ of {unit}][: {note}]',
  },
  'timeline.event.dutyRevoked': {
    zh: '撤回对[{unit}]的交办[：{reason}]',
    en: 'revoked the duty[ of {unit}][: {reason}]',
  },
  'timeline.event.subAssigned': {
    zh: '[{unit}]内部分办[到{section}][，经办人{handler}][，分管领导{leader}]',
    en: 'distributed it[ inside {unit}][ to {section}][, handler {handler}][, leader {leader}]',
  },
  'timeline.event.handedOver': {
    zh: '[{unit}]经办人移交[给{handler}][：{reason}]',
    en: 'handed it over[ inside {unit}][ to {handler}][: {reason}]',
  },
  'timeline.event.extensionAsked': {
    zh: '[{unit}]申请延期[至 {until}][：{reason}]',
    en: 'asked for an extension[ ({unit})][ to {until}][: {reason}]',
  },
  'timeline.event.extensionGranted': {
    zh: '同意[{unit}]延期[至 {until}][：{note}]',
    en: 'granted an extension[ to {unit}][, until {until}][: {note}]',
  },
  'timeline.event.extensionRefused': {
    zh: '不予[{unit}]延期[：{note}]',
    en: 'refused the extension[ of {unit}][: {note}]',
  },
  'timeline.event.extensionWithdrawn': {
    zh: '[{unit}]撤回延期申请[：{note}]',
    en: 'took the request for an extension back[ ({unit})][: {note}]',
  },
  'timeline.event.disclosureRecorded': {
    zh: '[{unit}]登记答复公开情况[：{on}][，公开于 {place}][，不予公开：{reason}]',
    en: 'recorded what became of the reply[ of {unit}][, on {on}][: published at {place}][: not public, {reason}]',
  },
  'timeline.event.followUpRecorded': {
    zh: '[{unit}]登记跟踪落实[：{on}][：{text}]',
    en: 'reported on progress[ ({unit})][, as of {on}][: {text}]',
  },
  'timeline.event.clockPaused': {
    zh: '[{unit}]暂停计时[：{reason}]',
    en: 'stopped the clock[ of {unit}][: {reason}]',
  },
  'timeline.event.clockResumed': {
    zh: '[{unit}]恢复计时[：{reason}]',
    en: 'started the clock[ of {unit}] again[: {reason}]',
  },
  'timeline.event.dutyAnswered': { zh: '[{unit}]完成本轮办理', en: '[{unit} ]finished this round' },
  'timeline.event.roundOpened': {
    zh: '[{unit}]开始第[ {round} ]轮办理[：{reason}]',
    en: 'opened round[ {round}][ for {unit}][: {reason}]',
  },

  'timeline.event.replyStarted': { zh: '[{unit}]起草答复', en: 'started the reply[ of {unit}]' },
  'timeline.event.replySaved': { zh: '[{unit}]保存答复稿', en: 'saved the draft[ of {unit}]' },
  'timeline.event.replySubmitted': {
    zh: '[{unit}]答复送审',
    en: 'submitted the reply[ of {unit}] for review',
  },
  'timeline.event.replyApproved': {
    zh: '[{unit}]答复经[“{level}”]审核通过[：{note}]',
    en: 'approved the reply[ of {unit}][ ({level})][: {note}]',
  },
  'timeline.event.replySentBack': {
    zh: '[{unit}]答复退回[给{to}]修改[：{reason}]',
    en: 'sent the reply[ of {unit}] back[ to {to}][: {reason}]',
  },
  'timeline.event.replyRecalled': { zh: '撤回[{unit}]送审的答复', en: 'recalled the reply[ of {unit}]' },
  'timeline.event.replyIssued': {
    zh: '[{unit}]签发答复[，{documentNo}][；未等会办意见：{opinionsMissingReason}]',
    en: 'issued the reply[ of {unit}][, {documentNo}][; went ahead without opinions: {opinionsMissingReason}]',
  },

  'timeline.event.ratingSealed': {
    zh: '[{proposer}]提交评价[（{entered}）][：态度{attitude}][，结果{outcome}]',
    en: '[{proposer}: ]rating given[ ({entered})][; attitude {attitude}][, outcome {outcome}]',
  },
  'timeline.event.contactRecorded': {
    zh: '[{unit}]记录[{stage}]沟通[（{channel}）]',
    en: 'recorded a contact[ by {channel}][ ({unit})]',
  },
  'timeline.event.contactStruck': {
    zh: '作废一条沟通记录[：{reason}]',
    en: 'struck out a contact[: {reason}]',
  },
  'timeline.event.opinionGiven': { zh: '[{unit}]提交会办意见', en: 'gave an assisting opinion[ ({unit})]' },

  'timeline.event.urged': {
    zh: '[{level}]催办[{unit}][，{slipNo}]',
    en: 'urged[ {unit}][ ({level})][, {slipNo}]',
  },
  'timeline.event.urgeAcknowledged': {
    zh: '[{unit}]提交催办回执[（{slipNo}）][：{note}][，承诺{doneBy}前完成]',
    en: 'acknowledged the slip[ {slipNo}][ ({unit})][: {note}][; to be done by {doneBy}]',
  },
  'timeline.event.urgeTakenBack': {
    zh: '撤销对[{unit}]的催办[（{slipNo}）][：{reason}]',
    en: 'took the slip[ {slipNo}] back[ ({unit})][: {reason}]',
  },
  'timeline.event.noticeServed': {
    zh: '向[{unit}]印发督办通知[（{documentNo}）]',
    en: 'issued a supervision notice[ {documentNo}][ to {unit}]',
  },
  'timeline.event.noticeAcknowledged': {
    zh: '[{unit}]签收督办通知[（{documentNo}）]',
    en: 'acknowledged the supervision notice[ {documentNo}][ ({unit})]',
  },
  'timeline.event.noticeReportedBack': {
    zh: '[{unit}]反馈督办通知[（{documentNo}）]的落实情况',
    en: 'reported back on the supervision notice[ {documentNo}][ ({unit})]',
  },
  'timeline.event.noticeReportReturned': {
    zh: '退回[{unit}]的督办反馈[（{documentNo}）]',
    en: 'returned the report[ of {unit}] on the supervision notice[ {documentNo}]',
  },
  'timeline.event.noticeSettled': {
    zh: '督办通知[（{documentNo}）]销号',
    en: 'settled the supervision notice[ {documentNo}]',
  },
  'timeline.event.noticeCancelled': {
    zh: '撤销督办通知[（{documentNo}）]',
    en: 'cancelled the supervision notice[ {documentNo}]',
  },
  'timeline.event.supervisionActRecorded': {
    zh: '登记督办活动[（{kind}）][：{result}]',
    en: 'recorded a supervision action[ ({kind})][: {result}]',
  },
  'timeline.event.supervisionActStruck': {
    zh: '作废一条督办活动[：{reason}]',
    en: 'struck out a supervision action[: {reason}]',
  },

  'timeline.level.drafter': { zh: '经办人', en: 'the drafter' },
  'timeline.entered': { zh: '代录', en: 'entered for the proposer' },
} as const satisfies MessageTable & Readonly<Record<`timeline.event.${EventType}`, Message>>;
