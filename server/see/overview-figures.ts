/** The figures of the overview as data: what each counts and the ledger filter that opens to just those rows (law 2). */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { overview } from '#contract/see.ts';
import { matterStages } from '#core/matter/matter.ts';
import type { Ruleset } from '#core/ruleset.ts';

export type OverviewFilter = { readonly year?: number | undefined; readonly organId?: number | undefined };
type Overview = ResponseOf<typeof overview>;
type Figure = Overview['answering'];
type UnitColumn = Overview['unitColumns'][number];
type Counts = Readonly<Record<string, number>>;

/** One unit as counted: its live duties by kind and light, its replies by class, its hand-backs. */
export type UnitCounts = {
  readonly unit: { id: number; name: string; boundary: boolean };
  readonly duties: Counts | null;
  readonly classes: Counts | null;
  readonly handBacks: Counts | null;
};

const lights = ['overdue', 'urgent', 'soon', 'ample'] as const;

const narrowed = (
  filter: OverviewFilter,
  more: Readonly<Record<string, string>>,
): Record<string, string> => ({
  ...(filter.year === undefined ? {} : { year: String(filter.year) }),
  ...(filter.organId === undefined ? {} : { organId: String(filter.organId) }),
  ...more,
});

/** A figure that opens to rows narrowed as the overview is. */
const figureOf =
  (filter: OverviewFilter) =>
  (
    key: string,
    label: string,
    count: number,
    unit: Figure['unit'],
    opens: Readonly<Record<string, string>>,
  ): Figure => ({ key, label, count, unit, opens: narrowed(filter, opens) });

const sumOf = (units: readonly UnitCounts[], of: 'duties' | 'classes' | 'handBacks', key: string): number =>
  units.reduce((sum, unit) => sum + (unit[of]?.[key] ?? 0), 0);

/** The classes of the ruleset in force, and those of an earlier ruleset that replies still carry. */
const classCodes = (ruleset: Ruleset, units: readonly UnitCounts[]): readonly string[] => [
  ...new Set([
    ...ruleset.resultClasses.map(({ code }) => code),
    ...units.flatMap(({ classes }) => Object.keys(classes ?? {})).sort(),
  ]),
];

const column = (
  group: UnitColumn['group'],
  key: string,
  label: string,
  unit: Figure['unit'],
  opens: Readonly<Record<string, string>>,
): UnitColumn => ({ group, key, label, unit, opens: { per: 'duty', ...opens } });

/** The columns of the table of units: unit × state, unit × due state, unit × class, unit × hand-back. */
const unitColumns = (filter: OverviewFilter, codes: readonly string[]): UnitColumn[] =>
  [
    ...(['answering', 'unsigned', 'open', 'answered', 'assisting'] as const).map((duty) =>
      column('handling', duty, `overview.unit.${duty}`, 'assignments', { duty }),
    ),
    ...lights.map((due) => column('due', due, `due.${due}`, 'assignments', { duty: 'answering', due })),
    ...codes.map((code) =>
      column('class', `class.${code}`, code, 'replies', { duty: 'answering', resultClass: code }),
    ),
    ...(['toDecide', 'handedBack'] as const).map((duty) =>
      column('handBack', duty, `overview.unit.${duty}`, 'assignments', { duty }),
    ),
  ].map((one) => ({ ...one, opens: narrowed(filter, one.opens) }));

type Figures = ReturnType<typeof figureOf>;

/** Duties that reply, and those of them with units outside the supervisor's power 边界单位. */
const dutyFigures = (figure: Figures, units: readonly UnitCounts[]) => {
  const opens = { per: 'duty', duty: 'answering' };
  const outside = units.filter(({ unit }) => unit.boundary);
  return {
    answering: figure(
      'answering',
      'overview.unit.answering',
      sumOf(units, 'duties', 'answering'),
      'assignments',
      opens,
    ),
    boundary: figure('boundary', 'overview.boundary', sumOf(outside, 'duties', 'answering'), 'assignments', {
      ...opens,
      boundary: 'yes',
    }),
  };
};

const handBackFigures = (figure: Figures, { units, ownerless }: Counted): Figure[] => [
  ...(['toDecide', 'handedBack'] as const).map((duty) =>
    figure(duty, `overview.${duty}`, sumOf(units, 'handBacks', duty), 'assignments', { per: 'duty', duty }),
  ),
  figure('ownerless', 'overview.ownerless', ownerless.matters, 'matters', { ownerless: 'now' }),
  figure('ownerlessDays', 'overview.ownerlessDays', ownerless.days, 'days', { ownerless: 'now' }),
];

export type Counted = {
  readonly stages: Counts;
  readonly due: Counts;
  readonly units: readonly UnitCounts[];
  /** Matters without an owner now, and the days that they have been without one, together. */
  readonly ownerless: { readonly matters: number; readonly days: number };
};

/** What was counted, as figures. */
export const composeFigures = (filter: OverviewFilter, ruleset: Ruleset, counted: Counted) => {
  const figure = figureOf(filter);
  const { units } = counted;
  const codes = classCodes(ruleset, units);
  return {
    stages: matterStages.map((stage) =>
      figure(stage, `stage.${stage}`, counted.stages[stage] ?? 0, 'matters', { stage }),
    ),
    due: lights.map((due) => figure(due, `due.${due}`, counted.due[due] ?? 0, 'matters', { due })),
    classes: codes.map((code) =>
      figure(code, code, sumOf(units, 'classes', code), 'replies', {
        per: 'duty',
        duty: 'answering',
        resultClass: code,
      }),
    ),
    ...dutyFigures(figure, units),
    handBack: handBackFigures(figure, counted),
    unitColumns: unitColumns(filter, codes),
    units: units.map(({ unit, duties, classes, handBacks }) => ({
      unit,
      counts: Object.fromEntries(
        [
          ...Object.entries(duties ?? {}),
          ...Object.entries(classes ?? {}).map(([code, count]) => [`class.${code}`, count] as const),
          ...Object.entries(handBacks ?? {}),
        ].filter(([, count]) => count !== 0),
      ),
    })),
  };
};
