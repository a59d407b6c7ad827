/** The due calendar 到期日历: how much is due on each day, and what is late or soon will be; one statement. */
import type { dueCalendar } from '#contract/due-calendar.ts';
import { shiftDay, daysOf, weekOf } from '#contract/due-weeks.ts';
import { askedAfter } from '#contract/see.ts';
import type { QueryOf, ResponseOf } from '#contract/endpoint.ts';
import type { Actor } from '#core/access.ts';
import { dayKindOf, isWorkday } from '#core/clock/calendar.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import { sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { afterColumn, isAfter } from '../case/after-reply.views.ts';
import { dutiesAlone, type LedgerFilter, ledgerCondition } from './ledger-filter.views.ts';
import { standOf } from '../case/stand-of.ts';

type Query = QueryOf<typeof dueCalendar>;
type Calendar = ResponseOf<typeof dueCalendar>;
type Day = Calendar['days'][number];
type Owed = keyof Day['counts'];
type Heap = { readonly day: LocalDate; readonly owed: Owed; readonly n: number };

const dayBefore = (date: LocalDate): LocalDate => shiftDay(date, -1);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/**
 * What is owed up to the last day that is shown or counted, by day and by what it is. All that was due before both
 * the first day shown and today counts as one day: it is late, whenever it was due.
 */
const heaps = async (tx: Tx, house: House, actor: Actor, today: LocalDate, query: Query): Promise<Heap[]> => {
  const { from, to, ...filter } = query;
  const dueTo = later(to, weekOf(today, 1).to);
  const first = dayBefore(earlier(from, today));
  const duties: LedgerFilter = { ...filter, per: 'duty', dueTo };
  const matters: LedgerFilter = { ...filter, per: 'matter', dueTo, owes: 'assign' };
  const of = (filtered: LedgerFilter) => {
    const alone = dutiesAlone(actor, filtered, today, house);
    return alone === null
      ? sql`assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
          where ${ledgerCondition(actor, filtered, today, house, 'duty')}`
      : sql`assignment a where ${alone}`;
  };
  // A filter of duties leaves no matter that nobody has yet.
  const assigning =
    filter.unitId === undefined &&
    filter.whose === undefined &&
    (filter.owes === undefined || filter.owes === 'assign');
  // What is asked after the reply has dates of its own, which stand on closed matters too.
  const after = askedAfter
    .filter((kind) => filter.owes === undefined || filter.owes === kind)
    .map(
      (kind) => sql`union all
    select greatest(${afterColumn(kind)}, ${first}::date), ${kind}::text, count(*)::int
    from ${of({ ...duties, owes: kind })} group by 1`,
    );
  const owing = filter.owes !== 'assign' && !isAfter(filter.owes);
  const { rows } = await sql<Heap>`
    select greatest(a.due_on, ${first}::date) as day, a.owed as owed, count(*)::int as n
    from ${of(duties)} and ${owing ? sql`true` : sql`false`} group by 1, 2
    union all
    select greatest(m.due_on, ${first}::date), 'assign', count(*)::int from matter m
    where ${assigning ? ledgerCondition(actor, matters, today, house, 'matter') : sql`false`} group by 1
    ${sql.join(after, sql` `)}`.execute(tx);
  return rows.filter(({ owed }) => owed !== null);
};

const kindOf = (date: LocalDate, { calendar }: House): Pick<Day, 'kind' | 'provisional'> => {
  const kind = dayKindOf(date, calendar);
  return {
    kind: kind === 'weekday' ? 'workday' : kind,
    provisional: isWorkday(date, calendar).provisional,
  };
};

const dayOf = (date: LocalDate, due: readonly Heap[], today: LocalDate, house: House): Day => {
  const { dueState, workdaysLeft } = standOf(date, today, house);
  const total = due.reduce((sum, { n }) => sum + n, 0);
  return {
    date,
    ...kindOf(date, house),
    light: total === 0 ? 'none' : dueState,
    workdaysLeft: workdaysLeft ?? 0,
    counts: Object.fromEntries(due.map(({ owed, n }) => [owed, n])),
    total,
  };
};

const textsOf = ({ organId, unitId, owes, whose }: Query): Record<string, string> => ({
  ...(organId === undefined ? {} : { organId: String(organId) }),
  ...(unitId === undefined ? {} : { unitId: String(unitId) }),
  ...(owes === undefined ? {} : { owes }),
  ...(whose === undefined ? {} : { whose }),
});

/**
 * Late now; due in what is left of this week; due by the end of next week; matters late to be assigned. What is asked
 * after the reply is none of it, unless one looks at nothing else.
 */
const lateFigures = (
  heaped: readonly Heap[],
  today: LocalDate,
  opens: Calendar['opens'],
  asked: Query['owes'],
): Calendar['late'] => {
  const all = heaped.filter(({ owed }) => isAfter(owed) === isAfter(asked));
  const [thisWeek, nextWeek] = [weekOf(today).to, weekOf(today, 1).to];
  const of = (fits: (day: LocalDate) => boolean, assign = false): number =>
    all
      .filter(({ day, owed }) => (owed === 'assign') === assign && fits(day))
      .reduce((sum, { n }) => sum + n, 0);
  const duties = (key: string, count: number, more: Readonly<Record<string, string>>) => ({
    key,
    label: `dueCalendar.${key}`,
    count,
    unit: 'assignments' as const,
    opens: { ...opens.duties, ...more },
  });
  const isLate = (day: LocalDate): boolean => day < today;
  return [
    duties('lateNow', of(isLate), { due: 'overdue' }),
    duties(
      'thisWeek',
      of((day) => day >= today && day <= thisWeek),
      { dueFrom: today, dueTo: thisWeek },
    ),
    duties(
      'lateNextWeek',
      of((day) => day <= nextWeek),
      { dueTo: nextWeek },
    ),
    {
      key: 'lateToAssign',
      label: 'dueCalendar.lateToAssign',
      count: of(isLate, true),
      unit: 'matters',
      opens: { ...opens.assign, due: 'overdue' },
    },
  ];
};

/** The days from `query.from` to `query.to` with what is due on each, and the strip above them. */
export const viewCalendar = async (
  tx: Tx,
  house: House,
  actor: Actor,
  at: Moment,
  query: Query,
): Promise<Calendar> => {
  const today = at.date;
  const all = await heaps(tx, house, actor, today, query);
  const byDay = Map.groupBy(all, ({ day }) => day);
  const filters = textsOf(query);
  const opens = {
    duties: { ...filters, per: 'duty' },
    assign: { ...filters, owes: 'assign' },
  };
  return {
    asOf: at.instant,
    today,
    days: daysOf(query).map((date) => dayOf(date, byDay.get(date) ?? [], today, house)),
    late: lateFigures(all, today, opens, query.owes),
    opens,
  };
};
