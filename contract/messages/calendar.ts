/** Texts of the work calendar: its page, what a notice or file says wrongly, and why a change is refused. */
import type { MessageTable } from './message.ts';

/** Sentences name what is wrong, and how it is mended. `real` and `named` are days of the week in words. */
const issues = {
  'calendar.issue.year-missing': {
    zh: '文中没有写明是哪一年的放假安排。请在上方选择年份，或补上“关于…年部分节假日安排的通知”。',
    en: 'The text does not say which year it is about. Choose the year above, or add the title of the notice.',
  },
  'calendar.issue.year-differs': {
    zh: '文中写的是 {own} 年，您选择的是 {given} 年。请改选年份，或换一份通知。',
    en: 'The text is about {own}, but you chose {given}. Choose the other year, or take another notice.',
  },
  'calendar.issue.no-days': {
    zh: '没有读出任何放假或上班的日子。请粘贴通知全文，或使用含“日期、类型、名称”三列的表格。',
    en: 'No day was found. Paste the whole notice, or use a table with date, kind and name.',
  },
  'calendar.issue.not-json': {
    zh: '文件不是有效的 JSON。请重新导出后再试。',
    en: 'The file is not valid JSON. Export it again.',
  },
  'calendar.issue.column-missing': {
    zh: '找不到“日期”和“类型”两列。请在首行写上：日期、类型（休或班）、名称。',
    en: 'There are no columns for date and kind. Head them: date, kind (off or work), name.',
  },
  'calendar.issue.date-invalid': {
    zh: '“{text}”不是有效的日期。请改成 2027-01-01 或 1月1日 这样的写法。',
    en: '“{text}” is no day of the calendar. Write 2027-01-01 or 1月1日.',
  },
  'calendar.issue.date-no-month': {
    zh: '“{day}日”前面没有月份。请补上月份。',
    en: 'Day {day} has no month before it. Add the month.',
  },
  'calendar.issue.date-other-year': {
    zh: '{date} 不属于 {year} 年的安排。请核对年份（只允许上一年 12 月的日子）。',
    en: '{date} does not belong to {year}. Check the year; only days of the December before may be named.',
  },
  'calendar.issue.range-backwards': {
    zh: '从 {first} 到 {last}，结束早于开始。请核对起止日期，跨年的请写明年份。',
    en: 'From {first} to {last}: it ends before it begins. Check both; across the year, write the years.',
  },
  'calendar.issue.range-long': {
    zh: '从 {first} 到 {last} 超过 {most} 天。请核对起止日期。',
    en: 'From {first} to {last} is more than {most} days. Check both.',
  },
  'calendar.issue.weekday-wrong': {
    zh: '{date} 是{real}，文中写的是{named}。请核对是日期写错还是星期写错。',
    en: '{date} is a {real}, the text says {named}. Check which of the two is wrong.',
  },
  'calendar.issue.count-wrong': {
    zh: '文中写共 {said} 天，按起止日期数是 {counted} 天。请核对。',
    en: 'The text says {said} days, the dates make {counted}. Check them.',
  },
  'calendar.issue.kind-unknown': {
    zh: '“{text}”看不出是休还是班。请写“休”或“班”。',
    en: '“{text}” says neither off nor work. Write off or work.',
  },
  'calendar.issue.negated': {
    zh: '“{text}”无法判断。请删去这一句，或改写成“…放假”“…上班”。',
    en: '“{text}” cannot be judged. Delete the sentence, or write which days are off or worked.',
  },
  'calendar.issue.half-day': {
    zh: '这里写的是半天。半天不计入国家日历；确需记载的，请在“地方假日”中登记为半天。',
    en: 'This is half a day. The national table counts whole days; enter it among the days of the place.',
  },
  'calendar.issue.both-kinds': {
    zh: '{date} 与第 {line} 处矛盾或重复。请只留一处。',
    en: '{date} contradicts or repeats entry {line}. Keep one of them.',
  },
  'calendar.issue.twice': {
    zh: '{date} 写了两次（第 {line} 处已有），只算一次。',
    en: '{date} is named twice (already at {line}); it counts once.',
  },
  'calendar.issue.make-up-on-weekday': {
    zh: '{date} 是{real}，本来就要上班，不会是补班日。请核对日期。',
    en: '{date} is a {real}, a working day anyway, and cannot be a make-up day. Check the date.',
  },
  'calendar.issue.day-as-it-is': {
    zh: '{date} 本来就是这样，登记后不会改变任何期限。',
    en: '{date} is that already; entering it changes no date.',
  },
  'calendar.issue.source-missing': {
    zh: '{date} 没有写依据。请写明哪份文件规定了这一天。',
    en: '{date} has no source. Name the order that says so.',
  },
  'calendar.issue.join-weekend': {
    zh: '{date} 前后不是周末，“与周末连休”说不通。请核对日期。',
    en: '{date} does not touch a weekend, though the text says so. Check the date.',
  },
  'calendar.issue.year-assumed': {
    zh: '{date} 没有写年份，按 {year} 年理解。请核对。',
    en: '{date} was written without its year; {year} was taken. Check it.',
  },
  'calendar.issue.date-unused': {
    zh: '{date} 后面没有写放假或上班，没有计入。',
    en: '{date} is followed by neither off nor work; it was not counted.',
  },
  'calendar.issue.fixed-day-missing': {
    zh: '{date} 是法定节假日，这里却没有放假。请核对是否漏了一段。',
    en: '{date} is a public holiday by law, but is not off here. Check whether a part is missing.',
  },
  'calendar.issue.few-days': {
    zh: '全年只有 {count} 天放假，往年都在 {fewest} 天以上。请核对是否完整。',
    en: 'Only {count} days off in the year; there were always more than {fewest}. Check that it is complete.',
  },
  'calendar.issue.replaces': {
    zh: '{year} 年已有日历，启用后替换，其中 {count} 天不同。',
    en: '{year} is there already and will be replaced; {count} days differ.',
  },
} as const satisfies MessageTable;

const page = {
  'setup.tab.calendar': { zh: '工作日历', en: 'Work calendar' },
  'calendar.title': { zh: '工作日历', en: 'Work calendar' },
  'calendar.why': {
    zh: '工作日按工作日历第 {id} 版计算：{note}',
    en: 'Working days by version {id} of the work calendar: {note}',
  },
  'calendar.year': { zh: '年份', en: 'Year' },
  'calendar.year.previous': { zh: '上一年', en: 'Previous year' },
  'calendar.year.next': { zh: '下一年', en: 'Next year' },
  'calendar.year.name': { zh: '{year} 年', en: '{year}' },
  'calendar.month': { zh: '{year} 年 {month} 月', en: '{month}/{year}' },
  'calendar.workdays': { zh: '全年 {count} 个工作日', en: '{count} working days' },
  'calendar.settled': { zh: '已定', en: 'Settled' },
  'calendar.provisional': { zh: '暂定', en: 'Provisional' },
  'calendar.provisional.note': {
    zh: '这一年的放假安排还没有录入：按周一至周五计算，所有落在这一年的日期都标为“暂定”。',
    en: 'The holidays of this year are not entered yet: Monday to Friday are counted, and every date in it is marked provisional.',
  },
  'calendar.reach': {
    zh: '有 {matters} 件、{duties} 项任务的期限落在 {from} 之后，最晚 {last}，那时的放假安排尚未录入。国务院办公厅发布通知后，请在这里录入。',
    en: '{matters} matters and {duties} duties are due after {from}, the last on {last}, where the holidays are not entered yet. Enter the notice here when it is published.',
  },
  'calendar.reach.title': { zh: '部分期限是暂定的', en: 'Some due dates are provisional' },
  'calendar.kind.off': { zh: '休', en: 'Off' },
  'calendar.kind.work': { zh: '班', en: 'Work' },
  'calendar.kind.half': { zh: '半', en: 'Half' },
  'calendar.legend': { zh: '图例', en: 'Legend' },
  'calendar.legend.off': { zh: '法定休息', en: 'Public holiday' },
  'calendar.legend.work': { zh: '调休上班', en: 'Make-up working day' },
  'calendar.legend.regional': { zh: '地方规定', en: 'By order of the place' },
  'calendar.legend.today': { zh: '今天', en: 'Today' },
  'calendar.day.off': { zh: '{date}，{name}，休息', en: '{date}, {name}, off' },
  'calendar.day.work': { zh: '{date}，{name}，上班', en: '{date}, {name}, working day' },
  'calendar.day.half': { zh: '{date}，{name}，半天休息', en: '{date}, {name}, half a day off' },
  'calendar.days.list': { zh: '{year} 年的休息日和补班日', en: 'Days off and make-up days of {year}' },
  'calendar.years.title': { zh: '各年依据', en: 'What settles each year' },
  'calendar.years.year': { zh: '年份', en: 'Year' },
  'calendar.years.state': { zh: '状态', en: 'State' },
  'calendar.years.source': { zh: '依据', en: 'Source' },
  'calendar.years.workdays': { zh: '工作日', en: 'Working days' },
  'calendar.years.own': { zh: '本地录入', en: 'Entered here' },
  'calendar.years.verified': { zh: '已核对原文', en: 'Compared with the notice' },
  'calendar.years.unverified': { zh: '未核对原文', en: 'Not compared' },
  'calendar.years.earlier': { zh: '显示更早的年份', en: 'Show earlier years' },
  'calendar.versions.title': { zh: '历次变更', en: 'Versions' },
  'calendar.versions.none': {
    zh: '还没有变更，使用随产品提供的日历。',
    en: 'No change yet: the shipped table is in use.',
  },
  'calendar.versions.one': { zh: '第 {id} 版', en: 'Version {id}' },
  'calendar.changed.year': { zh: '{year} 年放假安排', en: 'Holidays of {year}' },
  'calendar.changed.regional': { zh: '地方假日', en: 'Days of the place' },
  'calendar.regional.title': { zh: '地方假日和上班日', en: 'Days of the place' },
  'calendar.regional.note': {
    zh: '在国家安排之外，本地另行规定的放假或上班（如三月三），每天写明依据。',
    en: 'What the place orders beside the national table, each with its source.',
  },
  'calendar.regional.none': { zh: '没有地方规定。', en: 'None.' },
  'calendar.regional.date': { zh: '日期', en: 'Date' },
  'calendar.regional.kind': { zh: '类型', en: 'Kind' },
  'calendar.regional.name': { zh: '名称', en: 'Name' },
  'calendar.regional.source': { zh: '依据', en: 'Source' },
  'calendar.regional.add': { zh: '加一天', en: 'Add a day' },
  'calendar.regional.remove': { zh: '去掉 {date}', en: 'Take {date} out' },
  'calendar.regional.kind.off': { zh: '放假', en: 'Off' },
  'calendar.regional.kind.work': { zh: '上班', en: 'Working day' },
  'calendar.regional.kind.half': { zh: '半天（不影响期限）', en: 'Half day (moves no date)' },
  'calendar.regional.check': { zh: '核对并列出变动', en: 'Check, and list what moves' },
  'calendar.regional.change': { zh: '修改', en: 'Change' },
  'calendar.import.title': { zh: '录入新一年的放假安排', en: 'Enter the holidays of a year' },
  'calendar.import.note': {
    zh: '先试读，列出读懂的日子和将变动的期限，确认后才启用。',
    en: 'It is read first: you see what was understood and which dates would move, and confirm afterwards.',
  },
  'calendar.import.text': { zh: '通知全文', en: 'Text of the notice' },
  'calendar.import.text.hint': {
    zh: '把国务院办公厅通知的全文粘贴到这里',
    en: 'Paste the whole notice here',
  },
  'calendar.import.file': { zh: '或选择文件', en: 'Or choose a file' },
  'calendar.import.formats': {
    zh: '通知原文 .txt，或含“日期、类型、名称”的 .xlsx、.csv、.json',
    en: 'The notice as .txt, or date, kind and name as .xlsx, .csv or .json',
  },
  'calendar.import.year': { zh: '年份（文中写明的可不填）', en: 'Year, where the text does not say it' },
  'calendar.import.read': { zh: '试读', en: 'Read' },
  'calendar.import.earlier': { zh: '上次试读', en: 'Last reading' },
  'calendar.proposal.title': { zh: '启用前核对', en: 'Check before use' },
  'calendar.proposal.preset': {
    zh: '启用规则“{name}”将变动的期限',
    en: 'What taking the rules “{name}” into use would move',
  },
  'calendar.proposal.preset.note': {
    zh: '只供查看，尚未启用；由系统管理员在“机构与规则”里启用。',
    en: 'To look at; nothing is in use yet. The system administrator takes it into use in the setup.',
  },
  'calendar.proposal.back': { zh: '返回工作日历', en: 'Back to the calendar' },
  'calendar.proposal.days': { zh: '读懂的日子', en: 'What was understood' },
  'calendar.proposal.days.count': {
    zh: '休 {off} 天，补班 {work} 天',
    en: '{off} days off, {work} make-up days',
  },
  'calendar.proposal.changes': {
    zh: '与现用日历相比，{count} 天的性质改变。',
    en: 'Against the calendar in force, {count} days change.',
  },
  'calendar.proposal.issues': { zh: '需要核对的地方', en: 'To be checked' },
  'calendar.proposal.sound': { zh: '没有发现矛盾。', en: 'Nothing contradicts itself.' },
  'calendar.severity.error': { zh: '错误', en: 'Error' },
  'calendar.severity.warning': { zh: '提醒', en: 'Warning' },
  'calendar.severity.note': { zh: '说明', en: 'Note' },
  'calendar.place': { zh: '第 {line} 行：{text}', en: 'Line {line}: {text}' },
  'calendar.wrong': {
    zh: '有错误，不能启用。请改正原文后重新试读。',
    en: 'There are errors. Mend the text and read it again.',
  },
  'calendar.counting': {
    zh: '正在计算变动：{done}/{total} 件',
    en: 'Counting what moves: {done} of {total} matters',
  },
  'calendar.failed': { zh: '计算没有完成，请重新试读。', en: 'The counting did not end. Read it again.' },
  'calendar.outdated': {
    zh: '试算之后日历或规则又有了变化，请重新试算。',
    en: 'Another calendar or ruleset came into force since. Count again.',
  },
  'calendar.moves.title': { zh: '将变动的期限', en: 'Due dates that would move' },
  'calendar.moves.none': { zh: '没有期限会变动。', en: 'No due date would move.' },
  'calendar.moves.count': {
    zh: '{matters} 件提出人期限、{duties} 项单位任务的期限将变动。',
    en: '{matters} dates of proposers and {duties} dates of units would move.',
  },
  'calendar.moves.matter': { zh: '案号', en: 'Case no.' },
  'calendar.moves.name': { zh: '标题', en: 'Title' },
  'calendar.moves.unit': { zh: '单位', en: 'Unit' },
  'calendar.moves.proposer': { zh: '答复提出人', en: 'To the proposer' },
  'calendar.moves.duty': { zh: '事项', en: 'Duty' },
  'calendar.moves.old': { zh: '现期限', en: 'Due now' },
  'calendar.moves.new': { zh: '新期限', en: 'New date' },
  'calendar.moves.days': { zh: '变动', en: 'Moves' },
  'calendar.moves.later': { zh: '推后 {days} 天', en: '{days} days later' },
  'calendar.moves.sooner': { zh: '提前 {days} 天', en: '{days} days sooner' },
  'calendar.moves.noDate': { zh: '无期限', en: 'No date' },
  'calendar.moves.export': { zh: '导出 xlsx', en: 'Export xlsx' },
  'calendar.duty.none': { zh: '期限', en: 'Due date' },
  'calendar.duty.assign': { zh: '交办', en: 'Assign' },
  'calendar.duty.signFor': { zh: '签收', en: 'Sign for' },
  'calendar.duty.handBack': { zh: '退办', en: 'Hand back' },
  'calendar.duty.decideHandBack': { zh: '裁定退办', en: 'Decide a hand-back' },
  'calendar.duty.opinion': { zh: '会办意见', en: 'Opinion' },
  'calendar.duty.firstContact': { zh: '首次沟通', en: 'First contact' },
  'calendar.duty.draft': { zh: '起草', en: 'Draft' },
  'calendar.duty.decideExtension': { zh: '决定延期', en: 'Decide an extension' },
  'calendar.duty.followUp': { zh: '跟踪报告', en: 'Follow-up report' },
  'calendar.duty.reply': { zh: '答复', en: 'Reply' },
  'calendar.duty.rehandle': { zh: '重新办理', en: 'Handle again' },
  'calendar.duty.disclose': { zh: '公开', en: 'Disclose' },
  'calendar.duty.rate': { zh: '评价', en: 'Rate' },
  'calendar.apply': { zh: '启用', en: 'Take into use' },
  'calendar.apply.note': {
    zh: '说明（随新版本保存，显示在“为什么是这一天”中）',
    en: 'Note, kept with the version and shown in “why this date”',
  },
  'calendar.apply.confirm': { zh: '启用新的工作日历？', en: 'Take the new calendar into use?' },
  'calendar.apply.effect': {
    zh: '启用后立即按新日历计算；列表中的期限随后分批更新。原版本保留。',
    en: 'Dates are counted by it at once; lists follow in batches. The earlier versions stay.',
  },
  'calendar.apply.done': { zh: '已启用第 {id} 版。', en: 'Version {id} is in use.' },
  'calendar.applied': { zh: '已启用，为第 {id} 版。', en: 'In use, as version {id}.' },
  'calendar.recompute.running': {
    zh: '正在更新期限：{done}/{total} 件',
    en: 'Updating due dates: {done} of {total} matters',
  },
  'calendar.recompute.done': {
    zh: '期限已更新：{matters} 件、{duties} 项任务有变动（{at}）。',
    en: 'Due dates are up to date: {matters} matters and {duties} duties moved ({at}).',
  },
  'calendar.mayNot': {
    zh: '由政府督查室启用新的日历；这里只能查看。',
    en: 'The supervising office changes the calendar; here it can only be seen.',
  },
} as const satisfies MessageTable;

export const calendarMessages = { ...issues, ...page } as const satisfies MessageTable;

export const calendarRefusalMessages = {
  'refusal.calendar-has-errors': {
    zh: '放假安排里有错误，不能启用。请改正后重新试读。',
    en: 'There are errors in it. Mend them and read it again.',
  },
  'refusal.calendar-not-counted': {
    zh: '还在计算哪些期限会变动。请等列出后再启用。',
    en: 'It is not yet known which dates would move. Wait for the list.',
  },
  'refusal.calendar-changed': {
    zh: '试算之后日历或规则又有了变化。请重新试算。',
    en: 'Another calendar or ruleset came into force since. Read it and count again.',
  },
  'refusal.calendar-applied': { zh: '这次变更已经启用。', en: 'This change is in use already.' },
  'refusal.calendar-file-unreadable': {
    zh: '读不出这个文件。请用 .txt 通知原文，或含“日期、类型、名称”的 .xlsx、.csv、.json。',
    en: 'The file cannot be read. Use the notice as .txt, or date, kind and name as .xlsx, .csv or .json.',
  },
} as const satisfies MessageTable;
