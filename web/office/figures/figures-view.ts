/** What the pages of the figures show, as their address says it: narrowed to what, as of when, compared with what. */
import { dimension } from '#contract/figure-shapes.ts';

export type Dimension = (typeof dimension.options)[number];
/** Values of a dimension that are counted, separated by commas; a dimension that is absent narrows nothing. */
export type Filters = Partial<Record<Dimension, string>>;

export type FiguresView = {
  readonly filters: Filters;
  /** A day: then its last moment. Absent: now. */
  readonly asOf?: string;
  /** `then`: only what was known on that day. */
  readonly known?: 'then';
  readonly compareAsOf?: string;
  readonly compareYear?: string;
};

type Search = Readonly<Record<string, unknown>>;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** A day, or a moment as a snapshot gives it. */
const isWhen = (value: unknown): value is string =>
  isDay(value) ||
  (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)));

const isYear = (value: unknown): value is string =>
  typeof value === 'string' && /^(19|20|21)\d{2}$/.test(value);

const readFilters = (search: Search): Filters => {
  const filters: Filters = {};
  for (const one of dimension.options) {
    const value = search[one];
    if (typeof value === 'string' && value !== '' && value.length <= 2_000) filters[one] = value;
  }
  return filters;
};

/** Reads an address; what nobody here has written is left out. */
export const readView = (search: Search): FiguresView => ({
  filters: readFilters(search),
  ...(isWhen(search['asOf']) ? { asOf: search['asOf'] } : {}),
  ...(search['known'] === 'then' ? { known: 'then' as const } : {}),
  ...(isWhen(search['compareAsOf']) ? { compareAsOf: search['compareAsOf'] } : {}),
  ...(isYear(search['compareYear']) ? { compareYear: search['compareYear'] } : {}),
});

/** The view as the query of an address, and as that of a question: they are the same. */
export const queryOf = ({ filters, ...when }: FiguresView): Record<string, string> => ({
  ...filters,
  ...when,
});

/** The same rows as of the same moment, without what they are compared with. */
export const countedOf = ({ filters, asOf, known }: FiguresView): FiguresView => ({
  filters,
  ...(asOf === undefined ? {} : { asOf }),
  ...(known === undefined ? {} : { known }),
});

export const withFilter = (view: FiguresView, one: Dimension, value: string): FiguresView => {
  const { [one]: _, ...others } = view.filters;
  return { ...view, filters: value === '' ? others : { ...others, [one]: value } };
};

export const withWhen = (
  { filters, ...when }: FiguresView,
  next: Partial<Record<'asOf' | 'known' | 'compareAsOf' | 'compareYear', string | undefined>>,
): FiguresView => readView({ ...filters, ...when, ...next });

/** The part of the view that one cell of a cross-table counts: its own row and column narrow it further. */
export const cellFilters = (
  filters: Filters,
  row: readonly [Dimension, string] | null,
  column: readonly [Dimension, string] | null,
): Filters => ({
  ...filters,
  ...(row === null ? {} : { [row[0]]: row[1] }),
  ...(column === null ? {} : { [column[0]]: column[1] }),
});

/** Values that stand together because there are too many: no filter says which they are. */
export const otherKey = 'other';
/** Rows without a value. */
export const noneKey = 'none';
