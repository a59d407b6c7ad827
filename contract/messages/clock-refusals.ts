import type { MessageTable } from './message.ts';

/** Why a date is not put off, or its clock neither stopped nor started. */
export const clockRefusals = {
  'refusal.duty-outside-power': {
    zh: '该单位是边界单位，只能由交办机关（人大、政协办公机构）决定',
    en: 'The unit is outside the supervision office’s power: only the organ’s office decides here',
  },
  'refusal.after-reply-early': {
    zh: '本轮答复尚未印发，印发后再登记',
    en: 'The reply of this round is not issued yet; record this once it is',
  },
  'refusal.after-reply-future': {
    zh: '只登记已经做了的事：日期不能晚于今天（{today}）',
    en: 'Record what was done: the day is not after today ({today})',
  },
  'refusal.after-reply-before': {
    zh: '日期不能早于 {earliest}（答复印发或上次登记之日）',
    en: 'The day is not before {earliest}, when the reply was issued or the last report was made',
  },
  'refusal.disclosure-recorded': {
    zh: '本轮答复的公开情况已登记（{on}）',
    en: 'What became of the publication of this reply is recorded already ({on})',
  },
  'refusal.disclosure-not-asked': {
    zh: '这份答复不属于主动公开，无须登记公开情况',
    en: 'This reply is not one that is published by itself: nothing is to be recorded',
  },
  'refusal.follow-up-settled': {
    zh: '承诺事项已于 {on} 登记落实完毕',
    en: 'What was promised is recorded as done for good on {on}',
  },
  'refusal.follow-up-not-asked': {
    zh: '按现行规则，这份答复的办理结果无须跟踪报告',
    en: 'The rules in force ask for no report on a reply of this class',
  },
  'refusal.extension-none': {
    zh: '现行规则没有可以延期的期限',
    en: 'The rules in force know no extension of this date',
  },
  'refusal.extension-used-up': {
    zh: '本轮可延期 {times} 次，已用完',
    en: 'The {times} extension(s) of this round are used up',
  },
  'refusal.extension-too-late': {
    zh: '延期须在到期日 {due} 当日或之前申请，现已逾期。请尽快办理并与交办机关联系',
    en: 'An extension is asked for on or before the date ({due}), which is over. Go on and talk to the assigning office',
  },
  'refusal.extension-asked-already': {
    zh: '{on} 已申请延期，正待决定；可先撤回再申请',
    en: 'An extension was asked for on {on} and waits for a decision; take it back first to ask anew',
  },
  'refusal.extension-not-asked': {
    zh: '没有待决定的延期申请，可能已被撤回或决定，请刷新',
    en: 'No request waits for a decision; it may be decided or taken back. Load the page again',
  },
  'refusal.extension-not-yours': {
    zh: '按现行规则，本件延期由另一机关决定',
    en: 'By the rules in force another body decides on this extension',
  },
  'refusal.extension-not-later': {
    zh: '延期后的日期应晚于现期限 {due}',
    en: 'The new date must be later than the one that stands, {due}',
  },
  'refusal.extension-too-far': {
    zh: '延期不得超过 {limit}',
    en: 'No extension may lead beyond {limit}',
  },
  'refusal.extension-evidence-missing': {
    zh: '按现行规则须附书面报告，请上传后再申请',
    en: 'The rules want a written report: attach it and ask again',
  },
  'refusal.clock-paused': {
    zh: '已于 {since} 暂停计时，请先恢复',
    en: 'The clock has stood still since {since}; start it first',
  },
  'refusal.clock-date-over': {
    zh: '期限 {due} 已过，没有剩余时间可以保留，不能再暂停计时',
    en: 'The date {due} is over: no time remains that a pause could keep',
  },
  'refusal.clock-runs': { zh: '计时没有暂停', en: 'The clock is running' },
} as const satisfies MessageTable;
