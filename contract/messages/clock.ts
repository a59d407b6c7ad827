import type { MessageTable } from './message.ts';

/** Duties, lights, "why this date" and the faults of a ruleset. Codes come from `core/clock` and `core/check-ruleset`. */
export const clockMessages = {
  'clock.duty.assign': { zh: '交办', en: 'Assign' },
  'clock.duty.signFor': { zh: '签收', en: 'Sign for' },
  'clock.duty.handBack': { zh: '提出退办', en: 'Hand back' },
  'clock.duty.decideHandBack': { zh: '裁定退办', en: 'Decide on the hand-back' },
  'clock.duty.opinion': { zh: '会办意见', en: 'Assisting opinion' },
  'clock.duty.firstContact': { zh: '首次沟通', en: 'First contact' },
  'clock.duty.draft': { zh: '起草答复', en: 'Draft the reply' },
  'clock.duty.decideExtension': { zh: '决定延期', en: 'Decide on the extension' },
  'clock.duty.followUp': { zh: '跟踪报告', en: 'Report on progress' },
  'clock.duty.reply': { zh: '答复', en: 'Reply' },
  'clock.duty.rate': { zh: '评价', en: 'Rate' },
  'clock.duty.rehandle': { zh: '重新办理', en: 'Handle again' },
  'clock.duty.disclose': { zh: '公开答复', en: 'Publish the reply' },

  'clock.state.none': { zh: '无期限', en: 'No date' },
  'clock.state.ample': { zh: '时限充裕', en: 'Ample time' },
  'clock.state.soon': { zh: '即将到期', en: 'Due soon' },
  'clock.state.urgent': { zh: '临期', en: 'Urgent' },
  'clock.state.overdue': { zh: '已逾期', en: 'Overdue' },
  'clock.state.paused': { zh: '暂停计时', en: 'Paused' },
  'clock.state.doneOnTime': { zh: '按期完成', en: 'Done on time' },
  'clock.state.doneLate': { zh: '逾期完成', en: 'Done late' },

  'clock.left': { zh: '余 {count} 个工作日', en: '{count} working day(s) left' },
  'clock.today': { zh: '今日到期', en: 'Due today' },
  'clock.late': { zh: '逾期 {count} 个工作日', en: '{count} working day(s) late' },
  'clock.provisional': { zh: '暂定', en: 'Provisional' },
  'clock.source': { zh: '依据', en: 'Source' },
  'clock.source.unverified': {
    zh: '未与正式文本核对',
    en: 'Not compared with the official text',
  },
  'clock.calendar.until': {
    zh: '工作日历已录至 {year} 年，此后按周一至周五暂计',
    en: 'The work calendar reaches to {year}; later days are counted by weekdays for now',
  },

  'clock.why': { zh: '为什么是这一天', en: 'Why this date' },
  'clock.why.start.filed': { zh: '自立案之日 {date} 起', en: 'From filing on {date}' },
  'clock.why.start.sessionClosed': {
    zh: '自闭会之日 {date} 起',
    en: 'From the close of the session on {date}',
  },
  'clock.why.start.assigned': { zh: '自交办之日 {date} 起', en: 'From assignment on {date}' },
  'clock.why.start.signedFor': { zh: '自签收之日 {date} 起', en: 'From signing for it on {date}' },
  'clock.why.start.handBackRequested': {
    zh: '自提出退办之日 {date} 起',
    en: 'From the request to hand back on {date}',
  },
  'clock.why.start.extensionAsked': {
    zh: '自申请延期之日 {date} 起',
    en: 'From the request for an extension on {date}',
  },
  'clock.why.start.issued': { zh: '自答复签发之日 {date} 起', en: 'From the issue of the reply on {date}' },
  'clock.why.start.reported': {
    zh: '自上次跟踪登记之日 {date} 起',
    en: 'From the last report on progress on {date}',
  },
  'clock.why.start.roundOpened': {
    zh: '自重新办理之日 {date} 起',
    en: 'From the opening of the round on {date}',
  },
  'clock.why.month': { zh: '{count} 个月', en: '{count} month(s)' },
  'clock.why.clamped': {
    zh: '当月没有对应日期，取月末 {date}',
    en: 'the month has no such day, so its last day {date}',
  },
  'clock.why.day': { zh: '{count} 日（自次日起算）', en: '{count} day(s), the next day being the first' },
  'clock.why.workday': {
    zh: '{count} 个工作日（自次日起算），跳过周末 {weekendDays} 天',
    en: '{count} working day(s), the next day being the first; {weekendDays} weekend day(s) skipped',
  },
  'clock.why.holidays': {
    zh: '跳过节假日 {count} 天：{days}',
    en: '{count} day(s) of holidays skipped: {days}',
  },
  'clock.why.makeUp': {
    zh: '计入调休上班 {count} 天：{days}',
    en: '{count} make-up working day(s) counted: {days}',
  },
  'clock.why.fixedDate': { zh: '规定的统一日期 {date}', en: 'a date fixed for all: {date}' },
  'clock.why.before.assign': {
    zh: '交办期限 {date} 之前 {count} 日',
    en: '{count} day(s) before assignment is due ({date})',
  },
  'clock.why.before.signFor': {
    zh: '签收期限 {date} 之前 {count} 日',
    en: '{count} day(s) before signing for is due ({date})',
  },
  'clock.why.before.handBack': {
    zh: '退办期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the hand-back window ends ({date})',
  },
  'clock.why.before.decideHandBack': {
    zh: '裁定退办期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the decision on the hand-back is due ({date})',
  },
  'clock.why.before.opinion': {
    zh: '会办意见期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the assisting opinion is due ({date})',
  },
  'clock.why.before.reply': {
    zh: '答复期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the reply is due ({date})',
  },
  'clock.why.before.firstContact': {
    zh: '首次沟通期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the first contact is due ({date})',
  },
  'clock.why.before.draft': {
    zh: '起草期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the draft is due ({date})',
  },
  'clock.why.before.decideExtension': {
    zh: '决定延期的期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the decision on the extension is due ({date})',
  },
  'clock.why.before.followUp': {
    zh: '跟踪报告期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the progress report is due ({date})',
  },
  'clock.why.before.rate': {
    zh: '评价期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the rating is due ({date})',
  },
  'clock.why.before.rehandle': {
    zh: '重新办理期限 {date} 之前 {count} 日',
    en: '{count} day(s) before the second reply is due ({date})',
  },
  'clock.why.before.disclose': {
    zh: '公开期限 {date} 之前 {count} 日',
    en: '{count} day(s) before publication is due ({date})',
  },
  'clock.why.atStart': {
    zh: '倒推早于起算日，故以起算日 {date} 为限',
    en: 'counting back leads to before the start, so it is due at once: {date}',
  },
  'clock.why.setAside': {
    zh: '统一日期 {date} 早于起算日，不适用',
    en: 'the fixed date {date} was over before the start and does not apply',
  },
  'clock.why.override': {
    zh: '本规则的日期优先于其他规则',
    en: 'the date of this rule stands before all others',
  },
  'clock.why.capped': {
    zh: '其他规则得出 {from}，晚于最迟日期，故以 {date} 为限',
    en: 'the other rule leads to {from}, which is later than the latest date {date}',
  },
  'clock.why.pausedDays': {
    zh: '{from} 至 {to} 暂停计时，余 {left} 日，恢复后至 {date}',
    en: 'paused from {from} to {to} with {left} day(s) left, which lead to {date}',
  },
  'clock.why.pausedWorkdays': {
    zh: '{from} 至 {to} 暂停计时，余 {left} 个工作日，恢复后至 {date}',
    en: 'paused from {from} to {to} with {left} working day(s) left, which lead to {date}',
  },
  'clock.why.extended': {
    zh: '{on} 批准延期至 {date}',
    en: 'extension granted on {on}, to {date}',
  },
  'clock.why.standsStillDays': {
    zh: '自 {since} 起暂停计时，余 {left} 日',
    en: 'paused since {since} with {left} day(s) left',
  },
  'clock.why.standsStillWorkdays': {
    zh: '自 {since} 起暂停计时，余 {left} 个工作日',
    en: 'paused since {since} with {left} working day(s) left',
  },
  'clock.why.due': { zh: '截止 {date}', en: 'Due {date}' },
  'clock.why.provisional': {
    zh: '途经尚未公布节假日安排的日子，按周一至周五暂计，公布后可能变化',
    en: 'Some days on the way have no published holidays yet; weekdays were taken and the date may move',
  },
  'clock.why.unverified': {
    zh: '所依规则尚未与正式文本核对',
    en: 'The rule has not been compared with the official text',
  },

  'clock.rulesetProblem.pattern-empty': { zh: '格式为空', en: 'The pattern is empty' },
  'clock.rulesetProblem.pattern-brace': { zh: '花括号不成对：{detail}', en: 'Unpaired brace: {detail}' },
  'clock.rulesetProblem.placeholder-unknown': {
    zh: '不认识的占位符：{detail}',
    en: 'Unknown placeholder: {detail}',
  },
  'clock.rulesetProblem.width-invalid': {
    zh: '位数应为 1 至 9：{detail}',
    en: 'The width must be 1 to 9: {detail}',
  },
  'clock.rulesetProblem.width-missing': {
    zh: '{detail} 后紧接数字，须写明位数，否则会混淆',
    en: '{detail} runs into the next digits; give it a width, or numbers are mistaken for one another',
  },
  'clock.rulesetProblem.serial-missing': { zh: '缺少流水号占位符', en: 'The serial placeholder is missing' },
  'clock.rulesetProblem.text-missing': {
    zh: '缺少中文或英文',
    en: 'The Chinese or the English text is missing',
  },
  'clock.rulesetProblem.version-invalid': {
    zh: '版本号应为正整数：{detail}',
    en: 'The version must be a whole number from 1: {detail}',
  },
  'clock.rulesetProblem.date-invalid': { zh: '不是有效日期：{detail}', en: 'Not a calendar day: {detail}' },
  'clock.rulesetProblem.code-twice': { zh: '代码重复：{detail}', en: 'The code occurs twice: {detail}' },
  'clock.rulesetProblem.code-empty': { zh: '代码为空', en: 'The code is empty' },
  'clock.rulesetProblem.classes-missing': { zh: '没有办理结果分类', en: 'There are no result classes' },
  'clock.rulesetProblem.no-closing-class': {
    zh: '所有结果分类都要跟踪，没有可以办结的分类',
    en: 'Every class stays under follow-up; none lets a matter end',
  },
  'clock.rulesetProblem.levels-too-few': {
    zh: '满意度至少两档',
    en: 'At least two levels of satisfaction are needed',
  },
  'clock.rulesetProblem.worst-level-closes': {
    zh: '最低一档应当重新办理',
    en: 'The worst level must open another round',
  },
  'clock.rulesetProblem.best-level-opens': {
    zh: '最高一档不应重新办理',
    en: 'The best level must not open another round',
  },
  'clock.rulesetProblem.levels-out-of-order': {
    zh: '“{detail}”比要求重新办理的档次更低，却不重新办理',
    en: '“{detail}” is worse than a level that opens a round, and opens none',
  },
  'clock.rulesetProblem.review-missing': { zh: '至少一级审核', en: 'At least one level of review is needed' },
  'clock.rulesetProblem.contact-after-reply': {
    zh: '办后沟通不能作为答复的前提',
    en: 'A contact after the reply cannot be a condition of the reply',
  },
  'clock.rulesetProblem.duty-forgotten': {
    zh: '“{detail}”既无期限规则，也未声明不设期限',
    en: '“{detail}” has no rule and is not declared to have no date',
  },
  'clock.rulesetProblem.duty-partly-ruled': {
    zh: '有的件没有适用的期限规则：{detail}',
    en: 'Some matters have no rule: {detail}',
  },
  'clock.rulesetProblem.duty-ruled-and-undated': {
    zh: '“{detail}”既有期限规则，又声明不设期限',
    en: '“{detail}” has a rule and is declared to have no date',
  },
  'clock.rulesetProblem.count-invalid': { zh: '应为整数：{detail}', en: 'Must be a whole number: {detail}' },
  'clock.rulesetProblem.leans-on-undated': {
    zh: '所依“{detail}”没有期限规则',
    en: 'It leans on “{detail}”, which has no rule',
  },
  'clock.rulesetProblem.leans-in-circle': {
    zh: '“{detail}”的期限循环倒推',
    en: 'The date of “{detail}” leans on itself',
  },
  'clock.rulesetProblem.fixed-date-without-fallback': {
    zh: '“{detail}”只有统一日期，过后交办的件没有期限',
    en: '“{detail}” has a fixed date only; matters assigned after it have none',
  },
  'clock.rulesetProblem.lights-out-of-order': {
    zh: '黄灯天数不得少于橙灯天数',
    en: 'Yellow must not start later than orange',
  },
  'clock.rulesetProblem.ladder-invalid': {
    zh: '催办等级须依次为蓝、橙、红，份数逐级递增，并写明由谁回执',
    en: 'The ladder of slips must be blue, orange, red, each after more slips and acknowledged by somebody',
  },
  'clock.rulesetProblem.reminder-to-nobody': {
    zh: '这一级提醒没有写提醒谁',
    en: 'This reminder is for nobody',
  },
  'clock.rulesetProblem.reminders-out-of-order': {
    zh: '提醒应按日数由早到晚排列：{detail}',
    en: 'Reminders must go from early to late: {detail}',
  },
  'clock.rulesetProblem.time-invalid': {
    zh: '不是 24 小时制时刻（如 08:30）：{detail}',
    en: 'Not a time of day such as 08:30: {detail}',
  },
  'clock.rulesetProblem.caution-missing': {
    zh: '含未核对内容，须写明提示',
    en: 'Values are unverified, so a caution is needed',
  },
} as const satisfies MessageTable;
