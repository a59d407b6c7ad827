import type { Lifecycle } from '../lifecycle.ts';
import type { RoundState } from './round.ts';

export type RoundAction =
  | 'openRound'
  | 'changeRound'
  | 'propose'
  | 'answerProposal'
  | 'keepProposal'
  | 'assignFromRound'
  | 'endRound';

export type RoundNeed = 'closesLater' | 'hasMatters';

/** THE TABLE of a round of proposed assignments. `open` becomes `over` by its closing time, which decides nothing. */
export const roundLifecycle = {
  openRound: {
    name: { zh: '发出征求意见', en: 'Ask the units' },
    from: ['draft'],
    to: 'open',
    by: ['supervisor', 'organ-office'],
    needs: ['hasMatters', 'closesLater'],
    clause:
      'practice (深圳市司法局 2020): a unit consults its divisions about its part before it takes a matter',
  },
  changeRound: {
    name: { zh: '修改名称、截止时间', en: 'Change name and closing time' },
    from: ['draft', 'open', 'over'],
    to: ['draft', 'open', 'over'],
    by: ['supervisor', 'organ-office'],
    needs: ['closesLater'],
    clause: 'product: a later closing time asks again those who are silent',
  },
  propose: {
    name: { zh: '拟交办', en: 'Propose units' },
    from: ['draft', 'open', 'over'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: '深圳 1998: matters are entered and split before the meeting',
  },
  answerProposal: {
    name: { zh: '反馈意见', en: 'Answer a proposal' },
    from: ['open'],
    to: 'same',
    by: ['unit-office'],
    needs: [],
    clause: '玉林 2019: a reason and the unit whose it is; late requests are not heard',
  },
  keepProposal: {
    name: { zh: '维持拟办意见', en: 'Keep the proposal' },
    from: ['open', 'over'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: '广州: disputed parts are decided by the office, then binding',
  },
  assignFromRound: {
    name: { zh: '正式交办', en: 'Assign what is agreed' },
    from: ['open', 'over'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: '代表法 (2025) art. 51: the office of the congress assigns',
  },
  endRound: {
    name: { zh: '结束本轮', en: 'End the round' },
    from: ['draft', 'open', 'over'],
    to: 'ended',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'law 9: what was proposed and answered stays',
  },
} as const satisfies Lifecycle<RoundAction, RoundState, RoundNeed>;
