/**
 * Rehearsal 演练: what each dated duty of a matter would have been due under other rules, from what happened, closed
 * matters included. Nothing here changes a matter; a date under the rules in force is found by the same code.
 */
import type { Assignment } from '../assignment/assignment.ts';
import { type CaseFile, mainDuties } from '../case/case-file.ts';
import { assignDue, dueOf, handBackDecisionDue, replyToProposer } from '../case/due.ts';
import { compareDates, type WorkCalendar } from '../clock/calendar.ts';
import type { DueDate } from '../clock/deadline.ts';
import type { DutyKind, Ruleset } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';

/** What dates are counted by. */
export type TriedRules = { readonly ruleset: Ruleset; readonly calendar: WorkCalendar };

type Deed = { readonly assignmentId: number; readonly on: LocalDate };

/** What happened to a matter beyond its case file: days on which things were done, and rounds that are over. */
export type Deeds = {
  /** A draft went to review; of several times in a round the first counts. */
  readonly submitted: readonly (Deed & { readonly round: number })[];
  /** An assisting unit gave its opinion; the first counts. */
  readonly opinions: readonly Deed[];
  /** A round after the first was opened. The duty's own last round is known without it. */
  readonly rounds: readonly (Deed & { readonly round: number })[];
  /** When the matter was closed or withdrawn; null: it is open. */
  readonly endedOn: LocalDate | null;
};

/** The duties that are replayed. */
export type RehearsedDuty = Extract<
  DutyKind,
  'assign' | 'signFor' | 'decideHandBack' | 'opinion' | 'firstContact' | 'draft' | 'reply' | 'rehandle'
>;

/**
 * `late`: done, or the duty taken away, after the date; or neither, and the date is over. `released`: the duty ended
 * in time without being done. `paused`: its clock stands still. `undated`: these rules set no date.
 */
export type Verdict = 'onTime' | 'late' | 'running' | 'paused' | 'released' | 'undated';

/** One duty that had or has a date. `assignmentId` null: the date that the proposer waits for. */
export type DatedDuty = {
  readonly assignmentId: number | null;
  /** Who owes it; null: the office that assigns, or for the proposer's date all units together. */
  readonly unitId: number | null;
  readonly duty: RehearsedDuty;
  readonly round: number;
  readonly due: DueDate | null;
  readonly doneOn: LocalDate | null;
  /** The duty ended without being done. */
  readonly releasedOn: LocalDate | null;
  readonly verdict: Verdict;
};

const earliest = (dates: readonly (LocalDate | null | undefined)[]): LocalDate | null =>
  dates
    .flatMap((one) => one ?? [])
    .sort(compareDates)
    .at(0) ?? null;

/** A duty is in time when it is done on or before its date. A clock that stood still when it was done was not over. */
export const verdictOf = (
  { due, doneOn, releasedOn }: Pick<DatedDuty, 'due' | 'doneOn' | 'releasedOn'>,
  today: LocalDate,
): Verdict => {
  if (due === null) return 'undated';
  const settled = doneOn ?? releasedOn;
  const still = due.why.paused !== null;
  if (settled === null) {
    if (still) return 'paused';
    return compareDates(today, due.date) > 0 ? 'late' : 'running';
  }
  if (!still && compareDates(settled, due.date) > 0) return 'late';
  return doneOn === null ? 'released' : 'onTime';
};

type Owing = Omit<DatedDuty, 'verdict'>;

/** A pause that began when the thing was done already stopped another clock: that of a later round. */
const untilSettled = (assignment: Assignment, settled: LocalDate | null): Assignment =>
  settled === null
    ? assignment
    : { ...assignment, pauses: assignment.pauses.filter(({ from }) => compareDates(from, settled) < 0) };

type Settled = { readonly doneOn: LocalDate | null; readonly releasedOn: LocalDate | null };

const settle = (doneOn: LocalDate | null, releasedOn: LocalDate | null): Settled => ({
  doneOn,
  releasedOn: doneOn === null ? releasedOn : null,
});

const issuedOn = (file: CaseFile, assignmentId: number, round: number): LocalDate | null =>
  file.replies.find(
    (reply) => reply.assignmentId === assignmentId && reply.round === round && reply.state === 'issued',
  )?.issuedOn ?? null;

/** The duty as it stood in a round. */
const inRound = (assignment: Assignment, round: number, deeds: Deeds): Assignment => {
  if (round === assignment.round) return assignment;
  const opened = deeds.rounds.find((one) => one.assignmentId === assignment.id && one.round === round);
  return { ...assignment, round, roundOpenedOn: opened?.on ?? null };
};

const owingOf = (file: CaseFile, deeds: Deeds, assignment: Assignment): readonly Owing[] => {
  const { id, unitId } = assignment;
  const first = inRound(assignment, 1, deeds);
  const ended = earliest([assignment.endedOn, deeds.endedOn]);
  const owing = (duty: RehearsedDuty, as: Assignment, settled: Settled): Owing => ({
    assignmentId: id,
    unitId: duty === 'decideHandBack' ? null : unitId,
    duty,
    round: as.round,
    ...settled,
    due:
      duty === 'decideHandBack'
        ? handBackDecisionDue(file, as)
        : dueOf(file, untilSettled(as, settled.doneOn ?? settled.releasedOn), duty),
  });
  const { handBack, signedOn } = assignment;
  const common = [
    owing('signFor', first, settle(signedOn, earliest([handBack?.requestedOn, ended]))),
    ...(handBack === null ? [] : [owing('decideHandBack', first, settle(handBack.decidedOn, ended))]),
  ];
  if (assignment.role === 'assist') {
    const given = earliest(deeds.opinions.map((one) => (one.assignmentId === id ? one.on : null)));
    return [...common, owing('opinion', first, settle(given, ended))];
  }
  const issued = issuedOn(file, id, 1);
  const heard = earliest(
    file.contacts.map((one) => (!one.struck && one.assignmentId === id && one.round === 1 ? one.on : null)),
  );
  const submitted = earliest(
    deeds.submitted.map((one) => (one.assignmentId === id && one.round === 1 ? one.on : null)),
  );
  return [
    ...common,
    owing('firstContact', first, settle(heard, earliest([issued, ended]))),
    owing('draft', first, settle(earliest([submitted, issued]), ended)),
    owing('reply', first, settle(issued, ended)),
    ...Array.from({ length: Math.max(0, assignment.round - 1) }, (_, index) => {
      const round = index + 2;
      return owing('rehandle', inRound(assignment, round, deeds), settle(issuedOn(file, id, round), ended));
    }),
  ];
};

/** When every unit that replies had issued its first reply; null: one has not. */
const answeredOn = (file: CaseFile): LocalDate | null => {
  const issued = mainDuties(file).map(({ id }) => issuedOn(file, id, 1));
  return issued.includes(null)
    ? null
    : (issued
        .flatMap((one) => one ?? [])
        .sort(compareDates)
        .at(-1) ?? null);
};

/** What the matter owed as a whole: to be assigned, and the reply date that the proposer was given. */
const owingOfMatter = (file: CaseFile, deeds: Deeds): readonly Owing[] => {
  const { assignedOn } = file.matter;
  const whole = { assignmentId: null, unitId: null, round: 1 } as const;
  const assign = {
    ...whole,
    duty: 'assign' as const,
    ...settle(assignedOn, deeds.endedOn),
    due: assignDue(file),
  };
  if (assignedOn === null) return [assign];
  const settled = settle(answeredOn(file), deeds.endedOn);
  const until = settled.doneOn ?? settled.releasedOn;
  const seen = { ...file, duties: file.duties.map((one) => untilSettled(one, until)) };
  const due = replyToProposer(seen, assignedOn)?.date ?? null;
  return [assign, { ...whole, duty: 'reply', ...settled, due }];
};

/**
 * Every dated duty of a matter replayed through the rules given, in an order that does not depend on them, so that
 * two rehearsals of one file stand side by side. First contact and draft are dated in the first round only.
 */
export const rehearse = (
  file: CaseFile,
  deeds: Deeds,
  { ruleset, calendar }: TriedRules,
  today: LocalDate,
): readonly DatedDuty[] => {
  const replayed = { ...file, ruleset, calendar };
  return [
    ...owingOfMatter(replayed, deeds),
    ...replayed.duties.flatMap((one) => owingOf(replayed, deeds, one)),
  ].map((one) => ({ ...one, verdict: verdictOf(one, today) }));
};

/** One duty under the rules in force and under those that are tried. */
export type Compared = Omit<DatedDuty, 'due' | 'verdict'> & {
  readonly dueNow: DueDate | null;
  readonly dueThen: DueDate | null;
  readonly verdictNow: Verdict;
  readonly verdictThen: Verdict;
};

/** Rehearses a matter with the rules of its file and with those tried; what neither dates is left out. */
export const compareRules = (
  file: CaseFile,
  deeds: Deeds,
  tried: TriedRules,
  today: LocalDate,
): readonly Compared[] => {
  const then = rehearse(file, deeds, tried, today);
  return rehearse(file, deeds, file, today).flatMap(({ due, verdict, ...one }, index) => {
    const other = then[index];
    if (other === undefined || (due === null && other.due === null)) return [];
    return [{ ...one, dueNow: due, dueThen: other.due, verdictNow: verdict, verdictThen: other.verdict }];
  });
};
