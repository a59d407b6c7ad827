import { supervisionActKinds } from '#contract/supervision-rows.ts';

/** What the page shows, as its address says it: a list, and the filters on it. */
export const supervisionLists = ['urges', 'notices', 'acts'] as const;
export type SupervisionList = (typeof supervisionLists)[number];

const filterNames = [
  'year',
  'organId',
  'unitId',
  'state',
  'level',
  'kind',
  'late',
  'struck',
  'matterId',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** Which filters each list knows. */
export const filtersOf: Readonly<Record<SupervisionList, readonly FilterName[]>> = {
  urges: ['year', 'organId', 'unitId', 'level', 'state', 'late', 'matterId'],
  notices: ['year', 'organId', 'unitId', 'state', 'late', 'matterId'],
  acts: ['year', 'organId', 'unitId', 'kind', 'struck', 'matterId'],
};

export const states: Readonly<Record<SupervisionList, readonly string[]>> = {
  urges: ['standing', 'sent', 'acknowledged', 'takenBack'],
  notices: ['open', 'served', 'inHand', 'reportedBack', 'settled', 'cancelled'],
  acts: [],
};
export const levels = ['blue', 'orange', 'red'] as const;

const choices: Partial<Record<FilterName, readonly string[]>> = {
  level: levels,
  kind: supervisionActKinds,
  late: ['yes'],
  struck: ['yes'],
};

const isNumber: ReadonlySet<FilterName> = new Set(['year', 'organId', 'unitId', 'matterId']);

const isSound = (list: SupervisionList, name: FilterName, value: string): boolean => {
  if (isNumber.has(name)) return /^[1-9]\d{0,8}$/.test(value);
  return (name === 'state' ? states[list] : (choices[name] ?? [])).includes(value);
};

export type SupervisionView = { readonly list: SupervisionList; readonly filters: Filters };

/** Reads an address; what the list does not know, or nobody here has written, is left out. */
export const readView = (search: Readonly<Record<string, unknown>>): SupervisionView => {
  const list = supervisionLists.find((one) => one === search['tab']) ?? 'urges';
  const filters: Filters = {};
  for (const name of filtersOf[list]) {
    const value = search[name];
    if (typeof value === 'string' && isSound(list, name, value)) filters[name] = value;
  }
  return { list, filters };
};

/** The query of the address. Going to another list keeps what both lists know. */
export const writeView = ({ list, filters }: SupervisionView): Record<string, string | undefined> => ({
  tab: list === 'urges' ? undefined : list,
  ...filters,
});

/** The filters that also hold on another list: the period and whom it is about, never a state of this one. */
export const sharedFilters = ({ year, organId, unitId, matterId }: Filters): Filters => ({
  ...(year === undefined ? {} : { year }),
  ...(organId === undefined ? {} : { organId }),
  ...(unitId === undefined ? {} : { unitId }),
  ...(matterId === undefined ? {} : { matterId }),
});
