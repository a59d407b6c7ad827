/**
 * Units that follow one another: several merge into one, or one is split among several. Open duties go over as they
 * stand, with their dates, extensions and drafts; what is answered or ended stays with the unit that did it.
 */
import type { AssignmentState } from '../assignment/assignment.ts';
import { firstRefusal, type Refusal, refuse } from '../refusal.ts';
import type { HandlingRole } from '../ruleset.ts';

/** A duty that somebody works on or is about to: it goes over. An answered one follows only if a new round opens. */
export const passingStates: readonly AssignmentState[] = [
  'assigned',
  'signed',
  'handBackRequested',
  'rehandling',
];

export type OpenDuty = {
  readonly assignmentId: number;
  readonly matterId: number;
  readonly caseNo: string;
  readonly unitId: number;
  readonly role: HandlingRole;
  readonly sectionId: number | null;
};

/** Any living duty of one of the matters concerned, the successors' own and answered ones included. */
export type LivingDuty = Omit<OpenDuty, 'caseNo'>;

export type SuccessionChoice = {
  readonly fromIds: readonly number[];
  readonly toIds: readonly number[];
  /** Which successor each section goes to; absent: the first. */
  readonly sections: ReadonlyMap<number, number>;
  /** Which successor single duties go to; absent: where their section goes, else the first. */
  readonly duties: ReadonlyMap<number, number>;
};

export type UnitFact = {
  readonly id: number;
  readonly name: string;
  readonly open: boolean;
  readonly kind: string;
};

/** Whether these units can follow those: none is its own successor, all successors are open, and it is no n-to-m. */
export const checkSuccession = (
  { fromIds, toIds, sections, duties }: SuccessionChoice,
  units: ReadonlyMap<number, UnitFact>,
): Refusal | null => {
  const unknown = [...fromIds, ...toIds].find((id) => units.get(id)?.kind !== 'unit');
  const closed = [...toIds, ...fromIds].map((id) => units.get(id)).find((unit) => unit?.open === false);
  const chosen = [...sections.values(), ...duties.values()];
  return firstRefusal(
    fromIds.length === 0 || toIds.length === 0 || (fromIds.length > 1 && toIds.length > 1)
      ? refuse('succession-shape')
      : null,
    unknown === undefined ? null : refuse('unit-unknown', { unitId: unknown }),
    closed === undefined ? null : refuse('unit-closed', { unit: closed.name }),
    fromIds.some((id) => toIds.includes(id)) || new Set(fromIds).size < fromIds.length
      ? refuse('succession-self')
      : null,
    chosen.some((id) => !toIds.includes(id)) ? refuse('succession-elsewhere') : null,
  );
};

export type Move = OpenDuty & {
  readonly toId: number;
  /** `meets`: the successor has a part in that matter already; somebody must settle it first. */
  readonly problem: 'meets' | null;
};

/**
 * Where each open duty goes. One unit has one part in a matter: where the successor has one already, or two of the
 * old units had one each, the duty waits until the office has taken one of the two back.
 */
export const planMoves = (
  choice: SuccessionChoice,
  open: readonly OpenDuty[],
  living: readonly LivingDuty[],
): readonly Move[] => {
  const first = choice.toIds[0] ?? 0;
  const target = ({ assignmentId, sectionId }: OpenDuty): number =>
    choice.duties.get(assignmentId) ??
    (sectionId === null ? undefined : choice.sections.get(sectionId)) ??
    first;
  const taken = new Set(
    living
      .filter(({ unitId }) => choice.toIds.includes(unitId))
      .map((one) => `${one.matterId}:${one.unitId}`),
  );
  return open.map((duty) => {
    const toId = target(duty);
    const key = `${duty.matterId}:${toId}`;
    const problem = taken.has(key) ? ('meets' as const) : null;
    taken.add(key);
    return { ...duty, toId, problem };
  });
};
