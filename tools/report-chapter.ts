/** The chapter of `docs/lifecycle.md` on reports. */
import { reportMessages } from '#contract/messages/report.ts';
import { reportLifecycle, type ReportNeed } from '#core/report/lifecycle.ts';
import { reportStates } from '#core/report/report.ts';
import type { Text } from '#core/words.ts';

export const reportNeeds = {
  reportAsOfByToday: { zh: '统计截止日不晚于今天', en: 'as of a day that has come' },
  reportFiguresReady: { zh: '指标已全部计算完', en: 'all facts are computed' },
  reportFiguresKnown: { zh: '指标都在目录中且可这样统计', en: 'figures that can be asked for so' },
  reportNothingMoved: { zh: '数字都与数据一致', en: 'no number has moved' },
  reportNeverSettled: { zh: '从未定稿', en: 'never settled' },
} satisfies Record<ReportNeed, Text>;

export const reportChapter = {
  title: { zh: '办理情况报告', en: 'The report' },
  intro: {
    zh: '保管人是政府督查室（政府的报告、通报、排名）、机关办公室（本机关的）或单位办公室（本单位的）。',
    en: 'Its keeper: the supervising office (the government’s, bulletin, ranking), the organ’s office, or the unit’s.',
  },
  table: reportLifecycle,
  states: reportStates,
  names: Object.fromEntries(reportStates.map((state) => [state, reportMessages[`report.state.${state}`]])),
};
