const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * The weeks of a month, Monday first: seven places each, null outside the month. Reckoned in UTC, so that no time
 * zone of the browser moves a day.
 */
export const monthGrid = (year: number, month: number): readonly (readonly (string | null)[])[] => {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, place) => {
      const day = week * 7 + place - before + 1;
      return day < 1 || day > days ? null : `${year}-${pad(month)}-${pad(day)}`;
    }),
  );
};

export type DayRun<Day> = { readonly first: Day; readonly last: Day };

const following = (before: string, day: string): boolean =>
  Date.parse(`${day}T00:00:00Z`) - Date.parse(`${before}T00:00:00Z`) === 86_400_000;

/** Days that follow each other and are alike, as runs: a holiday reads as one line. */
export const dayRuns = <Day extends { readonly date: string }>(
  days: readonly Day[],
  alike: (a: Day, b: Day) => boolean,
): readonly DayRun<Day>[] => {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && following(run.last.date, day.date) && alike(run.last, day)) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
};
