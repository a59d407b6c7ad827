/** Reviewed: a report is its keeper's; settled it stands still; nothing is settled on numbers that moved. */
import { describe, expect, test } from 'vitest';
import { type Standing, standings } from '#core/access.ts';
import { figureCatalogue } from '#core/figures/catalogue.ts';
import { national } from '#rulesets/national.ts';
import { testMatrix } from '#test/support/matrix.ts';
import { allowedOnReport, decideReport, type ReportContext } from './decide.ts';
import { reportLifecycle } from './lifecycle.ts';
import { reportStates } from './report.ts';

const keepers: readonly Standing[] = ['supervisor', 'organ-office', 'unit-office'];
const grid = (...where: readonly string[]): string =>
  [
    reportStates.join(' '),
    ...standings.map((one) =>
      [
        one,
        ...reportStates.map((state) => (keepers.includes(one) ? (where.includes(state) ? '+' : 's') : '-')),
      ].join(' '),
    ),
  ].join('\n');

describe('reports', () => {
  testMatrix(reportLifecycle, reportStates, {
    grids: {
      startReport: grid('unwritten'),
      saveReport: grid('draft'),
      takeReportValues: grid('draft'),
      settleReport: grid('draft'),
      reopenReport: grid('settled'),
      discardReport: grid('draft'),
    },
    rules: {
      startReport: ['draft', 'reportAsOfByToday', 'reportFiguresReady'],
      saveReport: ['same', 'reportAsOfByToday', 'reportFiguresKnown'],
      takeReportValues: ['same', 'reportFiguresReady'],
      settleReport: ['settled', 'reportFiguresReady', 'reportNothingMoved'],
      reopenReport: ['draft'],
      discardReport: ['discarded', 'reportNeverSettled'],
    },
  });
});

describe('deciding', () => {
  const context: ReportContext = {
    at: { instant: '2026-11-20T02:00:00.000Z', date: '2026-11-20' },
    standings: new Set(['supervisor']),
    scope: { kind: 'congressAnnual', period: { kind: 'year', year: 2026 }, organId: 1, unitId: null },
    figures: figureCatalogue(national),
    ready: true,
    moved: 0,
  };
  const draft = { state: 'draft', edition: 1 } as const;
  const field = (figure: string, key = 'f1') =>
    ({ key, figure, filters: {}, decimals: null, part: 'value', wording: 'exact', whenNone: 'say' }) as const;
  const save = (figure: string, asOf = '2026-11-20', twice = false) => {
    const runs = [{ field: field(figure) }, ...(twice ? [{ field: field(figure) }] : [])];
    return {
      type: 'saveReport',
      content: {
        title: '报告',
        asOf,
        sections: [
          { key: 's1', heading: '', blocks: [{ kind: 'paragraph', key: 'p1', runs, hint: '' } as const] },
        ],
      },
    } as const;
  };
  const code = (decision: ReturnType<typeof decideReport>): string | null =>
    decision.ok ? null : decision.refusal.code;

  test('what is saved asks for figures that there are, as of a day that has come', () => {
    expect(code(decideReport(save('replyRate.due'), draft, context))).toBeNull();
    expect(code(decideReport(save('replyRate.none'), draft, context))).toBe('report-figure-unknown');
    expect(code(decideReport(save('replyRate', '2026-11-21'), draft, context))).toBe('report-as-of-future');
    expect(code(decideReport(save('replyRate', '2026-11-20', true), draft, context))).toBe('field-invalid');
    const unit = { ...context, scope: { ...context.scope, kind: 'unit', organId: null, unitId: 7 } } as const;
    expect(code(decideReport(save('mattersFiled'), draft, unit))).toBe('report-figure-not-for-units');
  });

  test('is not settled on numbers that moved, and the page says so on the button', () => {
    const moved = { ...context, moved: 2 };
    expect(code(decideReport({ type: 'settleReport' }, draft, moved))).toBe('report-stale');
    const settle = allowedOnReport(draft, moved).find(({ action }) => action === 'settleReport');
    expect(settle?.refusal?.code).toBe('report-stale');
    expect(code(decideReport({ type: 'settleReport' }, draft, context))).toBeNull();
  });

  test('while facts are computed nothing is begun, taken or settled; the text can be saved', () => {
    const early = { ...context, ready: false, moved: 2 };
    expect(code(decideReport({ type: 'startReport', asOf: '2026-11-20' }, null, early))).toBe(
      'report-figures-not-ready',
    );
    for (const command of [{ type: 'takeReportValues', questions: null }, { type: 'settleReport' }] as const)
      expect(code(decideReport(command, draft, early))).toBe('report-figures-not-ready');
    expect(code(decideReport(save('replyRate.due'), draft, early))).toBeNull();
  });

  test('asks no more than can be counted at once: the same question twice is one', () => {
    const asking = (n: number, tables: number, different = true) => {
      const runs = Array.from({ length: n }, (_, at) => ({
        field: {
          ...field('replyRate.due', `f${at}`),
          ...(different ? { filters: { category: String(at) } } : {}),
        },
      }));
      const table = (at: number) =>
        ({
          kind: 'table',
          key: `t${at}`,
          caption: '',
          rows: 'unit',
          figures: ['replyRate.due'],
          filters: {},
          ranked: false,
          least: 0,
        }) as const;
      const blocks = [
        { kind: 'paragraph', key: 'p1', runs, hint: '' } as const,
        ...Array.from({ length: tables }, (_, at) => table(at)),
      ];
      const content = { title: '报告', asOf: '2026-11-20', sections: [{ key: 's1', heading: '', blocks }] };
      const decision = decideReport({ type: 'saveReport', content }, draft, context);
      return decision.ok ? null : [decision.refusal.code, decision.refusal.params];
    };
    expect(asking(300, 40)).toBeNull();
    expect(asking(301, 0)).toEqual(['report-too-many-figures', { count: 301, limit: 300 }]);
    expect(asking(900, 0, false)).toBeNull();
    expect(asking(0, 41)).toEqual(['report-too-many-tables', { count: 41, limit: 40 }]);
  });

  test('opened again is a new edition; one that was settled is never discarded', () => {
    expect(decideReport({ type: 'reopenReport' }, { state: 'settled', edition: 1 }, context)).toEqual({
      ok: true,
      events: [{ type: 'reportReopened', edition: 2 }],
    });
    expect(code(decideReport({ type: 'discardReport' }, { state: 'draft', edition: 2 }, context))).toBe(
      'report-settled-before',
    );
    expect(code(decideReport({ type: 'discardReport' }, draft, context))).toBeNull();
    expect(code(decideReport({ type: 'discardReport' }, { state: 'settled', edition: 1 }, context))).toBe(
      'wrong-state',
    );
  });
});
