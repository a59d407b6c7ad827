import { mostCalendarDays } from '#contract/due-calendar.ts';
import { daysBetween } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';
import { no } from '../platform/answer.ts';

/** The refusal `due-range` for a span that ends before it begins, or null. */
export const checkDueRange = ({
  dueFrom,
  dueTo,
}: {
  readonly dueFrom?: LocalDate | undefined;
  readonly dueTo?: LocalDate | undefined;
}) =>
  dueFrom !== undefined && dueTo !== undefined && dueFrom > dueTo
    ? no('due-range', { from: dueFrom, to: dueTo }, 'dueTo')
    : null;

/** The refusals `due-range` and `days-too-many` of a calendar's span, or null. */
export const checkCalendarSpan = ({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }) =>
  checkDueRange({ dueFrom: from, dueTo: to }) ??
  (daysBetween(from, to) >= mostCalendarDays ? no('days-too-many', { most: mostCalendarDays }, 'to') : null);
