import type { ClockBase, DutyKind } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import { daysBetween } from './calendar.ts';
import type { DueDate } from './deadline.ts';

/** What one line of "why this date" says; `clock.why.<code>` words it in both languages. */
export type WhyCode =
  | `start.${ClockBase}`
  | `before.${DutyKind}`
  | 'month'
  | 'clamped'
  | 'day'
  | 'workday'
  | 'holidays'
  | 'makeUp'
  | 'fixedDate'
  | 'atStart'
  | 'setAside'
  | 'due'
  | 'provisional'
  | 'unverified';

export type WhyLine = {
  readonly code: WhyCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Days in order, a run of them as `first – last`: a holiday of nine days reads as one. */
const listDays = (days: readonly LocalDate[]): string => {
  const runs: { first: LocalDate; last: LocalDate }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && daysBetween(run.last, day) === 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first} – ${last}`)).join(', ');
};

const countingLines = (due: DueDate): readonly WhyLine[] => {
  const { counting } = due.why;
  switch (counting.unit) {
    case 'month': {
      const lines: WhyLine[] = [{ code: 'month', params: { count: counting.count } }];
      if (counting.clamped) lines.push({ code: 'clamped', params: { date: due.date } });
      return lines;
    }
    case 'day':
      return [{ code: 'day', params: { count: counting.count } }];
    case 'workday': {
      const { holidays, makeUpWorkdays, count, weekendDays } = counting;
      const lines: WhyLine[] = [{ code: 'workday', params: { count, weekendDays } }];
      if (holidays.length > 0)
        lines.push({ code: 'holidays', params: { count: holidays.length, days: listDays(holidays) } });
      if (makeUpWorkdays.length > 0)
        lines.push({
          code: 'makeUp',
          params: { count: makeUpWorkdays.length, days: listDays(makeUpWorkdays) },
        });
      return lines;
    }
    case 'fixedDate':
      return [{ code: 'fixedDate', params: { date: due.date } }];
    case 'daysBefore': {
      const { of, count, atStart } = counting;
      const lines: WhyLine[] = [
        ...explainDueDate(of),
        { code: `before.${of.why.duty}`, params: { count, date: of.date } },
      ];
      if (atStart) lines.push({ code: 'atStart', params: { date: due.date } });
      return lines;
    }
    default: {
      const forgotten: never = counting;
      return forgotten;
    }
  }
};

/**
 * The lines of "why this date", in the order of the reckoning: start, amount, what was skipped or counted, the
 * date, and what is uncertain about it. The source of the rule is `due.why.rule.source`.
 */
export const explainDueDate = (due: DueDate): readonly WhyLine[] => {
  const { start, setAside, rule, counting } = due.why;
  const lines: WhyLine[] = [];
  // Counting back starts at the other duty's date, whose own lines begin with its start.
  if (counting.unit !== 'daysBefore')
    lines.push({ code: `start.${start.event}`, params: { date: start.date } });
  for (const { amount } of setAside)
    if (amount.unit === 'fixedDate') lines.push({ code: 'setAside', params: { date: amount.date } });
  lines.push(...countingLines(due), { code: 'due', params: { date: due.date } });
  if (due.provisional) lines.push({ code: 'provisional', params: {} });
  if (!rule.source.verified) lines.push({ code: 'unverified', params: {} });
  return lines;
};
