import type { MessageTable } from './message.ts';

/** Sentences of the refusals of core/absence and of acting for someone. */
export const absenceRefusals = {
  'refusal.delegation-past': {
    zh: '委托不能从过去开始，最早从今天（{today}）起。',
    en: 'An absence cannot begin in the past: today ({today}) at the earliest.',
  },
  'refusal.delegation-days': { zh: '结束日期早于开始日期。', en: 'The last day is before the first.' },
  'refusal.delegation-too-long': {
    zh: '一次委托最多 {max} 天，现在是 {days} 天；更长的请调整岗位角色。',
    en: 'At most {max} days at once, these are {days}. For longer, change the roles themselves.',
  },
  'refusal.delegation-self': { zh: '不能委托给请假人自己。', en: 'Nobody stands in for himself.' },
  'refusal.delegation-own-gain': {
    zh: '不能替别人把权限委托给自己，请由本人或其他人员安排。',
    en: 'Nobody can make himself another’s stand-in: let the person himself or somebody else arrange it.',
  },
  'refusal.delegation-not-eligible': {
    zh: '此人不能代办：代办人须在用，并与请假人同单位（同科室）或同一办公室。',
    en: 'This person cannot stand in: a stand-in is an active person of the same unit or the same office.',
  },
  'refusal.delegation-overlap': {
    zh: '这几天已有代办人（{from} 至 {until}），请先结束原来的委托。',
    en: 'There is a stand-in for these days already ({from} to {until}). End that first.',
  },
  'refusal.delegation-stand-in-away': {
    zh: '{name} 这几天自己也不在（至 {until}），请另选代办人。',
    en: '{name} is away on these days too (until {until}). Choose somebody else.',
  },
  'refusal.delegation-covers': {
    zh: '这几天（{from} 至 {until}）此人正在代别人办理，不能再转托；请先结束那项委托，另选代办人。',
    en: 'On these days ({from} to {until}) this person covers for someone, which cannot be handed on. End that first and choose another stand-in there.',
  },
  'refusal.delegation-over': { zh: '这项委托已经结束。', en: 'This delegation is over already.' },
  'refusal.not-standing-in': {
    zh: '您现在不是此人的代办人：委托未开始、已到期或已结束。',
    en: 'You do not stand in for this person now: it has not begun, has run out or was ended.',
  },
  'refusal.not-while-standing-in': {
    zh: '这是本人的事项，代办时不能操作，请先返回本人。',
    en: 'This is for the person himself and not for a stand-in. Return to yourself first.',
  },
} as const satisfies MessageTable;
