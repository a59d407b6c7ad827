/** Cross-tables: whether parts add up to their totals, and what follows for a blank from the rest of its row. */
import type { Measured } from './rate.ts';

export type Cell = Measured & { readonly row: string | null; readonly column: string | null };

export type Mismatch = {
  /** `row`: the parts of one row against its total; `rows`: the totals of all rows against the total of all. */
  readonly of: 'row' | 'column' | 'rows' | 'columns';
  readonly key: string | null;
  readonly part: 'numerator' | 'denominator';
  readonly sum: number;
  readonly total: number;
  readonly difference: number;
};

const against = (
  of: Mismatch['of'],
  key: string | null,
  parts: readonly Measured[],
  total: Measured | undefined,
): readonly Mismatch[] => {
  if (total === undefined) return [];
  return (['numerator', 'denominator'] as const).flatMap((part) => {
    const whole = total[part];
    if (whole === null) return [];
    const sum = parts.reduce((all, one) => all + (one[part] ?? 0), 0);
    return sum === whole ? [] : [{ of, key, part, sum, total: whole, difference: sum - whole }];
  });
};

const keysOf = (cells: readonly Cell[], side: 'row' | 'column'): readonly string[] => [
  ...new Set(cells.flatMap((one) => one[side] ?? [])),
];

/**
 * Where parts do not add up to the total that was counted by itself: a unit on two matters of a district, a printed
 * table with a slip. Never repaired, always told.
 */
export const findMismatches = (cells: readonly Cell[], hasColumns: boolean): readonly Mismatch[] => {
  const total = cells.find(({ row, column }) => row === null && column === null);
  const rowTotals = cells.filter(({ row, column }) => row !== null && column === null);
  const all = against('rows', null, rowTotals, total);
  if (!hasColumns) return all;
  const inside = cells.filter(({ row, column }) => row !== null && column !== null);
  const columnTotals = cells.filter(({ row, column }) => row === null && column !== null);
  return [
    ...all,
    ...against('columns', null, columnTotals, total),
    ...keysOf(inside, 'row').flatMap((key) =>
      against(
        'row',
        key,
        inside.filter(({ row }) => row === key),
        rowTotals.find(({ row }) => row === key),
      ),
    ),
    ...keysOf(inside, 'column').flatMap((key) =>
      against(
        'column',
        key,
        inside.filter(({ column }) => column === key),
        columnTotals.find(({ column }) => column === key),
      ),
    ),
  ];
};

/** One line of a printed table: its parts and its total, of which any may have been left blank (null). */
export type PrintedLine = {
  readonly parts: ReadonlyMap<string, number | null>;
  readonly total: number | null;
};

export type Derived = {
  readonly parts: ReadonlyMap<string, { readonly count: number | null; readonly derived: boolean }>;
  readonly total: { readonly count: number | null; readonly derived: boolean };
};

/**
 * Fills what follows and nothing else: a blank total of parts that are all known, or the one blank part of a known
 * total, unless it would be less than nothing. What was filled says so.
 */
export const deriveBlanks = ({ parts, total }: PrintedLine): Derived => {
  const known = [...parts.values()].filter((one) => one !== null);
  const sum = known.reduce((all, one) => all + one, 0);
  const blanks = parts.size - known.length;
  const rest = total === null ? -1 : total - sum;
  const filled = total !== null && blanks === 1 && rest >= 0;
  return {
    parts: new Map(
      [...parts].map(([key, count]) => [
        key,
        count === null && filled ? { count: rest, derived: true } : { count, derived: false },
      ]),
    ),
    total:
      total === null && blanks === 0 && parts.size > 0
        ? { count: sum, derived: true }
        : { count: total, derived: false },
  };
};
