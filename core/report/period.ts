import { lastDayOf } from '../figures/in-period.ts';
import { toChineseNumeral } from '../numbering.ts';
import type { LocalDate, Text } from '../words.ts';
import type { Period } from './report.ts';

/** What a period is called; `session`: the name of the session where it is one. */
export const periodText = (period: Period, session: string): Text => {
  const { year } = period;
  switch (period.kind) {
    case 'year':
      return { zh: `${year}年`, en: String(year) };
    case 'session':
      return { zh: session, en: session };
    case 'month':
      return { zh: `${year}年${period.n}月`, en: `${year}-${String(period.n).padStart(2, '0')}` };
    case 'quarter':
      return { zh: `${year}年第${toChineseNumeral(period.n)}季度`, en: `quarter ${period.n} of ${year}` };
    default:
      return period satisfies never;
  }
};

/** The day at which a report of a period stands unless another is chosen: its last, or today where that is earlier. */
export const usualAsOf = (period: Period, today: LocalDate): LocalDate => {
  if (period.kind === 'year' || period.kind === 'session') {
    const end = `${period.year}-12-31`;
    return end < today ? end : today;
  }
  const month = period.kind === 'month' ? period.n : period.n * 3;
  const end = lastDayOf(period.year, month);
  return end < today ? end : today;
};
