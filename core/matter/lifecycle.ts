import type { Lifecycle } from '../lifecycle.ts';
import { type MatterStage, matterStages, openStages } from './matter.ts';

export type MatterAction =
  | 'amend'
  | 'splitPoints'
  | 'assign'
  | 'close'
  | 'reopen'
  | 'withdraw'
  | 'merge'
  | 'takeIn'
  | 'unmerge'
  | 'letGo'
  | 'leaveProposers';

export type MatterNeed =
  | 'noReplyIssued'
  | 'noReplyInReview'
  | 'ratedOrReason'
  | 'hasMainDuty'
  | 'points'
  | 'noneMerged'
  | 'mainUnanswered'
  | 'roundUnanswered'
  | 'signatureDisowned';

/** THE TABLE of the matter. Stages between `assigned` and `rated` follow from the duties: see `stage.ts`. */
export const matterLifecycle = {
  amend: {
    name: { zh: '更正', en: 'Amend' },
    from: openStages,
    to: 'same',
    by: ['organ-office', 'supervisor'],
    needs: ['noReplyIssued', 'noReplyInReview'],
    clause:
      'product: a text that is answered, or whose answer is being cleared, is not changed under the answer',
  },
  splitPoints: {
    name: { zh: '拆分建议条目', en: 'Split into points' },
    from: ['filed', 'assigned', 'handling', 'rehandling'],
    to: 'same',
    by: ['organ-office', 'supervisor', 'unit-office', 'handler'],
    needs: ['noReplyIssued', 'noReplyInReview'],
    clause: 'law 5: asks are data; 上海市代表建议规定 (2015): a reply answers each suggestion',
  },
  assign: {
    name: { zh: '交办', en: 'Assign' },
    from: ['filed', 'assigned', 'handling', 'rehandling'],
    to: ['assigned', 'handling', 'rehandling'],
    by: ['supervisor', 'organ-office'],
    needs: ['points'],
    clause: '代表法 (2025) art. 51: the office of the congress assigns',
  },
  close: {
    name: { zh: '办结', en: 'Close' },
    from: ['replied', 'rated'],
    to: 'closed',
    by: ['organ-office', 'supervisor'],
    needs: ['ratedOrReason'],
    clause: 'law 3: silence is unrated; closing an unrated matter says why',
  },
  reopen: {
    name: { zh: '重新开启', en: 'Reopen' },
    from: ['closed'],
    to: 'rehandling',
    by: ['organ-office', 'supervisor'],
    needs: ['hasMainDuty'],
    clause: 'law 6: a reply is not the end',
  },
  withdraw: {
    name: { zh: '撤案', en: 'Withdraw' },
    from: openStages,
    to: 'withdrawn',
    by: ['organ-office'],
    needs: ['noneMerged'],
    clause: '上海市代表建议规定 (2015): in writing, all signers agree; law 9: the record stays',
  },
  merge: {
    name: { zh: '并案', en: 'Merge into another' },
    from: ['filed', 'assigned', 'handling'],
    to: 'merged',
    by: ['organ-office'],
    needs: ['noReplyIssued', 'noReplyInReview', 'noneMerged'],
    clause:
      '政协提案工作条例 (2018): the same content may be handled together, each proposer is answered; law 9: reversible',
  },
  takeIn: {
    name: { zh: '作为主案并入', en: 'Take another in' },
    from: ['filed', 'assigned', 'handling'],
    to: 'same',
    by: ['organ-office'],
    needs: ['noReplyIssued', 'noReplyInReview'],
    clause: '政协提案工作条例 (2018): what is under clearance was written for its own proposers',
  },
  unmerge: {
    name: { zh: '撤销并案', en: 'Undo the merging' },
    from: ['merged'],
    to: 'filed',
    by: ['organ-office'],
    needs: ['mainUnanswered'],
    clause: 'law 9: merge is reversible, until the main matter is answered, or in its next round',
  },
  letGo: {
    name: { zh: '将并入件分出', en: 'Let a merged one go' },
    from: ['filed', 'assigned', 'handling', 'rehandling'],
    to: 'same',
    by: ['organ-office'],
    needs: ['roundUnanswered', 'noReplyInReview'],
    clause: 'law 9: merge is reversible; an answer that was given to all is not taken back from some',
  },
  leaveProposers: {
    name: { zh: '不再列为提出人', en: 'Leave the proposers' },
    from: matterStages,
    to: 'same',
    by: ['lead-proposer', 'co-proposer'],
    needs: ['signatureDisowned'],
    clause:
      '上海市代表建议规定 (2015): each co-signer confirms that it is his own wish; law 9: the record stays',
  },
} as const satisfies Lifecycle<MatterAction, MatterStage, MatterNeed>;
