import type { dueCalendar } from '#contract/due-calendar.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import { clockMessages } from '#contract/messages/clock.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { owedDuties } from '#contract/see.ts';
import { count, fullDate } from '#web/shared/format.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';

const t = texts(dueCalendarMessages);
const c = texts(commonMessages);
const k = texts(clockMessages);

export type CalendarData = ResponseOf<typeof dueCalendar>;
export type CalendarDay = CalendarData['days'][number];
export type OwedDuty = (typeof owedDuties)[number];

export const dutyWord = (duty: OwedDuty): string => k(`clock.duty.${duty}`);

const inLanguage = (form: Intl.DateTimeFormatOptions, date: string): string =>
  new Intl.DateTimeFormat(currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB', {
    ...form,
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** `2026年5月` / `May 2026`. */
export const monthName = (date: string): string => inLanguage({ year: 'numeric', month: 'long' }, date);
/** `5月20日` / `20 May`. */
export const dayName = (date: string): string => inLanguage({ month: 'long', day: 'numeric' }, date);
/** `周三` / `Wed`. */
export const weekdayName = (date: string): string => inLanguage({ weekday: 'short' }, date);

/** What is owed on a day, each with its number, in the order of a matter's way. */
export const countsOf = ({ counts }: CalendarDay): readonly { duty: OwedDuty; n: number }[] =>
  owedDuties.flatMap((duty) => {
    const n = counts[duty] ?? 0;
    return n === 0 ? [] : [{ duty, n }];
  });

/** The words that mark a day: today, a day off or a make-up day, a calendar that is not published yet. */
export const marksOf = (day: CalendarDay, today: string): readonly string[] => [
  ...(day.date === today ? [t('dueCalendar.today')] : []),
  ...(day.kind === 'workday' ? [] : [t(`dueCalendar.kind.${day.kind}`)]),
];

/** A whole day in one sentence, for whoever hears the page. */
export const dayText = (day: CalendarDay, today: string): string => {
  const separator = c('say.separator');
  const marks = [
    ...marksOf(day, today),
    ...(day.kind === 'workday' ? [t('dueCalendar.kind.workday')] : []),
    ...(day.provisional ? [t('dueCalendar.provisional')] : []),
  ];
  const what = countsOf(day).map(({ duty, n }) =>
    t('dueCalendar.count', { duty: dutyWord(duty), count: count(n) }),
  );
  return t('dueCalendar.cell', {
    date: fullDate(day.date),
    marks: marks.join(separator),
    due:
      day.total === 0
        ? t('dueCalendar.cell.none')
        : t('dueCalendar.cell.due', {
            count: count(day.total),
            light: c(`due.${day.light}`),
            what: what.join(separator),
          }),
  });
};
