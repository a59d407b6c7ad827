/** Weeks and months of a due calendar: a week runs from Monday to Sunday (GB/T 7408.1-2023, ISO 8601-1). */
import { addDays, addMonths, dayOfWeek } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';

export type Days = { readonly from: LocalDate; readonly to: LocalDate };

/** The day `days` calendar days later; earlier when negative. */
export const shiftDay = (date: LocalDate, days: number): LocalDate => addDays(date, days);

/** The same day of a later month (earlier when negative), or its last where that month is shorter. */
export const shiftMonth = (date: LocalDate, months: number): LocalDate => addMonths(date, months);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: LocalDate): number => dayOfWeek(date);

/** Monday to Sunday of the week in which the day lies, or `later` weeks after it. */
export const weekOf = (date: LocalDate, later = 0): Days => {
  const from = addDays(date, 1 - dayOfWeek(date) + 7 * later);
  return { from, to: addDays(from, 6) };
};

/** First to last day of the month in which the day lies. */
export const monthOf = (date: LocalDate): Days => {
  const from = `${date.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
};

/** The whole weeks that hold a month: what a month's grid shows, 28 to 42 days. */
export const gridOf = (date: LocalDate): Days => {
  const { from, to } = monthOf(date);
  return { from: weekOf(from).from, to: weekOf(to).to };
};

/** Every day of a span, in order. */
export const daysOf = ({ from, to }: Days): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
