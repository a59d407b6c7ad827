import { calendarMessages } from '#contract/messages/calendar.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { calendarMoves, getCalendarProposal, workCalendar } from '#contract/calendar.ts';
import { texts } from '#web/shared/language.ts';

/** The texts of the work calendar. */
export const t = texts(calendarMessages);

export type CalendarPage = ResponseOf<typeof workCalendar>;
export type CalendarDay = CalendarPage['days'][number];
export type RegionalDay = CalendarPage['regional'][number];
export type Proposal = ResponseOf<typeof getCalendarProposal>;
export type Move = ResponseOf<typeof calendarMoves>['items'][number];

/** What a unit or an office owes, in a word. */
export const dutyText = (duty: string): string => {
  const key = `calendar.duty.${duty}`;
  return key in calendarMessages ? t(key as keyof typeof calendarMessages) : t('calendar.duty.none');
};

/** What a version changed: `2027` or `regional`. */
export const changedText = (changed: string): string =>
  changed === 'regional' ? t('calendar.changed.regional') : t('calendar.changed.year', { year: changed });
