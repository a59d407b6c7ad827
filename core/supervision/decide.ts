import type { Standing } from '../access.ts';
import type { Assignment, AssignmentState } from '../assignment/assignment.ts';
import { addWorkdays, type WorkCalendar } from '../clock/calendar.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { formatNumber } from '../numbering.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { Acknowledger, UrgeLevel, Urging } from '../ruleset.ts';
import type { LocalDate, Moment } from '../words.ts';
import { type UrgeAction, type UrgeNeed, urgeLifecycle } from './lifecycle.ts';
import { proposeLevel, sharpestLevel, sharpness, standingSlips, type Urge, type UrgeEvent } from './urge.ts';

export type UrgeCommand =
  | {
      readonly type: 'urge';
      /** Null: as the ladder proposes. */
      readonly level: UrgeLevel | null;
      /** Why another level than the ladder proposes; empty: none. */
      readonly reason: string;
      /** The text as it will be read. */
      readonly text: string;
      /** Position in the year's series; the event carries the number that it comes to. */
      readonly serial: number;
    }
  | { readonly type: 'acknowledgeUrge'; readonly note: string; readonly doneBy: LocalDate | null }
  | { readonly type: 'takeBackUrge'; readonly reason: string };

export type UrgeContext = {
  readonly at: Moment;
  readonly actorId: number;
  readonly standings: ReadonlySet<Standing>;
  readonly endedAs: 'closed' | 'withdrawn' | 'merged' | null;
  readonly duty: Pick<Assignment, 'state' | 'round' | 'unitId'>;
  /** The unit is outside the supervisor's power. */
  readonly boundary: boolean;
  readonly unitName: string;
  /** Working days after the date of what is owed; 0 or less: not late. */
  readonly daysLate: number;
  /** Every slip that this duty has had, of all rounds. */
  readonly slips: readonly Urge[];
  readonly urging: Urging;
  readonly calendar: WorkCalendar;
};

/** The unit is the one to move: not where the offices must decide, nor where all is done. */
const owing: readonly AssignmentState[] = ['assigned', 'signed', 'rehandling'];

const parts = { 'unit-office': 'unitOffice', 'unit-leader': 'unitLeader' } as const satisfies Partial<
  Record<Standing, Acknowledger>
>;

/** The parts of the acknowledgement that are this person's to give and not yet given. */
const ownParts = (
  urge: Pick<Urge, 'wanted' | 'acknowledgements'>,
  standings: ReadonlySet<Standing>,
): readonly Acknowledger[] =>
  (Object.keys(parts) as (keyof typeof parts)[])
    .filter((standing) => standings.has(standing))
    .map((standing) => parts[standing])
    .filter((part) => urge.wanted.includes(part) && !urge.acknowledgements.some((one) => one.as === part));

export const urgeUnmet =
  (urge: Urge | null, context: UrgeContext): Unmet<UrgeNeed> =>
  (need, action): Refusal | null => {
    switch (need) {
      case 'matterOpen':
        return context.endedAs === null ? null : refuse('wrong-state', { action, state: context.endedAs });
      case 'withinPower':
        return context.boundary && !context.standings.has('organ-office')
          ? refuse('unit-outside-power', { unit: context.unitName })
          : null;
      case 'somethingOwed':
        return owing.includes(context.duty.state) ? null : refuse('urge-nothing-owed');
      case 'notUrgedToday': {
        const { date } = context.at;
        const today = standingSlips(context.slips, context.duty.round).find((slip) => slip.issuedOn === date);
        return today === undefined ? null : refuse('urge-today', { slipNo: today.slipNo });
      }
      case 'ownPartOpen':
        return urge !== null && ownParts(urge, context.standings).length === 0
          ? refuse('urge-part-given')
          : null;
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

export const permitUrge = (action: UrgeAction, urge: Urge | null, context: UrgeContext): Refusal | null =>
  permit(urgeLifecycle, action, {
    state: urge?.state ?? 'unwritten',
    standings: context.standings,
    unmet: urgeUnmet(urge, context),
  });

const issue = (
  command: Extract<UrgeCommand, { type: 'urge' }>,
  context: UrgeContext,
): Decision<UrgeEvent> => {
  const { urging, at, duty } = context;
  const slips = standingSlips(context.slips, duty.round);
  const proposed = proposeLevel(urging.ladder, slips, context.daysLate);
  const level = command.level ?? proposed;
  const had = sharpestLevel(slips);
  const rung = urging.ladder.find((one) => one.level === level);
  const bad = firstRefusal(
    checkText(command.text, 'text', 5_000),
    had !== null && sharpness(level) < sharpness(had)
      ? refuse(
          'urge-level-down',
          { had: urging.ladder.find((one) => one.level === had)?.name.zh ?? had },
          'level',
        )
      : null,
    level === proposed ? null : checkText(command.reason, 'reason', 2_000),
    rung === undefined ? refuse('field-invalid', { field: 'level' }, 'level') : null,
  );
  const year = Number(at.date.slice(0, 4));
  const slipNo = formatNumber(urging.slipNo, { year, serial: command.serial });
  if (bad !== null || rung === undefined) return deny(bad ?? refuse('field-invalid', { field: 'level' }));
  if (!slipNo.ok) return deny(refuse('field-invalid', { field: 'slipNo' }));
  return happen({
    type: 'urged',
    unitId: duty.unitId,
    level,
    proposed,
    reason: level === proposed ? null : command.reason.trim(),
    round: duty.round,
    slipNo: slipNo.number,
    text: command.text.trim(),
    on: at.date,
    acknowledgeBy: addWorkdays(at.date, rung.acknowledgeWorkdays, context.calendar).date,
    wanted: rung.acknowledgedBy,
  });
};

/** Decides one command on a slip; `urge` null: the one to be issued. Errors are refusals; nothing is thrown. */
export const decideUrge = (
  command: UrgeCommand,
  urge: Urge | null,
  context: UrgeContext,
): Decision<UrgeEvent> => {
  const refusal = permitUrge(command.type, urge, context);
  if (refusal !== null) return deny(refusal);
  const on = context.at.date;
  switch (command.type) {
    case 'urge':
      return issue(command, context);
    case 'acknowledgeUrge': {
      const bad = firstRefusal(
        checkText(command.note, 'note', 2_000),
        command.doneBy !== null && command.doneBy < on
          ? refuse('date-past', { field: 'doneBy' }, 'doneBy')
          : null,
      );
      if (bad !== null || urge === null) return deny(bad ?? refuse('not-found'));
      return happen({
        type: 'urgeAcknowledged',
        as: ownParts(urge, context.standings),
        byId: context.actorId,
        on,
        note: command.note.trim(),
        doneBy: command.doneBy,
      });
    }
    case 'takeBackUrge': {
      const bad = checkText(command.reason, 'reason', 2_000);
      return bad === null ? happen({ type: 'urgeTakenBack', on, reason: command.reason.trim() }) : deny(bad);
    }
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
