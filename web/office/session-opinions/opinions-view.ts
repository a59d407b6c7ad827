/** What the page shows, as its address says it: a part, a session, and the filters on its list. */
export const parts = ['waiting', 'all', 'records', 'same', 'report', 'groups'] as const;
export type Part = (typeof parts)[number];

const filterNames = [
  'groupId',
  'recordId',
  'state',
  'classCode',
  'unitId',
  'forUnitId',
  'sameDay',
  'answered',
  'closed',
  'channel',
  'q',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

const sound: Partial<Record<FilterName, RegExp>> = {
  groupId: /^[1-9]\d{0,14}$/,
  recordId: /^[1-9]\d{0,14}$/,
  unitId: /^[1-9]\d{0,14}$/,
  forUnitId: /^[1-9]\d{0,14}$/,
  state: /^(?:received|checked|forwarded|joined|dropped|merged|standing|waiting)$/,
  sameDay: /^(?:held|received|no)$/,
  answered: /^(?:yes|no)$/,
  closed: /^yes$/,
  channel: /^(?:onSpot|visit|video|phone|written)$/,
};

export type View = {
  readonly part: Part | null;
  readonly sessionId: number | null;
  readonly filters: Filters;
};

/** Reads an address; what nobody here has written is left out. */
export const readView = (search: Readonly<Record<string, unknown>>): View => {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = search[name];
    if (typeof value === 'string' && value.length <= 100 && (sound[name]?.test(value) ?? true))
      filters[name] = value;
  }
  const session = search['sessionId'];
  return {
    part: parts.find((one) => one === search['tab']) ?? null,
    sessionId: typeof session === 'string' && /^[1-9]\d{0,14}$/.test(session) ? Number(session) : null,
    filters,
  };
};

/** The query of the address. */
export const writeView = ({ part, sessionId, filters }: View): Record<string, string | undefined> => ({
  tab: part ?? undefined,
  sessionId: sessionId === null ? undefined : String(sessionId),
  ...filters,
});
