import { dayOf } from '#web/shared/format.ts';
import { currentLanguage } from '#web/shared/language.ts';

/** `2026-05-27` → `5月27日` / `27 May`; with its year when that is not the present one. `today`: `YYYY-MM-DD`. */
export const shortDate = (date: string, today: string = dayOf(new Date().toISOString())): string =>
  new Intl.DateTimeFormat(currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB', {
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** The day of an instant in the jurisdiction's zone, short. */
export const shortDay = (instant: string): string => shortDate(dayOf(instant));
