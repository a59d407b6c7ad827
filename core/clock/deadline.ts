/**
 * Until when a duty is owed, and why that day. Dates are computed from events, rules and the calendar, never
 * stored as truth (law 7); the derivation is plain data, so that a page, a letter or an audit can show it.
 */
import type { ClockBase, DeadlineRule, DutyKind, Lights, MatterKind } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import {
  addDays,
  addMonths,
  compareDates,
  type WorkCalendar,
  walkWorkdays,
  workdaysBetween,
} from './calendar.ts';

/** What happened so far in one duty, by day; an event that has not happened is absent. */
export type DeadlineFacts = { readonly [Event in ClockBase]?: LocalDate | undefined } & {
  readonly kind: MatterKind;
  readonly inSession: boolean;
};

export type DeadlineInput = {
  readonly rules: readonly DeadlineRule[];
  readonly duty: DutyKind;
  readonly facts: DeadlineFacts;
  readonly calendar: WorkCalendar;
};

/** How the amount of a rule became a date. */
export type Counting =
  /** `clamped`: the month was too short to hold the same day. */
  | { readonly unit: 'month'; readonly count: number; readonly clamped: boolean }
  | { readonly unit: 'day'; readonly count: number }
  /** `count` + `holidays` + `weekendDays` are all the days from the start to the date. */
  | {
      readonly unit: 'workday';
      readonly count: number;
      readonly holidays: readonly LocalDate[];
      readonly weekendDays: number;
      readonly makeUpWorkdays: readonly LocalDate[];
    }
  | { readonly unit: 'fixedDate' }
  /** `atStart`: the count would have led to before the start, so the duty is owed at once. */
  | { readonly unit: 'daysBefore'; readonly count: number; readonly of: DueDate; readonly atStart: boolean };

export type Derivation = {
  readonly duty: DutyKind;
  readonly start: { readonly event: ClockBase; readonly date: LocalDate };
  /** The rule that decided, with its source. */
  readonly rule: DeadlineRule;
  readonly counting: Counting;
  /** Narrower rules whose fixed date was over before the duty began, and which therefore could not bind. */
  readonly setAside: readonly DeadlineRule[];
};

/** The last day on which the duty is done in time. `provisional`: a day on the way is not settled by a notice yet. */
export type DueDate = { readonly date: LocalDate; readonly provisional: boolean; readonly why: Derivation };

type Counted = { readonly date: LocalDate; readonly provisional: boolean; readonly counting: Counting };

const matches = (rule: DeadlineRule, facts: DeadlineFacts): boolean =>
  (rule.when?.kind === undefined || rule.when.kind === facts.kind) &&
  (rule.when?.inSession === undefined || rule.when.inSession === facts.inSession);

/** How many conditions a rule makes: 0, 1 or 2. */
const narrowness = (rule: DeadlineRule): number =>
  (rule.when?.kind === undefined ? 0 : 1) + (rule.when?.inSession === undefined ? 0 : 1);

const countMonths = (start: LocalDate, count: number): Counted => {
  const date = addMonths(start, count);
  const clamped = date.slice(8) !== start.slice(8);
  return { date, provisional: false, counting: { unit: 'month', count, clamped } };
};

const countWorkdays = (start: LocalDate, count: number, calendar: WorkCalendar): Counted => {
  const { date, provisional, holidays, weekendDays, makeUpWorkdays } = walkWorkdays(start, count, calendar);
  return { date, provisional, counting: { unit: 'workday', count, holidays, weekendDays, makeUpWorkdays } };
};

const countBack = (start: LocalDate, count: number, of: DueDate): Counted => {
  const date = addDays(of.date, -count);
  const atStart = compareDates(date, start) < 0;
  const counting: Counting = { unit: 'daysBefore', count, of, atStart };
  return { date: atStart ? start : date, provisional: of.provisional, counting };
};

/** Null when the rule leans on a duty without a date, or when its fixed date was over before the start. */
const applyRule = (
  rule: DeadlineRule,
  start: LocalDate,
  input: DeadlineInput,
  path: readonly DutyKind[],
): Counted | null => {
  const { amount } = rule;
  switch (amount.unit) {
    case 'month':
      return countMonths(start, amount.count);
    case 'day':
      return {
        date: addDays(start, amount.count),
        provisional: false,
        counting: { unit: 'day', count: amount.count },
      };
    case 'workday':
      return countWorkdays(start, amount.count, input.calendar);
    case 'fixedDate':
      if (compareDates(amount.date, start) < 0) return null;
      return { date: amount.date, provisional: false, counting: { unit: 'fixedDate' } };
    case 'daysBefore': {
      const of = find({ ...input, duty: amount.of }, path);
      return of === null ? null : countBack(start, amount.count, of);
    }
    default: {
      const forgotten: never = amount;
      return forgotten;
    }
  }
};

const earlier = (a: DueDate, b: DueDate): DueDate => (compareDates(b.date, a.date) < 0 ? b : a);

const find = (input: DeadlineInput, path: readonly DutyKind[]): DueDate | null => {
  const { duty, facts } = input;
  if (path.includes(duty)) return null; // a circle of `daysBefore`; `checkRuleset` names it
  const rules = input.rules.filter((rule) => rule.duty === duty && matches(rule, facts));
  const setAside: DeadlineRule[] = [];
  for (const level of [2, 1, 0]) {
    const found: DueDate[] = [];
    let waiting = false;
    const passed: DeadlineRule[] = [];
    for (const rule of rules.filter((candidate) => narrowness(candidate) === level)) {
      const start = facts[rule.base];
      const counted = start === undefined ? null : applyRule(rule, start, input, [...path, duty]);
      if (start !== undefined && counted !== null) {
        const { counting, ...due } = counted;
        found.push({
          ...due,
          why: { duty, start: { event: rule.base, date: start }, rule, counting, setAside },
        });
      } else if (start !== undefined && rule.amount.unit === 'fixedDate') passed.push(rule);
      else waiting = true;
    }
    const [first, ...others] = found;
    if (first !== undefined) return others.reduce(earlier, first);
    if (waiting) return null;
    setAside.push(...passed);
  }
  return null;
};

/**
 * The date of a duty, or null when nothing is owed yet or the ruleset sets no date.
 *
 * Of the rules that fit the matter the narrowest decides, of equally narrow ones the earliest date. A narrower
 * rule whose event has not happened leaves the duty without a date: a wider one does not step in, for it is not
 * the rule of this matter. A fixed date that was over before the duty began is set aside for the next wider rule.
 * No clause known to us moves a last day that is a day off, so it stays where it is.
 *
 * Throws RangeError when a fact or a rule holds no calendar day, which parsing at the edge has excluded.
 */
export const deadline = (input: DeadlineInput): DueDate | null => find(input, []);

/** Green, yellow, orange, red, and done; always shown with a word and a shape. */
export const dueStates = ['none', 'ample', 'soon', 'urgent', 'overdue', 'doneOnTime', 'doneLate'] as const;
export type DueState = (typeof dueStates)[number];

/**
 * How a duty stands against its date, by the working days that remain after today: none remain on the last day,
 * which is still in time. `doneOn` is the day on which the duty was done.
 */
export const dueState = (
  due: LocalDate | null,
  today: LocalDate,
  calendar: WorkCalendar,
  thresholds: Pick<Lights, 'soon' | 'urgent'>,
  doneOn?: LocalDate | null,
): DueState => {
  if (due === null) return 'none';
  if (doneOn !== undefined && doneOn !== null)
    return compareDates(doneOn, due) <= 0 ? 'doneOnTime' : 'doneLate';
  if (compareDates(today, due) > 0) return 'overdue';
  const left = workdaysBetween(today, due, calendar).count;
  if (left <= thresholds.urgent) return 'urgent';
  return left <= thresholds.soon ? 'soon' : 'ample';
};

/** Whether a window such as that for handing back is open today; without a date there is no window to miss. */
export const withinWindow = (
  input: DeadlineInput & { readonly today: LocalDate },
): { readonly open: boolean; readonly due: DueDate | null } => {
  const due = deadline(input);
  return { open: due === null || compareDates(input.today, due.date) <= 0, due };
};
