import { workdaysBetween } from '#core/clock/calendar.ts';
import { dueState } from '#core/clock/deadline.ts';
import type { LocalDate } from '#core/words.ts';
import type { House } from './load-case.store.ts';

/**
 * How a line of a list stands against its date: light, working days left (negative: late), computed today (law 7). A clock that
 * stands still has no date now.
 */
export const standOf = (
  due: LocalDate | null,
  today: LocalDate,
  { ruleset, calendar }: Pick<House, 'ruleset' | 'calendar'>,
  paused = false,
) => {
  const left = due === null ? null : workdaysBetween(today, due, calendar);
  return {
    dueOn: due,
    dueState: paused ? ('paused' as const) : dueState(due, today, calendar, ruleset.lights),
    workdaysLeft: left?.count ?? null,
    provisional: left?.provisional ?? false,
  };
};
