import type { Lifecycle } from '../lifecycle.ts';
import { type MatterStage, openStages } from './matter.ts';

export type MatterAction = 'amend' | 'splitPoints' | 'assign' | 'close' | 'reopen' | 'withdraw';

export type MatterNeed = 'noReplyIssued' | 'noReplyInReview' | 'ratedOrReason' | 'hasMainDuty' | 'points';

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
    needs: [],
    clause: '上海市代表建议规定 (2015): in writing, all signers agree; law 9: the record stays',
  },
} as const satisfies Lifecycle<MatterAction, MatterStage, MatterNeed>;
