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
  | 'override'
  | 'capped'
  | 'pausedDays'
  | 'pausedWorkdays'
  | 'extended'
  | 'standsStillDays'
  | 'standsStillWorkdays'
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
      if (counting.clamped) lines.push({ code: 'clamped', params: { date: due.why.ruled } });
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
      return [{ code: 'fixedDate', params: { date: due.why.ruled } }];
    case 'daysBefore': {
      const { of, count, atStart } = counting;
      const lines: WhyLine[] = [
        ...explainDueDate(of),
        { code: `before.${of.why.duty}`, params: { count, date: of.date } },
      ];
      if (atStart) lines.push({ code: 'atStart', params: { date: due.why.ruled } });
      return lines;
    }
    default: {
      const forgotten: never = counting;
      return forgotten;
    }
  }
};

/** What was done to the date after the rule had given it. */
const afterwards = ({ why }: DueDate): readonly WhyLine[] => {
  const lines: WhyLine[] = [];
  if (why.capped !== null) lines.push({ code: 'capped', params: { from: why.capped.date, date: why.ruled } });
  for (const step of why.steps) {
    if (step.kind === 'extended') lines.push({ code: 'extended', params: { on: step.on, date: step.date } });
    else {
      const { from, to, left, date } = step;
      const code = left.unit === 'workday' ? 'pausedWorkdays' : 'pausedDays';
      lines.push({ code, params: { from, to, left: left.count, date } });
    }
  }
  if (why.paused !== null) {
    const { since, left } = why.paused;
    const code = left.unit === 'workday' ? 'standsStillWorkdays' : 'standsStillDays';
    lines.push({ code, params: { since, left: left.count } });
  }
  return lines;
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
  for (const { date } of setAside) lines.push({ code: 'setAside', params: { date } });
  if (rule.force === 'override') lines.push({ code: 'override', params: {} });
  lines.push(...countingLines(due), ...afterwards(due));
  if (due.why.paused === null) lines.push({ code: 'due', params: { date: due.date } });
  if (due.provisional) lines.push({ code: 'provisional', params: {} });
  if (!rule.source.verified) lines.push({ code: 'unverified', params: {} });
  return lines;
};
