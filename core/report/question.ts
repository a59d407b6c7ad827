/** What a field asks of the figures: the report's own narrowing, and what the field adds to it. */
import { dimensions } from '../figures/columns.ts';
import type { LocalDate } from '../words.ts';
import type {
  FieldFilters,
  FieldValue,
  FigureField,
  FigureTable,
  ReportScope,
  TableValue,
} from './report.ts';

/** What every figure of a report is narrowed to. A field cannot widen or move it. */
export const baseFilters = ({ period, organId, unitId }: ReportScope): FieldFilters => ({
  ...(period.kind === 'session' ? { session: String(period.sessionId) } : { year: String(period.year) }),
  ...(organId === null ? {} : { organ: String(organId) }),
  ...(unitId === null ? {} : { unit: String(unitId) }),
});

/** The year before, where the report is of a calendar year; of a session there is none to compare with. */
const compareYearOf = ({ period }: ReportScope): number | null =>
  period.kind === 'session' ? null : period.year - 1;

/**
 * The same day one year earlier, 29 February becoming 28 February: half a year is held against the same half of the year
 * before, not against the whole that it has become since.
 */
const yearBefore = (day: LocalDate): LocalDate => {
  const rest = day.slice(4);
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}`;
};

export type Question = {
  readonly figure: string;
  readonly filters: FieldFilters;
  readonly asOf: LocalDate;
  readonly decimals: number | null;
  readonly compareYear: number | null;
  /** At the end of which day of the year compared; null where no year is. It follows from `asOf`. */
  readonly compareAsOf: LocalDate | null;
};

/** What stands in a template, or is chosen, for the report's own month or quarter; without it the year to date. */
const ownPeriod = 'this';

const periodValue = ({ period }: ReportScope): FieldFilters => {
  if (period.kind === 'month') return { month: `${period.year}-${String(period.n).padStart(2, '0')}` };
  return period.kind === 'quarter' ? { quarter: `${period.year}-Q${period.n}` } : {};
};

/** What a field or table adds to the report's own narrowing, which nothing widens. */
export const filtersIn = (scope: ReportScope, { month, quarter, ...rest }: FieldFilters): FieldFilters => {
  const own = periodValue(scope);
  const chosen = { ...(month === undefined ? {} : { month }), ...(quarter === undefined ? {} : { quarter }) };
  const asked = month === ownPeriod || quarter === ownPeriod ? own : chosen;
  return { ...rest, ...asked, ...baseFilters(scope) };
};

const inOrder = (filters: FieldFilters): FieldFilters =>
  Object.fromEntries(
    dimensions.flatMap((one) => {
      const value = filters[one];
      return value === undefined || value === '' ? [] : [[one, value]];
    }),
  );

export const questionOf = (
  scope: ReportScope,
  asOf: LocalDate,
  { figure, filters, decimals }: Pick<FigureField, 'figure' | 'filters' | 'decimals'>,
): Question => ({
  figure,
  filters: inOrder(filtersIn(scope, filters)),
  asOf,
  decimals,
  compareYear: compareYearOf(scope),
  compareAsOf: compareYearOf(scope) === null ? null : yearBefore(asOf),
});

/** What a key is put together with never stands in a value as it is. */
const encoded = (value: string): string => value.replaceAll(/[%|&=]/gu, encodeURIComponent);

const filterText = (filters: FieldFilters): string =>
  Object.entries(inOrder(filters))
    .map(([name, value]) => `${name}=${encoded(value ?? '')}`)
    .join('&');

/** One question as text: fields that ask the same share one value. */
export const questionKey = ({
  figure,
  filters,
  asOf,
  decimals,
  compareYear,
}: Omit<Question, 'compareAsOf'>): string =>
  [figure, filterText(filters), asOf, decimals ?? '', compareYear ?? ''].join('|');

export const fieldKey = (scope: ReportScope, asOf: LocalDate, field: FigureField): string =>
  questionKey(questionOf(scope, asOf, field));

export const tableKey = (scope: ReportScope, asOf: LocalDate, table: FigureTable): string =>
  ['table', table.rows, table.figures.join(','), filterText(filtersIn(scope, table.filters)), asOf].join('|');

/** Whether the numbers behind a value have moved. The moment at which it was asked does not matter. */
export const hasMoved = (kept: FieldValue | null, now: FieldValue | null): boolean => {
  if (kept === null || now === null) return kept !== now;
  return (
    kept.numerator !== now.numerator ||
    kept.denominator !== now.denominator ||
    kept.text !== now.text ||
    (kept.compared?.text ?? null) !== (now.compared?.text ?? null) ||
    (kept.compared?.difference ?? null) !== (now.compared?.difference ?? null)
  );
};

const cellsOf = ({ rows, total }: TableValue): string =>
  [...rows.map(({ key, cells }) => [key, ...cells]), total]
    .map((cells) =>
      cells
        .map((cell) =>
          typeof cell === 'string' || cell === null
            ? String(cell)
            : `${cell.numerator}/${cell.denominator ?? ''}`,
        )
        .join(' '),
    )
    .join('\n');

export const tableHasMoved = (kept: TableValue, now: TableValue): boolean => cellsOf(kept) !== cellsOf(now);
