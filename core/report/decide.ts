import type { Standing } from '../access.ts';
import { dimensionsFor, isForUnits } from '../figures/figure.ts';
import type { Figure } from '../figures/figure.ts';
import { findFigure } from '../figures/catalogue.ts';
import { type AllowedAction, allowedActions, permit, type Unmet } from '../lifecycle.ts';
import { type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate, Moment } from '../words.ts';
import { type ReportAction, reportLifecycle, type ReportNeed } from './lifecycle.ts';
import { fieldKey, questionOf } from './question.ts';
import {
  type FieldFilters,
  fieldsOf,
  type ReportContent,
  type ReportScope,
  type ReportState,
  tablesOf,
} from './report.ts';

export type ReportCommand =
  | { readonly type: 'startReport'; readonly asOf: LocalDate }
  | { readonly type: 'saveReport'; readonly content: ReportContent }
  /** The questions whose new value is taken; null: all. */
  | { readonly type: 'takeReportValues'; readonly questions: readonly string[] | null }
  | { readonly type: 'settleReport' }
  | { readonly type: 'reopenReport' }
  | { readonly type: 'discardReport' };

export type ReportEvent =
  | { readonly type: 'reportStarted'; readonly asOf: LocalDate }
  | { readonly type: 'reportSaved'; readonly content: ReportContent }
  | { readonly type: 'reportValuesTaken'; readonly questions: readonly string[] | null }
  | { readonly type: 'reportSettled'; readonly edition: number }
  | { readonly type: 'reportReopened'; readonly edition: number }
  | { readonly type: 'reportDiscarded' };

export type Report = { readonly state: ReportState; readonly edition: number };

export type ReportContext = {
  readonly at: Moment;
  readonly standings: ReadonlySet<Standing>;
  readonly scope: ReportScope;
  readonly figures: readonly Figure[];
  /** Whether all facts are computed: numbers of a part of them are neither taken nor settled. */
  readonly ready: boolean;
  /** How many numbers have moved since they were taken; asked only where it matters. */
  readonly moved: number;
};

/** Why a figure cannot stand in this report; null: it can. */
export const checkFigure = (
  figures: readonly Figure[],
  scope: ReportScope,
  name: string,
  filters: FieldFilters,
): Refusal | null => {
  const chosen = findFigure(figures, name);
  if (chosen === null) return refuse('report-figure-unknown', { figure: name });
  if (scope.unitId !== null && !isForUnits(chosen.variant))
    return refuse('report-figure-not-for-units', { figure: chosen.figure.name.zh });
  const has: readonly string[] = dimensionsFor(chosen.variant);
  const asked = Object.entries(filters).flatMap(([one, value]) => (value === undefined ? [] : [one]));
  return asked.some((one) => !has.includes(one))
    ? refuse('report-figure-not-narrowed', { figure: chosen.figure.name.zh })
    : null;
};

/** Whether a figure can be asked for in this report at all: not one without the session that the report is about. */
export const isAskable = (
  figures: readonly Figure[],
  scope: ReportScope,
  name: string,
  filters: FieldFilters,
): boolean =>
  checkFigure(
    figures,
    scope,
    name,
    questionOf(scope, '', { figure: name, filters, decimals: null }).filters,
  ) === null;

const keysTwice = ({ sections }: ReportContent): boolean => {
  const keys = [
    ...sections.flatMap(({ key, blocks }) => [key, ...blocks.map((block) => block.key)]),
    ...fieldsOf({ sections }).map(({ key }) => `field ${key}`),
  ];
  return new Set(keys).size !== keys.length;
};

/** How much one report may ask: every question and every column of a table is a pass over the facts. */
const mostQuestions = 300;
const mostTables = 40;

const checkSize = (content: ReportContent, scope: ReportScope): Refusal | null => {
  const count = new Set(fieldsOf(content).map((field) => fieldKey(scope, content.asOf, field))).size;
  const tables = tablesOf(content).length;
  return firstRefusal(
    count > mostQuestions
      ? refuse('report-too-many-figures', { count, limit: mostQuestions }, 'sections')
      : null,
    tables > mostTables
      ? refuse('report-too-many-tables', { count: tables, limit: mostTables }, 'sections')
      : null,
  );
};

const checkContent = (content: ReportContent, { scope, figures }: ReportContext): Refusal | null =>
  firstRefusal(
    keysTwice(content) ? refuse('field-invalid', { field: 'sections' }, 'sections') : null,
    checkSize(content, scope),
    ...fieldsOf(content).map(({ figure, filters }) => checkFigure(figures, scope, figure, filters)),
    ...tablesOf(content).flatMap((table) =>
      table.figures.map((name) =>
        checkFigure(figures, scope, name, { ...table.filters, [table.rows]: 'any' }),
      ),
    ),
  );

const asOfOf = (command: ReportCommand | null): LocalDate | null => {
  if (command?.type === 'startReport') return command.asOf;
  return command?.type === 'saveReport' ? command.content.asOf : null;
};

const unmet =
  (command: ReportCommand | null, report: Report | null, context: ReportContext): Unmet<ReportNeed> =>
  (need): Refusal | null => {
    switch (need) {
      case 'reportAsOfByToday': {
        const asOf = asOfOf(command);
        return asOf !== null && asOf > context.at.date
          ? refuse('report-as-of-future', { date: asOf }, 'asOf')
          : null;
      }
      case 'reportFiguresReady':
        return context.ready ? null : refuse('report-figures-not-ready');
      case 'reportFiguresKnown':
        return command?.type === 'saveReport' ? checkContent(command.content, context) : null;
      case 'reportNothingMoved':
        return context.moved > 0 ? refuse('report-stale', { count: context.moved }) : null;
      case 'reportNeverSettled':
        return (report?.edition ?? 1) > 1 ? refuse('report-settled-before') : null;
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

const ask = (command: ReportCommand | null, report: Report | null, context: ReportContext) => ({
  state: report?.state ?? ('unwritten' as const),
  standings: context.standings,
  unmet: unmet(command, report, context),
});

export const allowedOnReport = (
  report: Report | null,
  context: ReportContext,
): readonly AllowedAction<ReportAction>[] => allowedActions(reportLifecycle, ask(null, report, context));

/** Decides one command on a report; `report` null: the one to begin. Errors are refusals; nothing is thrown. */
export const decideReport = (
  command: ReportCommand,
  report: Report | null,
  context: ReportContext,
): Decision<ReportEvent> => {
  const refusal = permit(reportLifecycle, command.type, ask(command, report, context));
  if (refusal !== null) return deny(refusal);
  const edition = report?.edition ?? 1;
  switch (command.type) {
    case 'startReport':
      return happen({ type: 'reportStarted', asOf: command.asOf });
    case 'saveReport':
      return happen({ type: 'reportSaved', content: command.content });
    case 'takeReportValues':
      return happen({ type: 'reportValuesTaken', questions: command.questions });
    case 'settleReport':
      return happen({ type: 'reportSettled', edition });
    case 'reopenReport':
      return happen({ type: 'reportReopened', edition: edition + 1 });
    case 'discardReport':
      return happen({ type: 'reportDiscarded' });
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
