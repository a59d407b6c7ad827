/** Checks printed totals on their way in: what cannot be is refused, what does not add up is kept and told. */
import type { Text } from '../words.ts';
import type { Dimension } from './columns.ts';
import { dimensions } from './columns.ts';
import { findFigure } from './catalogue.ts';
import { dimensionsFor, type Figure } from './figure.ts';
import { valueText } from './rate.ts';

export type PrintedTotal = {
  readonly figure: string;
  readonly variant: string;
  readonly year: number;
  readonly organId: number | null;
  readonly filters: Readonly<Record<string, string>>;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: string | null;
};

export const printedProblems = {
  'unknown-figure': {
    zh: '没有这个指标、口径或分项维度',
    en: 'there is no such figure, variant or dimension',
  },
  'unknown-organ': { zh: '没有这个机关', en: 'there is no such organ' },
  'not-yours': { zh: '不是本机关的统计', en: 'it is not of your organ' },
  'over-whole': { zh: '分子大于分母', en: 'the numerator is greater than the denominator' },
  'value-differs': {
    zh: '公布的数值与分子、分母算出的不一致，请核对是否用错了分母',
    en: 'the printed value is not what its parts give; check which denominator was used',
  },
  nothing: { zh: '既没有数量也没有数值', en: 'it has neither counts nor a value' },
  twice: { zh: '同一指标、年度、机关和分项出现两次', en: 'the same figure, year, organ and part twice' },
} as const satisfies Record<string, Text>;
export type PrintedProblem = keyof typeof printedProblems;

const keyOf = ({ figure, variant, year, organId, filters }: PrintedTotal): string =>
  JSON.stringify([figure, variant, year, organId, Object.entries(filters).sort()]);

/** Whether the printed value is what its parts give, to the decimals that were printed. */
const agrees = (row: PrintedTotal, figure: Figure): boolean => {
  const { numerator, denominator, value } = row;
  if (value === null || numerator === null) return true;
  if (figure.shows !== 'count' && denominator === null) return true;
  const decimals = value.split('.')[1]?.length ?? 0;
  return valueText({ numerator, denominator }, { shows: figure.shows, decimals }) === value;
};

const problemOf = (
  row: PrintedTotal,
  figures: readonly Figure[],
  organs: { readonly known: readonly number[]; readonly mine: readonly number[] | null },
): PrintedProblem | null => {
  const found = findFigure(figures, `${row.figure}.${row.variant}`);
  if (found === null) return 'unknown-figure';
  const has: readonly string[] = dimensionsFor(found.variant);
  if (Object.keys(row.filters).some((one) => !has.includes(one) || one === 'year' || one === 'organ'))
    return 'unknown-figure';
  if (row.organId !== null && !organs.known.includes(row.organId)) return 'unknown-organ';
  if (organs.mine !== null && (row.organId === null || !organs.mine.includes(row.organId)))
    return 'not-yours';
  if (row.numerator === null && row.value === null) return 'nothing';
  const { numerator, denominator } = row;
  const share = found.figure.shows === 'percent';
  if (share && numerator !== null && denominator !== null && numerator > denominator) return 'over-whole';
  return agrees(row, found.figure) ? null : 'value-differs';
};

export type PrintedMismatch = {
  readonly figure: string;
  readonly year: number;
  readonly dimension: Dimension;
  readonly sum: number;
  readonly total: number;
  readonly difference: number;
};

/** Parts by one dimension against the whole of the same figure, variant, year and organ. */
const mismatchesIn = (rows: readonly PrintedTotal[]): readonly PrintedMismatch[] => {
  const groups = Map.groupBy(rows, (row) => keyOf({ ...row, filters: {} }));
  return [...groups.values()].flatMap((group) => {
    const whole = group.find(({ filters }) => Object.keys(filters).length === 0);
    const total = whole?.numerator ?? null;
    if (whole === undefined || total === null) return [];
    return dimensions.flatMap((dimension) => {
      const parts = group.filter(
        ({ filters }) => Object.keys(filters).length === 1 && filters[dimension] !== undefined,
      );
      if (parts.length < 2 || parts.some(({ numerator }) => numerator === null)) return [];
      const sum = parts.reduce((all, { numerator }) => all + (numerator ?? 0), 0);
      const { figure, year } = whole;
      return sum === total ? [] : [{ figure, year, dimension, sum, total, difference: sum - total }];
    });
  });
};

/** `mine`: the organs that the person may enter for; null: any. */
export const checkPublished = (
  rows: readonly PrintedTotal[],
  figures: readonly Figure[],
  organs: { readonly known: readonly number[]; readonly mine: readonly number[] | null },
): {
  readonly problems: readonly { readonly row: number; readonly code: PrintedProblem }[];
  readonly mismatches: readonly PrintedMismatch[];
} => {
  const seen = new Set<string>();
  const problems = rows.flatMap((row, index) => {
    const key = keyOf(row);
    const twice = seen.has(key);
    seen.add(key);
    const code = twice ? ('twice' as const) : problemOf(row, figures, organs);
    return code === null ? [] : [{ row: index, code }];
  });
  return { problems, mismatches: mismatchesIn(rows) };
};
