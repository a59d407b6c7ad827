import { isLocalDate } from './clock/calendar.ts';
import { covers } from './clock/rule-scope.ts';
import {
  caseNoPlaceholders,
  documentNoPlaceholders,
  numberPatternProblems,
  type PatternProblem,
  parsePattern,
  titlePlaceholders,
} from './numbering.ts';
import {
  type Amount,
  type DeadlineRule,
  type DutyKind,
  dutyKinds,
  type RuleScope,
  type Ruleset,
  type Source,
  type UrgeLevel,
} from './ruleset.ts';
import type { Text } from './words.ts';

export type RulesetProblemCode =
  | PatternProblem['code']
  | 'text-missing'
  | 'version-invalid'
  | 'date-invalid'
  | 'code-twice'
  | 'code-empty'
  | 'classes-missing'
  | 'no-closing-class'
  | 'levels-too-few'
  | 'worst-level-closes'
  | 'best-level-opens'
  | 'levels-out-of-order'
  | 'review-missing'
  | 'contact-after-reply'
  | 'duty-forgotten'
  | 'duty-partly-ruled'
  | 'duty-ruled-and-undated'
  | 'count-invalid'
  | 'leans-on-undated'
  | 'leans-in-circle'
  | 'fixed-date-without-fallback'
  | 'lights-out-of-order'
  | 'ladder-invalid'
  | 'reminder-to-nobody'
  | 'reminders-out-of-order'
  | 'time-invalid'
  | 'caution-missing';

/** What is wrong in a ruleset, and where: `at` is a path such as `deadlines[3].amount`. */
export type RulesetProblem = {
  readonly code: RulesetProblemCode;
  readonly at: string;
  readonly detail: string;
};

type Report = (code: RulesetProblemCode, at: string, detail?: string) => void;

const checkText = (text: Text, at: string, report: Report): void => {
  if (text.zh.trim() === '' || text.en.trim() === '') report('text-missing', at);
};

const checkCodes = (items: readonly { readonly code: string }[], at: string, report: Report): void => {
  const seen = new Set<string>();
  items.forEach(({ code }, index) => {
    if (code.trim() === '') report('code-empty', `${at}[${index}]`);
    else if (seen.has(code)) report('code-twice', `${at}[${index}]`, code);
    seen.add(code);
  });
};

const checkClasses = ({ resultClasses }: Ruleset, report: Report): void => {
  checkCodes(resultClasses, 'resultClasses', report);
  resultClasses.forEach(({ name }, index) => {
    checkText(name, `resultClasses[${index}].name`, report);
  });
  if (resultClasses.length === 0) report('classes-missing', 'resultClasses');
  else if (resultClasses.every((one) => one.followUp)) report('no-closing-class', 'resultClasses');
};

const checkSatisfaction = ({ satisfaction }: Ruleset, report: Report): void => {
  checkCodes(satisfaction, 'satisfaction', report);
  satisfaction.forEach(({ name }, index) => {
    checkText(name, `satisfaction[${index}].name`, report);
  });
  if (satisfaction.length < 2) report('levels-too-few', 'satisfaction');
  if (satisfaction[0]?.opensRound === true) report('best-level-opens', 'satisfaction[0]');
  if (satisfaction.at(-1)?.opensRound === false)
    report('worst-level-closes', `satisfaction[${satisfaction.length - 1}]`);
  const firstThatOpens = satisfaction.findIndex((level) => level.opensRound);
  satisfaction.forEach((level, index) => {
    const worst = index === satisfaction.length - 1;
    if (firstThatOpens >= 0 && index > firstThatOpens && !level.opensRound && !worst)
      report('levels-out-of-order', `satisfaction[${index}]`, level.code);
  });
};

const checkReview = ({ reviewLevels, contactDuties }: Ruleset, report: Report): void => {
  if (reviewLevels.length === 0) report('review-missing', 'reviewLevels');
  reviewLevels.forEach(({ name }, index) => {
    checkText(name, `reviewLevels[${index}].name`, report);
  });
  contactDuties.forEach(({ stage }, index) => {
    // Contact duties hold back the issue of the reply; what comes after it cannot.
    if (stage === 'after') report('contact-after-reply', `contactDuties[${index}]`);
  });
};

const isWhole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least;

/** A day that a year has: 29 February counts, for it is clamped in other years. */
const isDayOfYear = (month: number, day: number): boolean =>
  isLocalDate(`2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const checkAmount = (amount: Amount, at: string, report: Report): void => {
  if (amount.unit === 'fixedDate') {
    if (!isLocalDate(amount.date)) report('date-invalid', at, amount.date);
  } else if (amount.unit === 'sessionDate') {
    const { month, day } = amount;
    if (!isDayOfYear(month, day)) report('date-invalid', at, `${month}-${day}`);
  } else if (!isWhole(amount.count, 1)) report('count-invalid', at, String(amount.count));
};

const isFixed = ({ amount }: DeadlineRule): boolean =>
  amount.unit === 'fixedDate' || amount.unit === 'sessionDate';

/** The duties that a duty's date leans on through `daysBefore`, directly. */
const leansOn = (duty: DutyKind, rules: readonly DeadlineRule[]): readonly DutyKind[] =>
  rules.flatMap((rule) => (rule.duty === duty && rule.amount.unit === 'daysBefore' ? [rule.amount.of] : []));

const reaches = (from: DutyKind, goal: DutyKind, rules: readonly DeadlineRule[]): boolean => {
  const seen = new Set<DutyKind>();
  const open = [...leansOn(from, rules)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === goal) return true;
    if (!seen.has(next)) open.push(...leansOn(next, rules));
    seen.add(next);
  }
  return false;
};

const checkLeaning = (
  rule: DeadlineRule,
  at: string,
  rules: readonly DeadlineRule[],
  report: Report,
): void => {
  if (rule.amount.unit !== 'daysBefore') return;
  const { of } = rule.amount;
  if (!rules.some((other) => other.duty === of)) report('leans-on-undated', at, of);
  if (reaches(rule.duty, rule.duty, rules)) report('leans-in-circle', at, rule.duty);
};

const checkDeadlines = ({ deadlines }: Ruleset, report: Report): void => {
  deadlines.forEach((rule, index) => {
    const at = `deadlines[${index}]`;
    checkAmount(rule.amount, `${at}.amount`, report);
    checkLeaning(rule, `${at}.amount`, deadlines, report);
    const falls = (other: DeadlineRule): boolean =>
      other.duty === rule.duty &&
      other.force === undefined &&
      !isFixed(other) &&
      covers(other.when, rule.when);
    if (isFixed(rule) && rule.force !== 'cap' && !deadlines.some(falls))
      report('fixed-date-without-fallback', at, rule.duty);
  });
};

const MATTERS = [
  { kind: 'suggestion', inSession: true },
  { kind: 'suggestion', inSession: false },
  { kind: 'proposal', inSession: true },
  { kind: 'proposal', inSession: false },
] as const satisfies readonly RuleScope[];

/** Each duty has a rule for every sort of matter, or is declared to have no date. */
const checkDuties = ({ deadlines, undatedDuties }: Ruleset, report: Report): void => {
  for (const duty of dutyKinds) {
    // What overrides or caps adds to rules, and stands for none.
    const rules = deadlines.filter((rule) => rule.duty === duty && rule.force === undefined);
    const forced = deadlines.filter((rule) => rule.duty === duty && rule.force !== undefined);
    const undated = undatedDuties.some((one) => one.duty === duty);
    if (rules.length > 0 && undated) report('duty-ruled-and-undated', 'undatedDuties', duty);
    if (rules.length === 0 && !undated) report('duty-forgotten', 'deadlines', duty);
    if (rules.length === 0 && forced.length > 0 && undated)
      report('duty-ruled-and-undated', 'undatedDuties', duty);
    if (rules.length === 0) continue;
    for (const when of MATTERS) {
      if (!rules.some((rule) => covers(rule.when, when)))
        report(
          'duty-partly-ruled',
          'deadlines',
          `${duty}: ${when.kind}, ${when.inSession ? 'in' : 'off'} session`,
        );
    }
  }
};

const checkExtensions = ({ extensions, deadlines }: Ruleset, report: Report): void => {
  extensions.forEach((rule, index) => {
    const at = `extensions[${index}]`;
    checkAmount(rule.most, `${at}.most`, report);
    if (rule.inAll !== null) checkAmount(rule.inAll.amount, `${at}.inAll.amount`, report);
    if (!isWhole(rule.times, 1)) report('count-invalid', `${at}.times`, String(rule.times));
    if (!deadlines.some(({ duty }) => duty === rule.duty)) report('leans-on-undated', at, rule.duty);
  });
};

const checkLights = ({ lights }: Ruleset, report: Report): void => {
  if (!isWhole(lights.urgent, 0)) report('count-invalid', 'lights.urgent', String(lights.urgent));
  if (!isWhole(lights.soon, 0)) report('count-invalid', 'lights.soon', String(lights.soon));
  if (lights.soon < lights.urgent) report('lights-out-of-order', 'lights');
};

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const checkReminders = ({ reminders: { steps, quiet } }: Ruleset, report: Report): void => {
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (!Number.isInteger(step.days)) report('count-invalid', `reminders.steps[${index}]`, String(step.days));
    if (step.to.length === 0) report('reminder-to-nobody', `reminders.steps[${index}]`);
    if (before !== undefined && before.days >= step.days)
      report('reminders-out-of-order', `reminders.steps[${index}]`, String(step.days));
  });
  for (const time of [quiet.from, quiet.until])
    if (!isTime(time)) report('time-invalid', 'reminders.quiet', time);
};

const checkPatterns = ({ caseNo, documentNo, letter }: Ruleset, report: Report): void => {
  const tell = (problems: readonly PatternProblem[], at: string): void => {
    for (const { code, piece } of problems) report(code, at, piece);
  };
  tell(numberPatternProblems(caseNo.pattern, caseNoPlaceholders), 'caseNo.pattern');
  tell(numberPatternProblems(documentNo.pattern, documentNoPlaceholders), 'documentNo.pattern');
  for (const set of ['title', 'offSessionTitle'] as const)
    for (const kind of ['suggestion', 'proposal'] as const)
      tell(parsePattern(letter[set][kind], titlePlaceholders).problems, `letter.${set}.${kind}`);
};

const LEVELS = ['blue', 'orange', 'red'] as const satisfies readonly UrgeLevel[];

const checkUrging = ({ urging }: Ruleset, report: Report): void => {
  const { ladder } = urging;
  if (ladder.map(({ level }) => level).join() !== LEVELS.join()) report('ladder-invalid', 'urging.ladder');
  ladder.forEach((rung, index) => {
    const at = `urging.ladder[${index}]`;
    checkText(rung.name, `${at}.name`, report);
    const before = ladder[index - 1];
    const climbs = before === undefined ? rung.afterSlips === 0 : rung.afterSlips > before.afterSlips;
    if (!climbs || rung.acknowledgedBy.length === 0) report('ladder-invalid', at);
    if (!isWhole(rung.acknowledgeWorkdays, 1))
      report('count-invalid', `${at}.acknowledgeWorkdays`, String(rung.acknowledgeWorkdays));
    if (rung.daysLate !== null && !isWhole(rung.daysLate, 1))
      report('count-invalid', `${at}.daysLate`, String(rung.daysLate));
  });
  if (!isWhole(urging.reportWorkdays, 1))
    report('count-invalid', 'urging.reportWorkdays', String(urging.reportWorkdays));
  for (const [name, text] of Object.entries(urging.texts))
    if (text.trim() === '') report('text-missing', `urging.texts.${name}`);
  for (const name of ['slipNo', 'noticeNo'] as const)
    for (const { code, piece } of numberPatternProblems(urging[name], ['year', 'serial']))
      report(code, `urging.${name}`, piece);
};

/** Every source of a ruleset, with the path at which it stands. */
export const sourcesOf = (ruleset: Ruleset): readonly { readonly at: string; readonly source: Source }[] => [
  { at: 'resultClassSource', source: ruleset.resultClassSource },
  { at: 'satisfactionSource', source: ruleset.satisfactionSource },
  { at: 'faceToFaceSource', source: ruleset.faceToFaceSource },
  { at: 'reviewSource', source: ruleset.reviewSource },
  { at: 'lights.source', source: ruleset.lights.source },
  { at: 'reminders.source', source: ruleset.reminders.source },
  { at: 'handBack.source', source: ruleset.handBack.source },
  ...(ruleset.objection === undefined ? [] : [{ at: 'objection.source', source: ruleset.objection.source }]),
  { at: 'opinionsSource', source: ruleset.opinionsSource },
  { at: 'caseNo.source', source: ruleset.caseNo.source },
  { at: 'documentNo.source', source: ruleset.documentNo.source },
  { at: 'letter.source', source: ruleset.letter.source },
  { at: 'rating.source', source: ruleset.rating.source },
  { at: 'urging.source', source: ruleset.urging.source },
  ...ruleset.contactDuties.map(({ source }, index) => ({ at: `contactDuties[${index}].source`, source })),
  ...ruleset.deadlines.map(({ source }, index) => ({ at: `deadlines[${index}].source`, source })),
  ...ruleset.extensions.map(({ source }, index) => ({ at: `extensions[${index}].source`, source })),
  ...ruleset.undatedDuties.map(({ source }, index) => ({ at: `undatedDuties[${index}].source`, source })),
];

const checkWords = (ruleset: Ruleset, report: Report): void => {
  checkText(ruleset.name, 'name', report);
  for (const [role, name] of Object.entries(ruleset.roleNames)) checkText(name, `roleNames.${role}`, report);
  ruleset.letter.copies.forEach((copy, index) => {
    checkText(copy, `letter.copies[${index}]`, report);
  });
  const sources = sourcesOf(ruleset);
  for (const { at, source } of sources) checkText(source.cite, `${at}.cite`, report);
  const unchecked = sources.some(({ source }) => !source.verified);
  if (unchecked && (ruleset.caution.zh.trim() === '' || ruleset.caution.en.trim() === ''))
    report('caution-missing', 'caution');
};

const repeated = (codes: readonly string[]): string | undefined =>
  codes.find((code, index) => codes.indexOf(code) !== index);

const checkIntake = ({ intake }: Ruleset, report: Report): void => {
  for (const kind of ['suggestion', 'proposal'] as const) {
    const at = `intake.${kind}`;
    const { vetting, review, declineGrounds, conversions, text, coSigning, collected } = intake[kind];
    const lists = { vetting, review, declineGrounds, conversions };
    for (const [list, items] of Object.entries(lists)) {
      const twice = repeated(items.map(({ code }) => code));
      if (twice !== undefined) report('code-twice', `${at}.${list}`, twice);
      for (const [index, { code }] of items.entries())
        if (code.trim() === '') report('code-empty', `${at}.${list}[${index}]`);
    }
    if (!isWhole(text.titleMost, 1) || !isWhole(text.bodyLeast, 0) || !isWhole(text.asksLeast, 1))
      report('count-invalid', `${at}.text`);
    if (text.asksMost < text.asksLeast || (text.bodyMost !== null && text.bodyMost < text.bodyLeast))
      report('count-invalid', `${at}.text`);
    if (!isWhole(coSigning.openDays, 1)) report('count-invalid', `${at}.coSigning.openDays`);
    if (!isWhole(collected.daysBefore, 0)) report('count-invalid', `${at}.collected.daysBefore`);
  }
};

const checkSessionOpinions = ({ sessionOpinions }: Ruleset, report: Report): void => {
  const codes = sessionOpinions.classes.map(({ code }) => code);
  const at = 'sessionOpinions.classes';
  const twice = repeated(codes);
  if (twice !== undefined) report('code-twice', at, twice);
  if (codes.length === 0 || codes.some((code) => code.trim() === '')) report('code-empty', at);
};

/**
 * Whether a ruleset holds together, before it is taken into use: an empty list, or every fault with its place.
 * It judges consistency only; whether a value is the law is what `Source.verified` says.
 */
export const checkRuleset = (ruleset: Ruleset): readonly RulesetProblem[] => {
  const problems: RulesetProblem[] = [];
  const report: Report = (code, at, detail = '') => {
    problems.push({ code, at, detail });
  };
  if (!isWhole(ruleset.version, 1)) report('version-invalid', 'version', String(ruleset.version));
  if (!isLocalDate(ruleset.effectiveFrom)) report('date-invalid', 'effectiveFrom', ruleset.effectiveFrom);
  checkWords(ruleset, report);
  checkClasses(ruleset, report);
  checkSatisfaction(ruleset, report);
  checkReview(ruleset, report);
  checkDeadlines(ruleset, report);
  checkDuties(ruleset, report);
  checkExtensions(ruleset, report);
  checkLights(ruleset, report);
  checkReminders(ruleset, report);
  checkPatterns(ruleset, report);
  checkUrging(ruleset, report);
  checkIntake(ruleset, report);
  checkSessionOpinions(ruleset, report);
  return problems;
};
