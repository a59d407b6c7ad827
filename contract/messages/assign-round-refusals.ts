import type { MessageTable } from './message.ts';

/** Refusals of proposed assignments: a part of `refusals.ts`. */
export const assignRoundRefusals = {
  'refusal.round-closes-past': {
    zh: '截止时间必须晚于现在，请改为以后的时间。',
    en: 'The closing time must lie in the future. Choose a later one.',
  },
  'refusal.round-empty': {
    zh: '本轮还没有列入任何件，请先列入。',
    en: 'There is no matter in this round yet. Add some first.',
  },
  'refusal.matter-in-round': {
    zh: '该件已列入另一轮拟交办（{round}），请先从那一轮移出。',
    en: 'The matter stands in another round ({round}). Take it out there first.',
  },
  'refusal.matter-not-in-round': {
    zh: '该件不在本轮，或已交办、已移出。',
    en: 'The matter is not in this round, or has been assigned or taken out.',
  },
  'refusal.matter-other-organ': {
    zh: '该件属于另一机构，不能列入本轮。',
    en: 'The matter is of another organ and cannot be in this round.',
  },
  'refusal.named-unit-missing': {
    zh: '提出异议时，请写明应由哪个单位承办。',
    en: 'An objection names the unit whose matter it should be.',
  },
  'refusal.proposal-not-disputed': {
    zh: '该单位没有待处理的异议。',
    en: 'The unit has no objection that waits for a decision.',
  },
  'refusal.proposal-disputed': {
    zh: '还有单位持异议：请调整单位，或写明理由维持原拟意见，再交办。',
    en: 'A unit still objects. Change the units, or keep the proposal with a reason, before assigning.',
  },
  'refusal.proposal-waiting': {
    zh: '还有单位没有反馈，截止时间未到。到时未反馈的视为同意。',
    en: 'A unit has not answered and the closing time has not come. Silence until then counts as acceptance.',
  },
  'refusal.hand-back-of-leader': {
    zh: '这件已经退办过一次，再次退办由市领导裁定。',
    en: 'The matter was handed back before; a second hand-back is for the city leader to decide.',
  },
  'refusal.hand-back-of-office': {
    zh: '这次退办由交办机构裁定。只有本地规则写明的再次退办，才由市领导裁定。',
    en: 'This hand-back is for the assigning office to decide; only a second one goes up to the leader, where the rules say so.',
  },
  'refusal.unit-may-be-called-back': {
    zh: '该单位答复过的 {count} 件尚未办结，可能重新办理。请用“合并、拆分”指定承继单位，再撤销本单位。',
    en: '{count} matters that the unit answered are not closed and may be handled again. Name the unit that follows it (“merge or split”) instead of closing it.',
  },
  'refusal.hearing-over': {
    zh: '意见已经反馈，或退办已经裁定。',
    en: 'It has been answered already, or the hand-back is decided.',
  },
  'refusal.succession-shape': {
    zh: '只能多个单位合并为一个，或一个单位拆分为多个，请重新选择。',
    en: 'Several units merge into one, or one is split among several. Choose again.',
  },
  'refusal.succession-self': {
    zh: '单位不能承继自己，请重新选择。',
    en: 'A unit cannot follow itself. Choose again.',
  },
  'refusal.succession-elsewhere': {
    zh: '科室或任务只能转到所选的承继单位。',
    en: 'Sections and duties can only go to the successors that were chosen.',
  },
  'refusal.succession-in-future': {
    zh: '生效日期不能晚于今天，请在生效当天办理。',
    en: 'The day cannot lie in the future. Carry it out on the day itself.',
  },
} as const satisfies MessageTable;
