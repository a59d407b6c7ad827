/** On what terms a date may be put off, and who decides: the ruleset's answer for one duty of a case. */
import type { Assignment } from '../assignment/assignment.ts';
import { type ExtensionTerms, mayDecide } from '../assignment/extension.ts';
import { addDays, addMonths, addWorkdays, type WorkCalendar } from '../clock/calendar.ts';
import { deadline } from '../clock/deadline.ts';
import { inScope, narrowness } from '../clock/rule-scope.ts';
import { endedAs } from '../matter/matter.ts';
import type { DecidingBody, ExtendableDuty, ExtensionRule, Span } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import type { CaseFile } from './case-file.ts';
import { dueOf, factsOf } from './due.ts';

const dutyInHand = ({ state, role }: Assignment): ExtendableDuty | null => {
  if (state === 'rehandling') return 'rehandle';
  if (state !== 'signed') return null;
  return role === 'assist' ? 'opinion' : 'reply';
};

/** The latest day of all extensions together; `over`: a fixed day that was past before the duty began; null: none. */
const latestOf = (file: CaseFile, assignment: Assignment, rule: ExtensionRule): LocalDate | 'over' | null => {
  if (rule.inAll === null) return null;
  const { duty, inAll, source } = rule;
  const rules = [{ duty, base: inAll.base, amount: inAll.amount, source }];
  const facts = factsOf(file, assignment, duty);
  const found = deadline({ rules, duty, facts, calendar: file.calendar });
  if (found !== null) return found.date;
  const isFixed = inAll.amount.unit === 'sessionDate' || inAll.amount.unit === 'fixedDate';
  return isFixed && facts[inAll.base] !== undefined ? 'over' : null;
};

/**
 * The rule of this matter: the narrowest that fits. One whose latest day is not after the date that it would put off
 * belongs to other matters (Xi’an 2019: to 25 June, from the 25 May that binds matters assigned before it), and the
 * next steps in, as it does for the date itself; where no rule reaches beyond the date the narrowest says so.
 */
const ruleFor = (file: CaseFile, assignment: Assignment, duty: ExtendableDuty): ExtensionRule | null => {
  const facts = factsOf(file, assignment, duty);
  const fitting = file.ruleset.extensions
    .filter((rule) => rule.duty === duty && inScope(rule.when, facts))
    .sort((a, b) => narrowness(b.when) - narrowness(a.when));
  const ruled = dueOf(file, assignment, duty)?.why.ruled ?? null;
  const reaches = (rule: ExtensionRule): boolean => {
    const latest = latestOf(file, assignment, rule);
    return latest === null || (latest !== 'over' && (ruled === null || latest > ruled));
  };
  return fitting.find(reaches) ?? fitting.at(0) ?? null;
};

const add = (date: LocalDate, span: Span, calendar: WorkCalendar): LocalDate => {
  switch (span.unit) {
    case 'month':
      return addMonths(date, span.count);
    case 'day':
      return addDays(date, span.count);
    case 'workday':
      return addWorkdays(date, span.count, calendar).date;
    default: {
      const forgotten: never = span.unit;
      return forgotten;
    }
  }
};

/** The earlier of how far one extension reaches and how far all of them together may reach. */
const limitOf = (file: CaseFile, assignment: Assignment, rule: ExtensionRule, date: LocalDate): LocalDate => {
  const one = add(date, rule.most, file.calendar);
  const all = latestOf(file, assignment, rule);
  return all === null || all === 'over' || one < all ? one : all;
};

/** The date of the answer that the unit owes now, its opinion, reply or second reply; null: none. */
export const answerDue = (file: CaseFile, assignment: Assignment): LocalDate | null => {
  const duty = dutyInHand(assignment);
  return duty === null ? null : (dueOf(file, assignment, duty)?.date ?? null);
};

/** How the date that the unit owes now may be put off; null: nothing is owed, or no rule knows an extension of it. */
export const extensionTerms = (file: CaseFile, assignment: Assignment): ExtensionTerms | null => {
  const duty = dutyInHand(assignment);
  if (duty === null || endedAs(file.matter.stage) !== null) return null;
  const rule = ruleFor(file, assignment, duty);
  const date = dueOf(file, assignment, duty);
  if (rule === null || date === null) return null;
  const granted = assignment.extensions.filter(
    (one) => one.state === 'granted' && one.duty === duty && one.round === assignment.round,
  );
  return {
    duty,
    due: date.date,
    standsStill: date.why.paused !== null,
    rule,
    left: rule.times - granted.length,
    limit: limitOf(file, assignment, rule, date.date),
  };
};

/** Who decides on extensions of this duty by the ruleset: `either` where it says nothing any more. */
export const extensionDecidedBy = (file: CaseFile, assignment: Assignment): DecidingBody => {
  const duty = dutyInHand(assignment);
  const rule = duty === null ? null : ruleFor(file, assignment, duty);
  return rule?.decidedBy ?? 'either';
};

/** Whether a body decides on extensions of this duty. */
export const decidesExtension = (
  file: CaseFile,
  assignment: Assignment,
  body: 'supervisor' | 'organ-office',
): boolean => mayDecide(body, extensionDecidedBy(file, assignment), assignment.boundary);
