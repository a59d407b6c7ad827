/** What the board shows, as its address says it. */
import { board, boardRows } from '#contract/due-calendar.ts';
import { firstWhose, type Whose } from '../calendar/own-whose.ts';
import { holdsAny, type Session } from '../shell/session.ts';

const { shape } = board.query;

export type BoardBy = (typeof boardRows)[number];
export type BoardView = {
  readonly by: BoardBy;
  readonly sort: 'late' | 'name';
  readonly year: string | undefined;
  readonly organId: string | undefined;
  /** Every row with its cards, not the first ones only. */
  readonly all: boolean;
};

/** Whoever watches over many begins with units; a unit with its sections; a section or a handler with people. */
const firstBy = (whose: Whose): BoardBy => {
  switch (whose) {
    case 'all':
      return 'unit';
    case 'unit':
      return 'section';
    case 'section':
    case 'me':
      return 'handler';
    default: {
      const forgotten: never = whose;
      return forgotten;
    }
  }
};

const startOf = (session: Pick<Session, 'roles'>): BoardBy => firstBy(firstWhose(session));

/** What a row can be for this person: the units' office of a city sees no sense in sections of all units together. */
export const rowsFor = (session: Pick<Session, 'roles'>): readonly BoardBy[] => {
  const whose = firstWhose(session);
  if (whose === 'all') return ['unit'];
  return holdsAny(session, ['unit-office', 'unit-leader'])
    ? ['section', 'handler', 'unit']
    : ['handler', 'unit'];
};

const text = (key: 'year' | 'organId', value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && shape[key].safeParse(value).success ? value : undefined;

/** Reads an address; what it cannot say properly is left out rather than refused. */
export const readBoard = (
  search: Readonly<Record<string, unknown>>,
  session: Pick<Session, 'roles'>,
): BoardView => ({
  by: rowsFor(session).find((one) => one === search['by']) ?? startOf(session),
  sort: search['sort'] === 'name' ? 'name' : 'late',
  year: text('year', search['year']),
  organId: text('organId', search['organId']),
  all: search['all'] === 'yes',
});

/** The address of a view, as query fields; where one starts is not written. */
export const writeBoard = (view: BoardView, session: Pick<Session, 'roles'>): Record<string, string> => ({
  ...(view.by === startOf(session) ? {} : { by: view.by }),
  ...(view.sort === 'late' ? {} : { sort: view.sort }),
  ...(view.year === undefined ? {} : { year: view.year }),
  ...(view.organId === undefined ? {} : { organId: view.organId }),
  ...(view.all ? { all: 'yes' } : {}),
});

/** What the endpoint is asked for. Rows inside a unit are of one's own duties only. */
export const askOf = (
  { by, sort, year, organId, all }: BoardView,
  session: Pick<Session, 'roles'>,
): Record<string, string | number> => {
  const whose = firstWhose(session);
  return {
    by,
    sort,
    ...(by === 'unit' || whose === 'all' ? {} : { whose }),
    ...(year === undefined ? {} : { year }),
    ...(organId === undefined ? {} : { organId }),
    cards: all ? 500 : 20,
  };
};
