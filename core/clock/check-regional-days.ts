import { type CalendarIssue, issue, type Place } from './calendar-issue.ts';
import { dayKindOf, isLocalDate, type RegionalDay, type WorkCalendar } from './calendar.ts';

const checkDay = (
  day: RegionalDay,
  national: WorkCalendar,
  place: Place,
  earlier: number | undefined,
): readonly CalendarIssue[] => {
  if (!isLocalDate(day.date)) return [issue('error', 'date-invalid', { text: day.date }, place)];
  const kind = dayKindOf(day.date, national);
  const worked = kind === 'weekday' || kind === 'makeUpWorkday';
  const changes = day.kind === 'work' ? !worked : worked;
  return [
    ...(earlier === undefined
      ? []
      : [issue('error', 'both-kinds', { date: day.date, line: earlier }, place)]),
    ...(day.source.trim() === '' ? [issue('error', 'source-missing', { date: day.date }, place)] : []),
    ...(changes ? [] : [issue('warning', 'day-as-it-is', { date: day.date }, place)]),
  ];
};

/**
 * What is wrong with the days that a place adds to the national table: a day twice, a day without the order that
 * says so, a day that changes nothing. `national`: the calendar without the place's own days.
 */
export const checkRegionalDays = (
  days: readonly RegionalDay[],
  national: WorkCalendar,
): readonly CalendarIssue[] => {
  const lines = new Map<string, number>();
  return days.flatMap((day, index) => {
    const earlier = lines.get(day.date);
    if (earlier === undefined) lines.set(day.date, index + 1);
    return checkDay(day, national, { line: index + 1, text: `${day.date} ${day.name}` }, earlier);
  });
};
