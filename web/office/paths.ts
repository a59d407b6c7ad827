/** Every address of the staff's pages, built in one place. */

const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
};

export const paths = {
  home: () => '/',
  signIn: (next?: string) => withQuery('/sign-in', { next: next === '/' ? undefined : next }),
  firstAdministrator: () => '/first-administrator',
  workbench: (
    list?: 'todo' | 'done' | 'started' | 'copied',
    view: { readonly due?: string | undefined; readonly order?: string | undefined } = {},
  ) => withQuery('/workbench', { list: list === 'todo' ? undefined : list, ...view }),
  ledger: (filter: Readonly<Record<string, string | number | undefined>> = {}) =>
    withQuery('/ledger', filter),
  overview: (filter: { readonly year?: number; readonly organId?: number } = {}) =>
    withQuery('/overview', filter),
  /** A page of the figures, as `cross` or `frozen/3`; the catalogue when no part is named. */
  figures: (part = '', query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(part === '' ? '/figures' : `/figures/${part}`, query),
  supervision: (filter: Readonly<Record<string, string | number | undefined>> = {}) =>
    withQuery('/supervision', filter),
  sessionOpinions: (view: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery('/session-opinions', view),
  sessionRecord: (recordId?: number) => `/session-opinions/records/${recordId ?? 'new'}`,
  review: (id?: number, filter: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(id === undefined ? '/review' : `/review/${id}`, filter),
  /** 批量代录: paper forms from a list. */
  enter: () => '/enter',
  calendar: (view: Readonly<Record<string, string>> = {}) => withQuery('/calendar', view),
  board: (view: Readonly<Record<string, string>> = {}) => withQuery('/board', view),
  assignRounds: (id?: number, filter: Readonly<Record<string, string>> = {}) =>
    withQuery(id === undefined ? '/assign-rounds' : `/assign-rounds/${id}`, filter),
  notices: () => '/notices',
  reminder: (runId: number) => `/reminders/${runId}`,
  settings: () => '/settings',
  matter: (matterId: number) => `/matters/${matterId}`,
  /** The page of a matter, at one entry of its journal. */
  matterEntry: (matterId: number, n: number) => `/matters/${matterId}?entry=${n}`,
  /** A page inside a matter, as `reply/12`. */
  inMatter: (matterId: number, rest: string) => `/matters/${matterId}/${rest}`,
  rehearsal: (id?: number) => (id === undefined ? '/rehearsals' : `/rehearsals/${id}`),
  import: (rest = '') => (rest === '' ? '/import' : `/import/${rest}`),
  setup: (rest = '') => (rest === '' ? '/setup' : `/setup/${rest}`),
  /** The proposers' light pages are another bundle: a full page load. */
  member: () => '/m',
} as const;
