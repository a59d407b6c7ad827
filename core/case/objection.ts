/**
 * The proposer's objection to the units that were chosen 对承办单位的异议 (上海市代表建议规定 (2015) art. 14: deputies may
 * object, too). It binds nobody and stops no clock: the organ's office answers it, and where it agrees, changes the units
 * by the ordinary means.
 */
import { isHimself, type Actor } from '../access.ts';
import { type CaseFile, liveDuties, ownProposers } from './case-file.ts';
import { addWorkdays } from '../clock/calendar.ts';
import { checkText, firstRefusal, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate } from '../words.ts';

export type ObjectionDecision = 'changed' | 'kept';

/** Stages in which units can still be exchanged before anybody has answered. */
const stages: readonly string[] = ['assigned', 'handling'];

/**
 * The last day on which the proposer may object: counted in working days from the latest assignment of a unit that has
 * the matter, so that a change of units opens the window again. Null: nobody has it, or the ruleset knows no objection.
 */
export const objectionUntil = (file: CaseFile): LocalDate | null => {
  const rule = file.ruleset.objection;
  const last = liveDuties(file)
    .map(({ assignedOn }) => assignedOn)
    .toSorted()
    .at(-1);
  return rule === undefined || last === undefined
    ? null
    : addWorkdays(last, rule.workdays, file.calendar).date;
};

/** Whether the actor may object today; `open`: an objection of his waits for an answer. */
export const checkMayObject = (
  file: CaseFile,
  actor: Actor,
  today: LocalDate,
  open: boolean,
): Refusal | null => {
  const [lead] = ownProposers(file);
  const until = objectionUntil(file);
  return firstRefusal(
    lead !== undefined && isHimself(actor, lead) ? null : refuse('not-yours'),
    stages.includes(file.matter.stage) && until !== null ? null : refuse('objection-not-now'),
    open ? refuse('objection-waits') : null,
    until !== null && today > until ? refuse('objection-window-over', { until }) : null,
  );
};

/** What an objection must say. The unit that the proposer would have is left to him; it is not one that has the matter. */
export const checkObjection = (
  file: CaseFile,
  given: { readonly reason: string; readonly wantedUnitId: number | null },
  unitOpen: boolean,
): Refusal | null =>
  firstRefusal(
    checkText(given.reason, 'reason', 2_000),
    given.wantedUnitId === null || unitOpen
      ? null
      : refuse('unit-unknown', { unitId: given.wantedUnitId }, 'wantedUnitId'),
    liveDuties(file).some(({ unitId }) => unitId === given.wantedUnitId)
      ? refuse('unit-already-has-duty', {}, 'wantedUnitId')
      : null,
  );

/** Whoever raised it may take it back until it is answered; within the window he may then object anew. */
export const checkWithdrawObjection = (open: boolean): Refusal | null =>
  open ? null : refuse('objection-decided');

/** The answer goes to the proposer with its reason, whichever it is. */
export const checkObjectionDecision = (open: boolean, reason: string): Refusal | null =>
  firstRefusal(open ? null : refuse('objection-decided'), checkText(reason, 'reason', 2_000));
