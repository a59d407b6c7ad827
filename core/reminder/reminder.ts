/** When the ladder of reminders speaks, and of which dates: sets of days, so that a database can find them by range. */
import {
  addDays,
  addWorkdays,
  compareDates,
  isWorkday,
  type WorkCalendar,
  workdaysBetween,
} from '../clock/calendar.ts';
import type { Reminders } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';

/** Whether reminders go out on that day at all. */
export const isReminderDay = (today: LocalDate, calendar: WorkCalendar): boolean =>
  isWorkday(today, calendar).workday;

/** The latest day whose `count`-th working day after it is not later than `today`. */
const lateBy = (count: number, today: LocalDate, calendar: WorkCalendar): LocalDate => {
  let day = today;
  while (workdaysBetween(day, today, calendar).count < count) day = addDays(day, -1);
  return day;
};

/**
 * The last due date that has reached a step today: every duty due on that day or before it has, and none due later.
 * `days` as in `ReminderStep`: working days that remain when negative, that it is late when positive.
 */
export const reachedUntil = (days: number, today: LocalDate, calendar: WorkCalendar): LocalDate =>
  days > 0 ? lateBy(days, today, calendar) : addDays(addWorkdays(today, -days + 1, calendar).date, -1);

/** The bounds of all steps today, from the first step to the last; each is earlier than the one before it. */
export const bounds = (
  { steps }: Reminders,
  today: LocalDate,
  calendar: WorkCalendar,
): readonly LocalDate[] => steps.map(({ days }) => reachedUntil(days, today, calendar));

/** The step that a date has reached today, by its place in the ladder; null: none yet. */
export const stepReached = (
  reminders: Reminders,
  due: LocalDate,
  today: LocalDate,
  calendar: WorkCalendar,
): number | null => {
  const reached = bounds(reminders, today, calendar).filter((bound) => compareDates(due, bound) <= 0).length;
  return reached === 0 ? null : reached - 1;
};

/** A day and a time of day `HH:MM` where the jurisdiction is. */
export type LocalTime = { readonly date: LocalDate; readonly time: string };

/** From when on something may leave the app: now (null), or the end of the quiet hours on the next working day. */
export const tellFrom = (
  now: LocalTime,
  { quiet }: Pick<Reminders, 'quiet'>,
  calendar: WorkCalendar,
): LocalTime | null => {
  const overnight = quiet.from > quiet.until;
  const late = overnight ? now.time >= quiet.from : now.time >= quiet.from && now.time < quiet.until;
  const early = overnight && now.time < quiet.until;
  if (isReminderDay(now.date, calendar)) {
    if (!late && !early) return null;
    if (early || !overnight) return { date: now.date, time: quiet.until };
  }
  return { date: addWorkdays(now.date, 1, calendar).date, time: quiet.until };
};
