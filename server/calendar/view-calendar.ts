/** The calendar as pages and the command line show it. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { getCalendarProposal, workCalendar } from '#contract/calendar.ts';
import type { Actor } from '#core/access.ts';
import { addDays, dayKindOf, isWorkday, type WorkCalendar, workdaysBetween } from '#core/clock/calendar.ts';
import { changeOverlay, firstUnsettledDay, overlayCalendar } from '#core/clock/overlay-calendar.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import { presets } from '#rulesets/preset.ts';
import { type HouseWithOverlay, readHouse, shippedCalendar } from '../case/house.store.ts';
import { latestRecompute } from '../case/recompute.store.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Proposal } from './calendar.store.ts';
import { isOutdated } from './propose-calendar.ts';
import { viewDueFrom, viewVersions } from './calendar.views.ts';

type CalendarPage = ResponseOf<typeof workCalendar>;
type ProposalPage = ResponseOf<typeof getCalendarProposal>;
type Day = CalendarPage['days'][number];

const daysFrom = (first: LocalDate, last: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

const nameOf = (calendar: WorkCalendar, date: LocalDate): string =>
  calendar.years.findLast(({ names }) => names?.[date] !== undefined)?.names?.[date] ?? '';

/** Every day of a year that is not an ordinary weekday or weekend. */
const specialDays = (calendar: WorkCalendar, year: number): Day[] => {
  const regional = new Map((calendar.regional ?? []).map((day) => [day.date, day]));
  return daysFrom(`${year}-01-01`, `${year}-12-31`).flatMap((date): Day[] => {
    const own = regional.get(date);
    if (own !== undefined) return [{ date, kind: own.kind, name: own.name, regional: own.source }];
    const kind = dayKindOf(date, calendar);
    if (kind === 'weekday' || kind === 'weekend') return [];
    return [
      { date, kind: kind === 'holiday' ? 'off' : 'work', name: nameOf(calendar, date), regional: null },
    ];
  });
};

const yearsOf = ({ calendar, overlay }: HouseWithOverlay, today: LocalDate): CalendarPage['years'] => {
  const known = calendar.years.map(({ year }) => year);
  const first = Math.min(...known);
  const last = Math.max(...known, Number(today.slice(0, 4))) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => last - index).map((year) => {
    const settled = calendar.years.find((one) => one.year === year);
    return {
      year,
      settled: settled !== undefined,
      own: overlay.years.some((one) => one.year === year),
      source: settled?.source.cite ?? null,
      verified: settled?.source.verified ?? false,
      workdays: workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar).count,
    };
  });
};

/** The page of one year; of today's when none is asked for. */
export const viewCalendar = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  asked: number | undefined,
): Promise<CalendarPage> => {
  const j = actor.jurisdictionId;
  const house = await readHouse(tx, j);
  const { calendar, overlay } = house;
  const year = asked ?? Number(at.date.slice(0, 4));
  const from = firstUnsettledDay(calendar, at.date);
  const { last, matters, duties } = await viewDueFrom(tx, j, from);
  return {
    region: calendar.region,
    year,
    today: at.date,
    days: specialDays(calendar, year),
    years: yearsOf(house, at.date),
    regional: [...overlay.regional],
    versions: [...(await viewVersions(tx, j))],
    provisional: last === null ? null : { from, last, matters, duties },
    recompute: await latestRecompute(tx, j),
    mayChange: actor.grants.some(({ role }) => role === 'supervisor'),
  };
};

const works = (date: LocalDate, calendar: WorkCalendar) =>
  isWorkday(date, calendar).workday ? ('workday' as const) : ('dayOff' as const);

/** Days that are counted otherwise than now. A year reaches into the December before it. */
const changedDays = (
  before: WorkCalendar,
  after: WorkCalendar,
  dates: readonly LocalDate[],
): ProposalPage['changes'] =>
  dates.flatMap((date) => {
    const [from, to] = [works(date, before), works(date, after)];
    return from === to ? [] : [{ date, from, to }];
  });

const touched = (house: HouseWithOverlay, { change }: Proposal): readonly LocalDate[] => {
  if (change === null || change.kind === 'ruleset') return [];
  if (change.kind === 'year') return daysFrom(`${change.year.year - 1}-12-01`, `${change.year.year}-12-31`);
  return [...new Set([...house.overlay.regional, ...change.regional].map(({ date }) => date))].sort();
};

const daysOf = ({ change }: Proposal): ProposalPage['days'] => {
  if (change === null || change.kind === 'ruleset') return [];
  if (change.kind === 'regional')
    return change.regional.map(({ date, kind, name, source }) => ({ date, kind, name, regional: source }));
  const { holidays, makeUpWorkdays, names } = change.year;
  const day = (kind: 'off' | 'work') => (date: LocalDate) => ({
    date,
    kind,
    name: names?.[date] ?? '',
    regional: null,
  });
  return [...holidays.map(day('off')), ...makeUpWorkdays.map(day('work'))].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
};

/** A change as it is looked at before it is used. */
export const viewProposal = async (tx: Tx, j: number, proposal: Proposal): Promise<ProposalPage> => {
  const house = await readHouse(tx, j);
  const { change } = proposal;
  const outdated = proposal.state !== 'applied' && isOutdated(proposal, house);
  const after =
    change === null || change.kind === 'ruleset' || proposal.state === 'applied'
      ? house.calendar
      : overlayCalendar(shippedCalendar(house.ruleset), changeOverlay(house.overlay, change));
  return {
    id: proposal.id,
    createdAt: proposal.createdAt,
    origin: proposal.origin,
    state: proposal.state,
    preset: change?.kind === 'ruleset' ? presets[change.preset].name : null,
    year: change?.kind === 'year' ? change.year.year : null,
    days: daysOf(proposal),
    changes: changedDays(house.calendar, after, touched(house, proposal)),
    issues: proposal.issues.map((one) => ({ ...one, params: { ...one.params } })),
    done: proposal.done,
    total: proposal.total,
    movedMatters: proposal.movedMatters,
    movedDuties: proposal.movedDuties,
    countedAt: proposal.countedAt,
    versionId: change?.kind === 'ruleset' ? null : proposal.versionN,
    outdated,
  };
};
