/** What the ledger shows, as its address says it: filters, order, columns. All values are plain text. */
import { ledgerFilter, ledgerSorts } from '#contract/see.ts';

export const filterKeys = [
  'q',
  'stage',
  'kind',
  'year',
  'organId',
  'sessionId',
  'categoryId',
  'panelId',
  'unitId',
  'unitAlone',
  'role',
  'duty',
  'boundary',
  'due',
  'dueFrom',
  'dueTo',
  'owes',
  'whose',
  'sectionId',
  'handlerId',
  'resultClass',
  'contacted',
  'ownerless',
  'per',
  'level',
  'proposerType',
  'priority',
  'proposerId',
] as const;
export type FilterKey = (typeof filterKeys)[number];
export type LedgerFilters = Partial<Record<FilterKey, string>>;

export type LedgerSort = (typeof ledgerSorts)[number];
export type LedgerView = {
  readonly filters: LedgerFilters;
  readonly sort: LedgerSort;
  /** Null: this device's own choice of columns. */
  readonly columns: readonly string[] | null;
};

const fits = (key: FilterKey, value: string): boolean =>
  ledgerFilter.shape[key].safeParse(value).success && (key !== 'year' || value !== '');

/** Reads an address; what it cannot say properly is left out rather than refused. */
export const readView = (search: Readonly<Record<string, unknown>>): LedgerView => {
  const filters: LedgerFilters = {};
  for (const key of filterKeys) {
    const value = search[key];
    if (typeof value === 'string' && value.trim() !== '' && fits(key, value.trim()))
      filters[key] = value.trim();
  }
  const { sort, cols } = search;
  return {
    filters,
    sort: ledgerSorts.find((one) => one === sort) ?? 'due',
    columns: typeof cols === 'string' && cols !== '' ? cols.split(',') : null,
  };
};

/** The address of a view, as query fields; the default order is not written. */
export const writeView = ({ filters, sort, columns }: LedgerView): Record<string, string> => ({
  ...filters,
  ...(sort === 'due' ? {} : { sort }),
  ...(columns === null ? {} : { cols: columns.join(',') }),
});

/** The same view with one filter set, or taken away by `undefined`. */
export const withFilter = (view: LedgerView, key: FilterKey, value: string | undefined): LedgerView => {
  const { [key]: _, ...rest } = view.filters;
  return { ...view, filters: value === undefined || value === '' ? rest : { ...rest, [key]: value } };
};

export const countFilters = ({ filters }: LedgerView): number => Object.keys(filters).length;
