import type { MessageTable } from './message.ts';

/** Refusals of reports 办理情况报告. */
export const reportRefusals = {
  'refusal.report-figure-unknown': {
    zh: '没有“{figure}”这个统计指标。请从指标目录中选择。',
    en: 'There is no figure “{figure}”. Choose one of the catalogue.',
  },
  'refusal.report-figure-not-for-units': {
    zh: '“{figure}”按件或来件计数，单位的报告只能用承办任务和答复的指标。',
    en: '“{figure}” counts matters or submissions; a unit’s report takes figures of duties and replies only.',
  },
  'refusal.report-figure-not-narrowed': {
    zh: '“{figure}”不能按所选的范围统计。请换一个指标，或去掉范围。',
    en: '“{figure}” cannot be narrowed in that way. Choose another figure, or take the narrowing out.',
  },
  'refusal.report-as-of-future': {
    zh: '统计截止日{date}在今天之后，请改为今天或以前。',
    en: 'The day {date} lies in the future. Choose today or earlier.',
  },
  'refusal.report-stale': {
    zh: '有{count}处数字与现在的数据不一致。请逐处核对，采用新数后再定稿。',
    en: '{count} numbers no longer agree with the data. Look at each and take the new ones before settling.',
  },
  'refusal.report-figures-not-ready': {
    zh: '统计数据还在计算，现在的数字不完整。请等计算完成后再新建报告、采用新数或定稿。',
    en: 'The figures are still being computed and would be incomplete. Begin a report, take new numbers or settle once they are done.',
  },
  'refusal.report-too-many-figures': {
    zh: '报告中有{count}个不同的统计数，最多{limit}个。请删去一些，或分成几份报告。',
    en: 'The report asks for {count} different numbers; {limit} is the most. Take some out, or write several reports.',
  },
  'refusal.report-too-many-tables': {
    zh: '报告中有{count}张表，最多{limit}张。请删去一些，或分成几份报告。',
    en: 'The report has {count} tables; {limit} is the most. Take some out, or write several reports.',
  },
  'refusal.report-settled-before': {
    zh: '这份报告已有定稿，不能作废；可以把新稿改好后再次定稿。',
    en: 'This report was settled before and cannot be discarded. Correct the new edition and settle it again.',
  },
  'refusal.report-matter-unknown': {
    zh: '选作事例的件不在本报告范围内，请重新选择。',
    en: 'A matter chosen as an example is not within this report. Choose another.',
  },
  'refusal.report-organ-other': {
    zh: '这类报告的机关、单位或届次与所选不符，请重新选择。',
    en: 'The organ, unit or session does not fit this kind of report. Choose again.',
  },
} as const satisfies MessageTable;
