import type { Lifecycle } from '../lifecycle.ts';
import type { AssignmentState } from './assignment.ts';

export type AssignmentAction =
  | 'signFor'
  | 'requestHandBack'
  | 'upholdHandBack'
  | 'rejectHandBack'
  | 'revoke'
  | 'subAssign'
  | 'handOver'
  | 'recordContact'
  | 'writeOpinion'
  | 'startReply'
  | 'askExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'withdrawExtension'
  | 'pauseClock'
  | 'resumeClock'
  | 'recordDisclosure'
  | 'recordFollowUp';

export type AssignmentNeed =
  | 'matterOpen'
  | 'noEarlierHandBack'
  | 'inHandBackWindow'
  | 'assistRole'
  | 'replyRole'
  | 'noReplyIssued'
  | 'noOpenReply'
  | 'leadNotIssued'
  | 'withinPower'
  | 'arbiter'
  | 'extendable'
  | 'extensionLeft'
  | 'beforeDue'
  | 'noOpenExtension'
  | 'openExtension'
  | 'decidingBody'
  | 'clockRuns'
  | 'notOverdue'
  | 'clockPaused'
  | 'matterStands'
  | 'replySent'
  | 'disclosureAsked'
  | 'followUpAsked';

/** THE TABLE of one unit's duty on one matter. */
export const assignmentLifecycle = {
  signFor: {
    name: { zh: '签收', en: 'Sign for' },
    from: ['assigned'],
    to: 'signed',
    by: ['unit-office'],
    needs: ['matterOpen'],
    clause: '深圳 2007 绩效通知: sign in within 7 days',
  },
  requestHandBack: {
    name: { zh: '申请退办', en: 'Hand back' },
    from: ['assigned', 'signed'],
    to: 'handBackRequested',
    by: ['unit-office'],
    needs: ['matterOpen', 'noEarlierHandBack', 'inHandBackWindow', 'noReplyIssued'],
    clause:
      '上海市代表建议规定 (2015): explain within 7 working days; after that, accepted by silence; once decided, binding (广州)',
  },
  upholdHandBack: {
    name: { zh: '同意退办', en: 'Uphold the hand-back' },
    from: ['handBackRequested'],
    to: 'handedBack',
    by: ['supervisor', 'organ-office', 'city-leader'],
    needs: ['matterOpen', 'withinPower', 'arbiter'],
    clause: '上海市代表建议规定 (2015): returned only after consent',
  },
  rejectHandBack: {
    name: { zh: '不予退办', en: 'Refuse the hand-back' },
    from: ['handBackRequested'],
    to: 'signed',
    by: ['supervisor', 'organ-office', 'city-leader'],
    needs: ['matterOpen', 'withinPower', 'arbiter'],
    clause: '广州: the office decides, then binding',
  },
  revoke: {
    name: { zh: '改办撤回', en: 'Revoke' },
    from: ['assigned', 'signed'],
    to: 'revoked',
    by: ['supervisor', 'organ-office'],
    needs: ['matterOpen', 'withinPower', 'noReplyIssued'],
    clause: 'product: only who assigned may take back; no self-transfer (深圳 1998)',
  },
  subAssign: {
    name: { zh: '分办到科室', en: 'Distribute inside the unit' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['unit-office', 'section-head'],
    needs: ['matterOpen'],
    clause: 'practice (深圳市司法局 2020): division and person are decided at sign-in',
  },
  handOver: {
    name: { zh: '移交经办人', en: 'Hand over to another handler' },
    from: ['assigned', 'signed', 'handBackRequested', 'rehandling', 'answered'],
    to: 'same',
    by: ['unit-office', 'section-head'],
    needs: ['matterOpen'],
    clause: 'practice: handlers change often (深圳市司法局 2020)',
  },
  recordContact: {
    name: { zh: '记录沟通', en: 'Record a contact' },
    from: ['signed', 'rehandling', 'answered'],
    to: 'same',
    by: ['handler', 'section-head', 'unit-office', 'unit-leader'],
    needs: ['matterOpen'],
    clause: 'law 4: 先协商后答复',
  },
  writeOpinion: {
    name: { zh: '提交会办意见', en: 'Give the assisting opinion' },
    from: ['signed', 'answered'],
    to: 'answered',
    by: ['handler', 'section-head', 'unit-office', 'unit-leader'],
    needs: ['matterOpen', 'assistRole', 'leadNotIssued'],
    clause: 'law 1: assisting units give an opinion to the lead and never reply',
  },
  startReply: {
    name: { zh: '起草答复', en: 'Draft the reply' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['handler', 'section-head', 'unit-office'],
    needs: ['matterOpen', 'replyRole', 'noOpenReply'],
    clause: 'law 1: lead, sole and separate units reply',
  },
  askExtension: {
    name: { zh: '申请延期', en: 'Ask for an extension' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['unit-office', 'section-head', 'handler'],
    needs: ['matterOpen', 'extendable', 'noOpenExtension', 'extensionLeft', 'beforeDue'],
    clause:
      '代表法 (2025) art. 51: six months for broad or hard matters; 上海市代表建议规定 (2015) art. 19: a written report',
  },
  grantExtension: {
    name: { zh: '同意延期', en: 'Grant the extension' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: ['matterOpen', 'openExtension', 'decidingBody'],
    clause:
      '上海市代表建议规定 (2015) art. 19: with consent, and the deputy is told; a time-out decides nothing (law 7)',
  },
  refuseExtension: {
    name: { zh: '不予延期', en: 'Refuse the extension' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: ['matterOpen', 'openExtension', 'decidingBody'],
    clause: '上海市代表建议规定 (2015) art. 19: only with consent',
  },
  withdrawExtension: {
    name: { zh: '撤回延期申请', en: 'Take the request back' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['unit-office', 'section-head', 'handler'],
    needs: ['matterOpen', 'openExtension'],
    clause: 'product: who asked may take it back until it is decided',
  },
  pauseClock: {
    name: { zh: '暂停计时', en: 'Stop the clock' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: ['matterOpen', 'withinPower', 'clockRuns', 'notOverdue'],
    clause:
      'product: for what the unit cannot help, such as a proposer who cannot be reached; the remainder is kept, so a date that is over has none to keep',
  },
  resumeClock: {
    name: { zh: '恢复计时', en: 'Start the clock again' },
    from: ['signed', 'rehandling'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: ['matterOpen', 'withinPower', 'clockPaused'],
    clause: 'product: the remainder runs on',
  },
  recordDisclosure: {
    name: { zh: '登记公开情况', en: 'Record the publication' },
    from: ['answered'],
    to: 'same',
    by: ['unit-office', 'organ-office'],
    needs: ['matterStands', 'replySent', 'disclosureAsked'],
    clause:
      '政府信息公开条例 (2019) art. 26: within 20 working days; replies to suggestions and proposals are published 国办发〔2014〕46号',
  },
  recordFollowUp: {
    name: { zh: '登记跟踪落实', en: 'Report on progress' },
    from: ['answered'],
    to: 'same',
    by: ['unit-office', 'organ-office'],
    needs: ['matterStands', 'replySent', 'followUpAsked'],
    clause:
      '上海市代表建议规定 (2015): what was promised stays under follow-up, and the deputy is told (law 6)',
  },
} as const satisfies Lifecycle<AssignmentAction, AssignmentState, AssignmentNeed>;
