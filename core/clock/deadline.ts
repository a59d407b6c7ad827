/**
 * Until when a duty is owed, and why that day. Dates are computed from events, rules and the calendar, never
 * stored as truth (law 7); the derivation is plain data, so that a page, a letter or an audit can show it.
 */
import type { ClockBase, DeadlineRule, DutyKind, Lights } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import { type Adjusted, type Adjustments, adjust } from './adjust.ts';
import {
  addDays,
  addMonths,
  compareDates,
  dateInYear,
  type WorkCalendar,
  walkWorkdays,
  workdaysBetween,
  yearOf,
} from './calendar.ts';
import { inScope, narrowness, type ScopeFacts } from './rule-scope.ts';

/** What happened so far in one duty, by day, and what rules tell matters apart by; an event that has not happened is absent. */
export type DeadlineFacts = { readonly [Event in ClockBase]?: LocalDate | undefined } & ScopeFacts;

export type DeadlineInput = {
  readonly rules: readonly DeadlineRule[];
  readonly duty: DutyKind;
  readonly facts: DeadlineFacts;
  readonly calendar: WorkCalendar;
  /** Pauses and extensions of this duty; they do not move the duties that lean on it. */
  readonly adjustments?: Adjustments;
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

export type SetAside = { readonly date: LocalDate; readonly rule: DeadlineRule };

export type Derivation = {
  readonly duty: DutyKind;
  readonly start: { readonly event: ClockBase; readonly date: LocalDate };
  /** The rule that decided, with its source. */
  readonly rule: DeadlineRule;
  readonly counting: Counting;
  /** The date that this rule gave, before pauses and extensions. */
  readonly ruled: LocalDate;
  /** Rules whose fixed date was over before the duty began, and which therefore could not bind. */
  readonly setAside: readonly SetAside[];
  /** The later date that a cap cut short, with its rule. */
  readonly capped: { readonly date: LocalDate; readonly rule: DeadlineRule } | null;
} & Pick<Adjusted, 'steps' | 'paused'>;

/** The last day on which the duty is done in time. `provisional`: a day on the way is not settled by a notice yet. */
export type DueDate = { readonly date: LocalDate; readonly provisional: boolean; readonly why: Derivation };

/** The fixed date was over before the start. */
type Over = { readonly over: LocalDate };
type Counted = { readonly date: LocalDate; readonly provisional: boolean; readonly counting: Counting };

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

const onFixedDate = (date: LocalDate, start: LocalDate): Counted | Over =>
  compareDates(date, start) < 0
    ? { over: date }
    : { date, provisional: false, counting: { unit: 'fixedDate' } };

/** `waits`: it leans on something without a date. */
const applyRule = (
  rule: DeadlineRule,
  start: LocalDate,
  input: DeadlineInput,
  path: readonly DutyKind[],
): Counted | Over | 'waits' => {
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
      return onFixedDate(amount.date, start);
    case 'sessionDate': {
      const closed = input.facts.sessionClosed;
      return closed === undefined
        ? 'waits'
        : onFixedDate(dateInYear(yearOf(closed), amount.month, amount.day), start);
    }
    case 'daysBefore': {
      const of = find({ ...input, duty: amount.of }, path);
      return of === null ? 'waits' : countBack(start, amount.count, of);
    }
    default: {
      const forgotten: never = amount;
      return forgotten;
    }
  }
};

type Found = {
  /** The earliest date of the rules that give one. */
  readonly due: DueDate | null;
  readonly waiting: boolean;
  readonly over: readonly SetAside[];
};

/** What rules of one rank come to. */
const ask = (
  rules: readonly DeadlineRule[],
  input: DeadlineInput,
  path: readonly DutyKind[],
  setAside: readonly SetAside[],
): Found => {
  const { duty, facts } = input;
  const over: SetAside[] = [];
  let waiting = false;
  let due: DueDate | null = null;
  for (const rule of rules) {
    const start = facts[rule.base];
    const counted = start === undefined ? 'waits' : applyRule(rule, start, input, [...path, duty]);
    if (start === undefined || counted === 'waits') waiting = true;
    else if ('over' in counted) over.push({ date: counted.over, rule });
    else if (due === null || compareDates(counted.date, due.date) < 0) {
      const { date, provisional, counting } = counted;
      const from = { event: rule.base, date: start };
      const whole = { ruled: date, setAside, capped: null, steps: [], paused: null };
      due = { date, provisional, why: { duty, start: from, rule, counting, ...whole } };
    }
  }
  return { due, waiting, over };
};

/** Of the rules without force the narrowest decides; one whose event has not happened lets no wider one step in. */
const narrowest = (
  rules: readonly DeadlineRule[],
  input: DeadlineInput,
  path: readonly DutyKind[],
  passed: readonly SetAside[],
): DueDate | null => {
  const ranks = [...new Set(rules.map(({ when }) => narrowness(when)))].sort((a, b) => b - a);
  const setAside = [...passed];
  for (const rank of ranks) {
    const peers = rules.filter(({ when }) => narrowness(when) === rank);
    const { due, waiting, over } = ask(peers, input, path, [...setAside]);
    if (due !== null) return due;
    if (waiting) return null;
    setAside.push(...over);
  }
  return null;
};

const cap = (due: DueDate, limit: DueDate | null): DueDate =>
  limit === null || compareDates(due.date, limit.date) <= 0
    ? due
    : { ...limit, why: { ...limit.why, capped: { date: due.date, rule: due.why.rule } } };

const find = (input: DeadlineInput, path: readonly DutyKind[]): DueDate | null => {
  const { duty, facts } = input;
  if (path.includes(duty)) return null; // a circle of `daysBefore`; `checkRuleset` names it
  const rules = input.rules.filter((rule) => rule.duty === duty && inScope(rule.when, facts));
  const forced = (force: DeadlineRule['force']) => rules.filter((rule) => rule.force === force);
  const overriding = ask(forced('override'), input, path, []);
  const due = overriding.due ?? narrowest(forced(undefined), input, path, overriding.over);
  return due === null ? null : cap(due, ask(forced('cap'), input, path, due.why.setAside).due);
};

/**
 * The date of a duty, or null when nothing is owed yet or the ruleset sets no date.
 *
 * Of the rules that fit the matter an overriding one decides; else the narrowest, of equally narrow ones the
 * earliest date; a cap then cuts short what is later than it. A narrower rule whose event has not happened leaves
 * the duty without a date: a wider one does not step in, for it is not the rule of this matter. A fixed date that
 * was over before the duty began is set aside for the next rule. Then pauses and extensions, in their order.
 * No clause known to us moves a last day that is a day off, so it stays where it is.
 *
 * Throws RangeError when a fact or a rule holds no calendar day, which parsing at the edge has excluded.
 */
export const deadline = (input: DeadlineInput): DueDate | null => {
  const ruled = find(input, []);
  if (ruled === null || input.adjustments === undefined) return ruled;
  const { why } = ruled;
  const unit = why.counting.unit === 'workday' ? 'workday' : 'day';
  const { date, provisional, steps, paused } = adjust(
    ruled,
    why.start.date,
    unit,
    input.adjustments,
    input.calendar,
  );
  return { date, provisional, why: { ...why, steps, paused } };
};

/** Green, yellow, orange, red, standing still, and done; always shown with a word and a shape. */
export const dueStates = [
  'none',
  'ample',
  'soon',
  'urgent',
  'overdue',
  'paused',
  'doneOnTime',
  'doneLate',
] as const;
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
