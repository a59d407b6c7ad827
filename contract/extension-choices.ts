/** Which days an extension may lead to, and the ones that are chosen most. */
import { addDays, addMonths } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';

export type ExtensionChoices = {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
  /** Whole months after the date that stands, as far as they fit. */
  readonly months: readonly { readonly count: number; readonly date: LocalDate }[];
};

/** `due`: the date that stands; `limit`: the last day that the rules allow, later than it. */
export const extensionChoices = (due: LocalDate, limit: LocalDate): ExtensionChoices => ({
  earliest: addDays(due, 1),
  latest: limit,
  months: [1, 2, 3]
    .map((count) => ({ count, date: addMonths(due, count) }))
    .filter(({ date }) => date <= limit),
});
