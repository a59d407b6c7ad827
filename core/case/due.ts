import { type AfterReplyTerms, disclosureOf, lastFollowUp } from '../assignment/after-reply.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { openExtension } from '../assignment/extension.ts';
import type { Adjustments } from '../clock/adjust.ts';
import { compareDates } from '../clock/calendar.ts';
import { type DeadlineFacts, type DueDate, deadline } from '../clock/deadline.ts';
import { endedAs } from '../matter/matter.ts';
import type { Rating } from '../rating/rating.ts';
import type { DutyKind } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import { type CaseFile, currentReply, mainDuties } from './case-file.ts';

const due = (
  file: CaseFile,
  duty: DutyKind,
  facts: DeadlineFacts,
  adjustments: Adjustments | null = null,
): DueDate | null =>
  deadline({
    rules: file.ruleset.deadlines,
    duty,
    facts,
    calendar: file.calendar,
    ...(adjustments === null ? {} : { adjustments }),
  });

const base = ({ matter, sessionClosesOn }: CaseFile): DeadlineFacts => ({
  kind: matter.kind,
  inSession: matter.inSession,
  level: matter.level,
  proposerType: matter.proposerType,
  priority: matter.priority,
  sessionClosed: sessionClosesOn,
  filed: matter.filedOn,
});

/** What the rules may ask about one unit's duty; its reply clock starts anew with it only if the ruleset says so. */
const dutyFacts = (file: CaseFile, assignment: Assignment): DeadlineFacts => ({
  ...base(file),
  role: assignment.role,
  assigned: assignment.assignedOn,
  ...(assignment.signedOn === null ? {} : { signedFor: assignment.signedOn }),
  ...(assignment.roundOpenedOn === null ? {} : { roundOpened: assignment.roundOpenedOn }),
});

const replyFacts = (file: CaseFile, assignment: Assignment): DeadlineFacts => ({
  ...dutyFacts(file, assignment),
  assigned: file.ruleset.reassignRestartsClock
    ? assignment.assignedOn
    : (file.matter.assignedOn ?? assignment.assignedOn),
});

/** The pauses of a duty, and the extensions that were granted on its date in this round. */
const adjustmentsOf = (assignment: Assignment, duty: DutyKind): Adjustments => ({
  pauses: assignment.pauses,
  extensions: assignment.extensions.flatMap((one) =>
    one.state === 'granted' && one.duty === duty && one.round === assignment.round && one.decidedOn !== null
      ? [{ on: one.decidedOn, until: one.until }]
      : [],
  ),
});

/** Duties that count from the unit's own assignment, whatever the ruleset says of the reply's clock. */
const ofTheUnit: readonly DutyKind[] = ['signFor', 'handBack', 'opinion'];

/**
 * A unit that takes a matter over goes on with the clock of the one before it, so with what that clock was given, too:
 * the proposer was told of it. Not where the ruleset starts the clock anew, and not in a later round.
 */
const adjustmentsFor = (file: CaseFile, assignment: Assignment, duty: DutyKind): Adjustments => {
  const own = adjustmentsOf(assignment, duty);
  if (duty !== 'reply' || assignment.round > 1 || file.ruleset.reassignRestartsClock) return own;
  const before = file.duties
    .filter(({ role, endedOn }) => role !== 'assist' && endedOn !== null && endedOn <= assignment.assignedOn)
    .map((one) => adjustmentsOf(one, duty));
  return {
    pauses: [...before.flatMap(({ pauses }) => pauses), ...own.pauses],
    extensions: [...before.flatMap(({ extensions }) => extensions), ...own.extensions],
  };
};

/** The facts that the date of a duty is counted from, as that duty sees them. */
export const factsOf = (file: CaseFile, assignment: Assignment, duty: DutyKind): DeadlineFacts =>
  ofTheUnit.includes(duty) ? dutyFacts(file, assignment) : replyFacts(file, assignment);

/** The date of one thing that the unit owes or would owe, with its pauses and extensions; null: none. */
export const dueOf = (file: CaseFile, assignment: Assignment, duty: DutyKind): DueDate | null =>
  due(file, duty, factsOf(file, assignment, duty), adjustmentsFor(file, assignment, duty));

/** Until when this unit may hand the matter back; null: the ruleset sets no window. */
export const handBackDue = (file: CaseFile, assignment: Assignment): DueDate | null =>
  due(file, 'handBack', dutyFacts(file, assignment));

/** Until when a request for an extension is to be decided; null: none waits, or the ruleset sets no date. */
export const extensionDecisionDue = (file: CaseFile, assignment: Assignment): DueDate | null => {
  const asked = openExtension(assignment.extensions);
  return asked === undefined || endedAs(file.matter.stage) !== null
    ? null
    : due(file, 'decideExtension', { ...dutyFacts(file, assignment), extensionAsked: asked.askedOn });
};

/** Until when the assigning office decides on the hand-back that was asked for; null: none was, or no date. */
export const handBackDecisionDue = (file: CaseFile, assignment: Assignment): DueDate | null => {
  const asked = assignment.handBack === null ? {} : { handBackRequested: assignment.handBack.requestedOn };
  return due(file, 'decideHandBack', { ...dutyFacts(file, assignment), ...asked });
};

/** Until when a filed matter is to be assigned; null: the ruleset sets no date. */
export const assignDue = (file: CaseFile): DueDate | null => due(file, 'assign', base(file));

/** One thing that a unit owes on a matter, with its date and why. */
export type Owed = { readonly duty: DutyKind; readonly date: DueDate };

const owed = (duty: DutyKind, date: DueDate | null): Owed | null => (date === null ? null : { duty, date });

/** A date whose clock stands still comes after every one that runs. */
const earliest = (...found: readonly (Owed | null)[]): Owed | null => {
  const dates = found.flatMap((one) => one ?? []).sort((a, b) => compareDates(a.date.date, b.date.date));
  return dates.find((one) => runningDate(one) !== null) ?? dates.at(0) ?? null;
};

/** A unit that replies has talked to the proposer in this round. */
const contacted = (file: CaseFile, { id, round }: Assignment): boolean =>
  file.contacts.some((contact) => !contact.struck && contact.assignmentId === id && contact.round === round);

/** The draft of this round has gone to review. */
const drafted = (file: CaseFile, assignment: Assignment): boolean => {
  const state = currentReply(file, assignment)?.state;
  return state === 'inReview' || state === 'cleared' || state === 'issued';
};

/** What a unit that has the matter in hand owes first: to make contact, to have the draft ready, or to reply. */
const owedInHand = (
  file: CaseFile,
  assignment: Assignment,
  answer: 'reply' | 'rehandle' | 'opinion',
): Owed | null => {
  const date = (duty: DutyKind) => owed(duty, dueOf(file, assignment, duty));
  if (answer === 'opinion') return date('opinion');
  return earliest(
    date(answer),
    contacted(file, assignment) ? null : date('firstContact'),
    drafted(file, assignment) ? null : date('draft'),
  );
};

/**
 * What the unit owes next: to sign for, its opinion, its reply, or to handle again; null: nothing. A date whose
 * clock stands still says so (`why.paused`). The end of the matter stops every clock (law 9).
 */
export const owedByUnit = (file: CaseFile, assignment: Assignment): Owed | null => {
  if (endedAs(file.matter.stage) !== null) return null;
  switch (assignment.state) {
    case 'assigned':
      return owed('signFor', due(file, 'signFor', dutyFacts(file, assignment)));
    case 'handBackRequested':
      return owed('decideHandBack', handBackDecisionDue(file, assignment));
    case 'signed':
      return owedInHand(file, assignment, assignment.role === 'assist' ? 'opinion' : 'reply');
    case 'rehandling':
      return owedInHand(file, assignment, 'rehandle');
    case 'answered':
    case 'handedBack':
    case 'revoked':
      return null;
    default: {
      const forgotten: never = assignment.state;
      return forgotten;
    }
  }
};

/** What stands to be done on a duty by its state, whether the rules date it or not. */
const kindInState = ({ state, role }: Assignment): DutyKind | null => {
  switch (state) {
    case 'assigned':
      return 'signFor';
    case 'handBackRequested':
      return 'decideHandBack';
    case 'signed':
      return role === 'assist' ? 'opinion' : 'reply';
    case 'rehandling':
      return 'rehandle';
    case 'answered':
    case 'handedBack':
    case 'revoked':
      return null;
    default: {
      const forgotten: never = state;
      return forgotten;
    }
  }
};

/** What the unit owes first, also where no rule dates it; null: nothing, or the matter has ended. */
export const owedKind = (file: CaseFile, assignment: Assignment): DutyKind | null =>
  endedAs(file.matter.stage) === null
    ? (owedByUnit(file, assignment)?.duty ?? kindInState(assignment))
    : null;

/** The day by which what is owed must be done; null: nothing is owed, or its clock stands still. */
export const runningDate = (one: Owed | null): LocalDate | null =>
  one === null || one.date.why.paused !== null ? null : one.date.date;

/**
 * The reply date that the proposer was given: it counts from the first assignment of the matter, so that no
 * hand-back ever moves it, not even one that leaves the matter without a unit for a while. What was granted to a
 * unit, or stopped its clock, counts for the proposer too; of several units the latest, a clock that stands still
 * being the latest of all.
 */
export const replyToProposer = (file: CaseFile, assignedOn: LocalDate): Owed | null => {
  const facts = { ...base(file), assigned: assignedOn };
  const dates = file.duties
    .filter(({ role }) => role !== 'assist')
    .map((one) => owed('reply', due(file, 'reply', facts, adjustmentsOf({ ...one, round: 1 }, 'reply'))));
  const found = dates.flatMap((one) => one ?? []);
  return (
    found.find((one) => runningDate(one) === null) ??
    found.sort((a, b) => compareDates(a.date.date, b.date.date)).at(-1) ??
    owed('reply', due(file, 'reply', facts))
  );
};

/** What the proposer waits for, and until when. */
export const owedToProposer = (file: CaseFile): Owed | null => {
  const { matter } = file;
  const firstHandling =
    matter.stage === 'filed' || matter.stage === 'assigned' || matter.stage === 'handling';
  if (firstHandling && matter.assignedOn !== null) return replyToProposer(file, matter.assignedOn);
  if (matter.stage === 'rehandling')
    return earliest(
      ...mainDuties(file)
        .filter(({ state }) => state === 'rehandling')
        .map((one) => owed('rehandle', dueOf(file, one, 'rehandle'))),
    );
  return matter.stage === 'filed' ? owed('assign', assignDue(file)) : null;
};

/** What the issued reply of this round asks of the unit afterwards; null: none is issued. */
export const afterReplyTerms = (file: CaseFile, assignment: Assignment): AfterReplyTerms => {
  const reply = currentReply(file, assignment);
  if (reply?.issuedOn === undefined || reply.issuedOn === null) return null;
  const { disclosure, resultClass } = reply.content;
  return {
    issuedOn: reply.issuedOn,
    disclosure: disclosure === 'proactive',
    followUp: file.ruleset.resultClasses.some(({ code, followUp }) => followUp && code === resultClass),
  };
};

/** Until when a proposer is to rate a reply 反馈评价; null: he has, or the ruleset sets no date. Silence decides nothing (law 7). */
export const ratingDue = (file: CaseFile, rating: Rating): DueDate | null => {
  const reply = file.replies.find(({ id }) => id === rating.replyId);
  const assignment = file.duties.find(({ id }) => id === reply?.assignmentId);
  if (rating.state !== 'open' || reply?.issuedOn == null || assignment === undefined) return null;
  return due(file, 'rate', { ...dutyFacts(file, assignment), issued: reply.issuedOn });
};

/** The next report on what was promised: counted from the last one as the first is from the issue; null: none. */
const reportDue = (file: CaseFile, assignment: Assignment, facts: DeadlineFacts): DueDate | null => {
  const last = lastFollowUp(assignment);
  if (last === undefined) return due(file, 'followUp', facts);
  if (last.settled) return null;
  const next = due(file, 'followUp', { ...facts, issued: last.on });
  if (next?.why.start.event !== 'issued') return next;
  return { ...next, why: { ...next.why, start: { event: 'reported', date: last.on } } };
};

/**
 * What the rules ask of a unit after its reply of this round was issued, and what is not recorded as done: to publish
 * it, where disclosure is proactive (政府信息公开条例, the general rule), and to report on what was promised, where its
 * class stays under follow-up (上海 2015: B and C matters); a report that settles nothing for good asks for the next by
 * the same rule, counted from its own day. The closing of a matter leaves them standing (law 6). They are told, listed
 * and lit by themselves, and no figure counts them as replies that are late.
 */
export const askedAfterReply = (file: CaseFile, assignment: Assignment): readonly Owed[] => {
  const terms = afterReplyTerms(file, assignment);
  const ended = endedAs(file.matter.stage);
  if (terms === null || ended === 'withdrawn' || ended === 'merged') return [];
  const published = disclosureOf(assignment) !== undefined;
  const facts = { ...dutyFacts(file, assignment), issued: terms.issuedOn };
  return [
    terms.disclosure && !published ? owed('disclose', due(file, 'disclose', facts)) : null,
    terms.followUp ? owed('followUp', reportDue(file, assignment, facts)) : null,
  ].flatMap((one) => one ?? []);
};

/** The day of one of them; null: it is not asked, or done, or no rule dates it. */
export const dateAfterReply = (
  file: CaseFile,
  assignment: Assignment,
  duty: 'disclose' | 'followUp',
): LocalDate | null => askedAfterReply(file, assignment).find((one) => one.duty === duty)?.date.date ?? null;
