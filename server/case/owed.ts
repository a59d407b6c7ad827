import type { Owed } from '#core/case/due.ts';
import { workdaysBetween } from '#core/clock/calendar.ts';
import { type DueState, dueState } from '#core/clock/deadline.ts';
import type { DueDate } from '#core/clock/deadline.ts';
import type { DutyKind } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import type { House } from './load-case.store.ts';

export type OwedView = {
  readonly duty: DutyKind;
  readonly date: LocalDate;
  readonly provisional: boolean;
  readonly state: DueState;
  readonly workdaysLeft: number;
  readonly why: Record<string, unknown>;
};

/**
 * A date with how it stands today and why it is that date; computed when looked at (law 7). Where the clock stands
 * still the days left are those that it was stopped with.
 */
export const viewOwed = (house: House, today: LocalDate, owed: Owed | null): OwedView | null =>
  owed === null ? null : viewDate(house, today, owed.duty, owed.date);

export const viewDate = (house: House, today: LocalDate, duty: DutyKind, due: DueDate): OwedView => ({
  duty,
  date: due.date,
  provisional: due.provisional,
  state: due.why.paused === null ? dueState(due.date, today, house.calendar, house.ruleset.lights) : 'paused',
  workdaysLeft: workdaysBetween(due.why.paused?.since ?? today, due.date, house.calendar).count,
  why: { ...due.why, calendarVersion: house.calendarVersion },
});
