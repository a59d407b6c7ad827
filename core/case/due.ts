import type { Assignment } from '../assignment/assignment.ts';
import { type DueDate, deadline } from '../clock/deadline.ts';
import { endedAs } from '../matter/matter.ts';
import type { DutyKind } from '../ruleset.ts';
import { type CaseFile, mainDuties } from './case-file.ts';

const due = (
  file: CaseFile,
  duty: DutyKind,
  facts: Parameters<typeof deadline>[0]['facts'],
): DueDate | null => deadline({ rules: file.ruleset.deadlines, duty, facts, calendar: file.calendar });

const base = (file: CaseFile): Parameters<typeof deadline>[0]['facts'] => ({
  kind: file.matter.kind,
  inSession: file.matter.inSession,
  sessionClosed: file.sessionClosesOn,
  filed: file.matter.filedOn,
});

/** The day from which a unit's own reply clock runs; a later unit starts anew only if the ruleset says so. */
const replyBase = (file: CaseFile, assignment: Assignment) => ({
  ...base(file),
  assigned: file.ruleset.reassignRestartsClock
    ? assignment.assignedOn
    : (file.matter.assignedOn ?? assignment.assignedOn),
  ...(assignment.signedOn === null ? {} : { signedFor: assignment.signedOn }),
});

/** Until when this unit may hand the matter back; null: the ruleset sets no window. */
export const handBackDue = (file: CaseFile, assignment: Assignment): DueDate | null =>
  due(file, 'handBack', { ...base(file), assigned: assignment.assignedOn });

/** One thing that a unit owes on a matter, with its date and why. */
export type Owed = { readonly duty: DutyKind; readonly date: DueDate };

/**
 * What the unit owes next: to sign for, its opinion, its reply, or to handle again; null: nothing. The end of the
 * matter stops every clock (law 9).
 */
export const owedByUnit = (file: CaseFile, assignment: Assignment): Owed | null => {
  if (endedAs(file.matter.stage) !== null) return null;
  const owed = (duty: DutyKind, date: DueDate | null): Owed | null => (date === null ? null : { duty, date });
  switch (assignment.state) {
    case 'assigned':
      return owed('signFor', due(file, 'signFor', { ...base(file), assigned: assignment.assignedOn }));
    case 'handBackRequested':
      return owed(
        'decideHandBack',
        due(file, 'decideHandBack', {
          ...base(file),
          assigned: assignment.assignedOn,
          ...(assignment.handBack === null ? {} : { handBackRequested: assignment.handBack.requestedOn }),
        }),
      );
    case 'signed':
      return assignment.role === 'assist'
        ? owed(
            'opinion',
            due(file, 'opinion', { ...replyBase(file, assignment), assigned: assignment.assignedOn }),
          )
        : owed('reply', due(file, 'reply', replyBase(file, assignment)));
    case 'rehandling':
      return owed(
        'rehandle',
        due(file, 'rehandle', {
          ...replyBase(file, assignment),
          ...(assignment.roundOpenedOn === null ? {} : { roundOpened: assignment.roundOpenedOn }),
        }),
      );
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

/**
 * What the proposer waits for, and until when. It counts from the first assignment of the matter, so that no
 * hand-back ever moves it, not even one that leaves the matter without a unit for a while.
 */
export const owedToProposer = (file: CaseFile): Owed | null => {
  const { matter } = file;
  const firstHandling =
    matter.stage === 'filed' || matter.stage === 'assigned' || matter.stage === 'handling';
  if (firstHandling && matter.assignedOn !== null) {
    const date = due(file, 'reply', { ...base(file), assigned: matter.assignedOn });
    return date === null ? null : { duty: 'reply', date };
  }
  if (matter.stage === 'rehandling') {
    const dates = mainDuties(file)
      .filter((duty) => duty.state === 'rehandling')
      .flatMap((duty) => owedByUnit(file, duty) ?? [])
      .sort((a, b) => (a.date.date < b.date.date ? -1 : 1));
    return dates[0] ?? null;
  }
  if (matter.stage === 'filed') {
    const date = due(file, 'assign', base(file));
    return date === null ? null : { duty: 'assign', date };
  }
  return null;
};
