import type { MessageTable } from './message.ts';

/** 委托代办: absences with a stand-in, and acting for someone. */
export const absenceMessages = {
  'absence.title': { zh: '请假与委托代办', en: 'Absence and stand-ins' },
  'absence.lead': {
    zh: '请假期间由同单位或同办公室的人代办：新消息同时送给代办人，代办的每一步都记为“代”。提案代表的评价不能代办。',
    en: 'While you are away, someone of your unit or office acts for you: notices reach both of you, and every act is recorded as done for you. A proposer’s rating is never given by another.',
  },
  'absence.person': { zh: '谁请假', en: 'Who is away' },
  'absence.standIn': { zh: '代办人', en: 'Stand-in' },
  'absence.standIn.none': { zh: '没有可以代办的人', en: 'Nobody could stand in' },
  'absence.from': { zh: '开始日期', en: 'First day' },
  'absence.until': { zh: '结束日期（含当天）', en: 'Last day (included)' },
  'absence.needed': { zh: '请填写此项', en: 'Please fill this in' },
  'absence.reason': { zh: '事由', en: 'Reason' },
  'absence.make': { zh: '委托代办', en: 'Arrange it' },
  'absence.made': { zh: '委托已生效', en: 'It is arranged' },
  'absence.end': { zh: '提前结束', en: 'End early' },
  'absence.ended': { zh: '委托已结束', en: 'It is ended' },
  'absence.none': { zh: '没有委托', en: 'No absences' },
  'absence.line': { zh: '{person} 由 {standIn} 代办', en: '{standIn} stands in for {person}' },
  'absence.days': { zh: '{from} 至 {until}', en: '{from} to {until}' },
  'absence.madeBy': { zh: '{name} 安排', en: 'arranged by {name}' },
  'absence.state.planned': { zh: '未开始', en: 'To come' },
  'absence.state.running': { zh: '代办中', en: 'Running' },
  'absence.state.over': { zh: '已到期', en: 'Over' },
  'absence.state.ended': { zh: '已结束', en: 'Ended' },
  'absence.away': { zh: '请假至 {until}，由 {standIn} 代办', en: 'away until {until}, {standIn} stands in' },

  'acting.menu': { zh: '代 {name} 办理', en: 'Act for {name}' },
  'acting.back': { zh: '返回本人', en: 'Return to yourself' },
  'acting.banner': {
    zh: '您正在代 {name} 办理（至 {until}），每一步都会记为“{self}（代{name}）”。',
    en: 'You are acting for {name} (until {until}). Every step is recorded as “{self} (for {name})”.',
  },
  'acting.waiting': { zh: '代 {name}：{count} 件待办', en: 'For {name}: {count} to do' },
  'acting.go': { zh: '去代办', en: 'Act for them' },
  'acting.by': { zh: '{by}（代{for}）', en: '{by} (for {for})' },
  'acting.settings': {
    zh: '设置是本人的，代办时不能查看，请先返回本人。',
    en: 'Settings are each person’s own. Return to yourself to see yours.',
  },
  'acting.notice': { zh: '代 {name}：{text}', en: 'For {name}: {text}' },
} as const satisfies MessageTable;
