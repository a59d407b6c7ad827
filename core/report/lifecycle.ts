import type { Lifecycle } from '../lifecycle.ts';
import type { ReportState } from './report.ts';

/*
 * Standings on a report are those of its keepers alone: `supervisor` on the government's, the bulletin and the ranking,
 * `organ-office` on its organ's, `unit-office` on its own unit's (core/report/standing.ts).
 */

export type ReportAction =
  | 'startReport'
  | 'saveReport'
  | 'takeReportValues'
  | 'settleReport'
  | 'reopenReport'
  | 'discardReport';
export type ReportNeed =
  | 'reportAsOfByToday'
  | 'reportFiguresReady'
  | 'reportFiguresKnown'
  | 'reportNothingMoved'
  | 'reportNeverSettled';

const keepers = ['supervisor', 'organ-office', 'unit-office'] as const;

/** THE TABLE of a report: written on numbers that stand still, settled with them, opened again as a new edition. */
export const reportLifecycle = {
  startReport: {
    name: { zh: '新建报告', en: 'Begin a report' },
    from: ['unwritten'],
    to: 'draft',
    by: keepers,
    needs: ['reportAsOfByToday', 'reportFiguresReady'],
    clause: 'practice: each year’s handling is reported to the congress and the CPPCC',
  },
  saveReport: {
    name: { zh: '保存报告', en: 'Save the report' },
    from: ['draft'],
    to: 'same',
    by: keepers,
    needs: ['reportAsOfByToday', 'reportFiguresKnown'],
    clause: 'product: a draft is its keeper’s own',
  },
  takeReportValues: {
    name: { zh: '采用新数', en: 'Take the new numbers' },
    from: ['draft'],
    to: 'same',
    by: keepers,
    needs: ['reportFiguresReady'],
    clause: 'law 2: a number that moved is shown, and a person decides',
  },
  settleReport: {
    name: { zh: '定稿', en: 'Settle the report' },
    from: ['draft'],
    to: 'settled',
    by: keepers,
    needs: ['reportFiguresReady', 'reportNothingMoved'],
    clause: 'law 2: what is settled keeps the numbers as they were',
  },
  reopenReport: {
    name: { zh: '重新打开为新稿', en: 'Open again as a new edition' },
    from: ['settled'],
    to: 'draft',
    by: keepers,
    needs: [],
    clause: 'law 9: the settled edition stays',
  },
  discardReport: {
    name: { zh: '作废草稿', en: 'Discard the draft' },
    from: ['draft'],
    to: 'discarded',
    by: keepers,
    needs: ['reportNeverSettled'],
    clause: 'law 9: the draft stays on record',
  },
} as const satisfies Lifecycle<ReportAction, ReportState, ReportNeed>;
