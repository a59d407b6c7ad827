import { addDays, type CalendarYear, daysBetween, type WorkCalendar } from '#core/clock/calendar.ts';
import type { Source } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { cnDays, cnDaysFrom } from './cn-days.ts';

/**
 * The General Office of the State Council announces each year's holidays. These were compared with the text of
 * the notices as printed in the State Council Gazette (2023, 2024) and by Xinhua (2025, 2026).
 */
const notice = (year: number, documentNo: string, date: LocalDate): Source => ({
  cite: {
    zh: `国务院办公厅关于${year}年部分节假日安排的通知（${documentNo}，${date}）`,
    en: `General Office of the State Council, notice on the holidays of ${year} (${documentNo}, ${date})`,
  },
  verified: true,
});

/** All days from the first to the last, as the notices write them: 2月10日至17日. */
const run = (first: LocalDate, last: LocalDate = first): readonly LocalDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));

const y2023: CalendarYear = {
  year: 2023,
  holidays: [
    ...run('2023-01-01', '2023-01-02'),
    ...run('2023-01-21', '2023-01-27'),
    ...run('2023-04-05'),
    ...run('2023-04-29', '2023-05-03'),
    ...run('2023-06-22', '2023-06-24'),
    ...run('2023-09-29', '2023-10-06'),
  ],
  makeUpWorkdays: [
    ...run('2023-01-28', '2023-01-29'),
    '2023-04-23',
    '2023-05-06',
    '2023-06-25',
    ...run('2023-10-07', '2023-10-08'),
  ],
  source: notice(2023, '国办发明电〔2022〕16号', '2022-12-08'),
};

const y2024: CalendarYear = {
  year: 2024,
  holidays: [
    ...run('2024-01-01'),
    ...run('2024-02-10', '2024-02-17'),
    ...run('2024-04-04', '2024-04-06'),
    ...run('2024-05-01', '2024-05-05'),
    ...run('2024-06-10'),
    ...run('2024-09-15', '2024-09-17'),
    ...run('2024-10-01', '2024-10-07'),
  ],
  makeUpWorkdays: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
  ],
  source: notice(2024, '国办发明电〔2023〕7号', '2023-10-25'),
};

const y2025: CalendarYear = {
  year: 2025,
  holidays: [
    ...run('2025-01-01'),
    ...run('2025-01-28', '2025-02-04'),
    ...run('2025-04-04', '2025-04-06'),
    ...run('2025-05-01', '2025-05-05'),
    ...run('2025-05-31', '2025-06-02'),
    ...run('2025-10-01', '2025-10-08'),
  ],
  makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  source: notice(2025, '国办发明电〔2024〕12号', '2024-11-12'),
};

const y2026: CalendarYear = {
  year: 2026,
  holidays: [
    ...run('2026-01-01', '2026-01-03'),
    ...run('2026-02-15', '2026-02-23'),
    ...run('2026-04-04', '2026-04-06'),
    ...run('2026-05-01', '2026-05-05'),
    ...run('2026-06-19', '2026-06-21'),
    ...run('2026-09-25', '2026-09-27'),
    ...run('2026-10-01', '2026-10-07'),
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  source: notice(2026, '国办发明电〔2025〕7号', '2025-11-04'),
};

/** The years that somebody compared with the printed notices, day by day; a test holds the package against them. */
export const noticedYears: readonly CalendarYear[] = [y2023, y2024, y2025, y2026];

const packaged = (year: number): Source => ({
  cite: {
    zh: `${year}年节假日安排：取自开源数据 ${cnDaysFrom}，未与国务院办公厅通知原文核对`,
    en: `Holidays of ${year}: from the open data of ${cnDaysFrom}, not compared with the printed notice`,
  },
  verified: false,
});

/** `春节 0215-0223 +0214 +0228`: a name, its days off as runs, the make-up days with a plus. */
const readHoliday = (year: number, text: string) => {
  const [name = '', ...parts] = text.split(' ');
  const day = (digits: string): LocalDate => `${year}-${digits.slice(0, 2)}-${digits.slice(2)}`;
  const off = parts
    .filter((part) => !part.startsWith('+'))
    .flatMap((part) => {
      const [first = '', last = first] = part.split('-');
      return run(day(first), day(last));
    });
  const on = parts.filter((part) => part.startsWith('+')).map((part) => day(part.slice(1)));
  return { name, off, on };
};

const readYear = (text: string): CalendarYear => {
  const year = Number(text.slice(0, 4));
  const holidays = text
    .slice(5)
    .split(' | ')
    .map((one) => readHoliday(year, one));
  return {
    year,
    holidays: holidays.flatMap(({ off }) => off).sort(),
    makeUpWorkdays: holidays.flatMap(({ on }) => on).sort(),
    source: noticedYears.find((one) => one.year === year)?.source ?? packaged(year),
    names: Object.fromEntries(
      holidays.flatMap(({ name, off, on }) => [...off, ...on].map((date) => [date, name])),
    ),
  };
};

/**
 * Working days of the Chinese mainland: the years that a maintained package settles (`tools/write-calendar.ts`
 * writes them anew when it is updated), cited by their notice where one was compared. Later years are provisional.
 */
export const cnCalendar: WorkCalendar = { region: 'CN', years: cnDays.map(readYear) };
