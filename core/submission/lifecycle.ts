import type { Lifecycle } from '../lifecycle.ts';
import type { SubmissionState } from './submission.ts';

export type SubmissionAction =
  | 'edit'
  | 'invite'
  | 'removeSigner'
  | 'sign'
  | 'declineToSign'
  | 'disownSignature'
  | 'submit'
  | 'disown'
  | 'takeStep'
  | 'choosePanel'
  | 'returnForRevision'
  | 'file'
  | 'decline'
  | 'convert'
  | 'split'
  | 'askToWithdraw'
  | 'agreeToWithdraw'
  | 'refuseToWithdraw'
  | 'takeBackWithdrawal'
  | 'discard';

export type SubmissionNeed =
  | 'complete'
  | 'confirmed'
  | 'noneOutdated'
  | 'ownInvitation'
  | 'invitationOpen'
  | 'ownStep'
  | 'stepOpen'
  | 'enteredForHim'
  | 'signedOnPaper'
  | 'stepsTaken'
  | 'severalAsks'
  | 'withdrawalAsked'
  /** Only where the rule lets every signer decide does one of them stop a withdrawal. */
  | 'allSignersDecide'
  | 'withdrawalOpen'
  /** What it became, if it was filed, is still handled. */
  | 'matterOpen'
  /** The office acts only for the author whose paper it entered 代录. */
  | 'ownOrEntered';

/**
 * THE TABLE of a submission, before it is a matter. `organ-office` is the office of the organ; on a draft it stands
 * only where it entered the draft itself (`standing.ts`). `reviewer`: whoever takes the step that is next.
 */
export const submissionLifecycle = {
  edit: {
    name: { zh: '修改', en: 'Edit' },
    from: ['draft', 'returned'],
    to: 'same',
    by: ['lead-proposer', 'organ-office'],
    needs: ['ownOrEntered'],
    clause:
      '上海市代表建议规定 (2015): one matter, facts, analysis, concrete request; a change asks the signers again',
  },
  invite: {
    name: { zh: '邀请联名', en: 'Invite co-signers' },
    from: ['draft', 'returned'],
    to: 'same',
    by: ['lead-proposer', 'organ-office'],
    needs: ['ownOrEntered'],
    clause: '上海市代表建议规定 (2015): the lead lets the co-signers know the text',
  },
  removeSigner: {
    name: { zh: '移除联名人', en: 'Remove a co-signer' },
    from: ['draft', 'returned'],
    to: 'same',
    by: ['lead-proposer', 'organ-office'],
    needs: ['ownOrEntered'],
    clause: 'practice (朝天): the lead may take an invitation back',
  },
  sign: {
    name: { zh: '联名', en: 'Co-sign' },
    from: ['draft', 'returned'],
    to: 'same',
    by: ['co-proposer'],
    needs: ['ownInvitation', 'invitationOpen'],
    clause: '上海市代表建议规定 (2015): each co-signer confirms that it is his own wish',
  },
  declineToSign: {
    name: { zh: '不参加联名', en: 'Decline to co-sign' },
    from: ['draft', 'returned'],
    to: 'same',
    by: ['co-proposer'],
    needs: ['ownInvitation'],
    clause: '上海市代表建议规定 (2015): each co-signer decides for himself',
  },
  disownSignature: {
    name: { zh: '声明非本人联名', en: 'Say that the signature is not one’s own' },
    from: ['vetting', 'submitted', 'returned', 'filed'],
    to: 'same',
    by: ['co-proposer'],
    needs: ['signedOnPaper'],
    clause: '上海市代表建议规定 (2015): each co-signer confirms that it is his own wish',
  },
  submit: {
    name: { zh: '提交', en: 'Submit' },
    from: ['draft', 'returned'],
    to: ['vetting', 'submitted'],
    by: ['lead-proposer', 'organ-office'],
    needs: ['ownOrEntered', 'complete', 'confirmed', 'noneOutdated'],
    clause:
      '代表法 (2025) art. 24, 36; 政协提案工作条例 (2018): a body’s proposal bears its seal or its convenor’s name',
  },
  disown: {
    name: { zh: '声明非本人提出', en: 'Say that it is not one’s own' },
    from: ['vetting', 'submitted'],
    to: 'returned',
    by: ['lead-proposer'],
    needs: ['enteredForHim'],
    clause: 'product: what an assistant entered stands only while its author does not object',
  },
  takeStep: {
    name: { zh: '审核', en: 'Give the opinion of this step' },
    from: ['vetting', 'submitted'],
    to: ['vetting', 'submitted'],
    by: ['reviewer', 'organ-office'],
    needs: ['stepOpen', 'ownStep'],
    clause: 'practice: 三审 before submission, 初审 and 复审 before the committee (兰州, 广州)',
  },
  choosePanel: {
    name: { zh: '分组', en: 'Give to a panel' },
    from: ['vetting', 'submitted'],
    to: 'same',
    by: ['organ-office'],
    needs: [],
    clause: 'practice (广州): review panels by topic',
  },
  returnForRevision: {
    name: { zh: '退回修改', en: 'Return for revision' },
    from: ['vetting', 'submitted'],
    to: 'returned',
    by: ['reviewer', 'organ-office'],
    needs: ['ownStep'],
    clause: 'practice (上海 2017): sent back for change',
  },
  file: {
    name: { zh: '立案', en: 'File' },
    from: ['submitted'],
    to: 'filed',
    by: ['organ-office'],
    needs: ['stepsTaken'],
    clause: '政协提案工作条例 (2018): filed after review, then a written reply is owed',
  },
  decline: {
    name: { zh: '不予立案', en: 'Decline' },
    from: ['submitted'],
    to: 'declined',
    by: ['organ-office'],
    needs: ['stepsTaken'],
    clause: '上海市代表建议规定 (2015): the deputy is told why',
  },
  convert: {
    name: { zh: '转办', en: 'Pass on as something else' },
    from: ['submitted'],
    to: 'converted',
    by: ['organ-office'],
    needs: ['stepsTaken'],
    clause: 'practice (上海 2017): passed on as 参阅件, 社情民意 or 委员来信',
  },
  split: {
    name: { zh: '分案', en: 'Split' },
    from: ['submitted'],
    to: 'split',
    by: ['organ-office'],
    needs: ['severalAsks'],
    clause: '一事一议 / 一事一案: one matter, one concern',
  },
  askToWithdraw: {
    name: { zh: '申请撤回', en: 'Ask to withdraw' },
    from: ['vetting', 'submitted', 'returned', 'filed'],
    to: ['vetting', 'submitted', 'returned', 'filed', 'withdrawn'],
    by: ['lead-proposer', 'organ-office'],
    needs: ['ownOrEntered', 'matterOpen'],
    clause: '上海市代表建议规定 (2015): in writing; joint ones only if all signers ask',
  },
  agreeToWithdraw: {
    name: { zh: '同意撤回', en: 'Agree to the withdrawal' },
    from: ['vetting', 'submitted', 'returned', 'filed'],
    to: ['vetting', 'submitted', 'returned', 'filed', 'withdrawn'],
    by: ['co-proposer'],
    needs: ['withdrawalAsked', 'matterOpen'],
    clause: '上海市代表建议规定 (2015): joint ones only if all signers ask',
  },
  refuseToWithdraw: {
    name: { zh: '不同意撤回', en: 'Refuse the withdrawal' },
    from: ['vetting', 'submitted', 'returned', 'filed'],
    to: 'same',
    by: ['co-proposer'],
    needs: ['withdrawalAsked', 'matterOpen', 'allSignersDecide'],
    clause: '上海市代表建议规定 (2015): joint ones only if all signers ask',
  },
  takeBackWithdrawal: {
    name: { zh: '取消撤回申请', en: 'Take the request back' },
    from: ['vetting', 'submitted', 'returned', 'filed'],
    to: 'same',
    by: ['lead-proposer', 'organ-office'],
    needs: ['ownOrEntered', 'withdrawalOpen', 'matterOpen'],
    clause: 'product: who asked may think better of it while it is not withdrawn',
  },
  discard: {
    name: { zh: '弃稿', en: 'Discard the draft' },
    from: ['draft'],
    to: 'discarded',
    by: ['lead-proposer', 'organ-office'],
    needs: ['ownOrEntered'],
    clause: 'product: a draft is its author’s own',
  },
} as const satisfies Lifecycle<SubmissionAction, SubmissionState, SubmissionNeed>;
