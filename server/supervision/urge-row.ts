import type { Actor } from '#core/access.ts';
import { allowedActions } from '#core/lifecycle.ts';
import { type UrgeContext, urgeUnmet } from '#core/supervision/decide.ts';
import { urgeLifecycle } from '#core/supervision/lifecycle.ts';
import type { Urge } from '#core/supervision/urge.ts';
import type { AssignmentState } from '#core/assignment/assignment.ts';
import type { Moment } from '#core/words.ts';
import type { House } from '../case/load-case.store.ts';
import { standingsOnRow } from './supervision-reach.views.ts';

/** One slip as the database hands it out, with what its list shows of the matter and the unit. */
export type SlipRow = {
  readonly id: number;
  readonly version: number;
  readonly assignmentId: number;
  readonly matter: { id: number; kind: 'suggestion' | 'proposal'; caseNo: string; title: string };
  readonly unit: { id: number; name: string };
  readonly boundary: boolean;
  readonly organId: number;
  readonly round: number;
  readonly level: Urge['level'];
  readonly proposed: Urge['level'];
  readonly reason: string | null;
  readonly state: Exclude<Urge['state'], 'unwritten'>;
  readonly slipNo: string;
  readonly text: string;
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly issuedById: number;
  readonly acknowledgeBy: string;
  readonly wanted: Urge['wanted'];
  readonly acknowledgements: readonly {
    part: Urge['wanted'][number];
    byId: number;
    by: string;
    at: string;
    on: string;
    note: string;
    doneBy: string | null;
  }[];
  readonly takenBackReason: string | null;
  readonly live: boolean;
  readonly dutyState: AssignmentState;
  readonly handlerId: number | null;
};

export const urgeOf = (row: SlipRow): Urge => ({
  id: row.id,
  version: row.version,
  matterId: row.matter.id,
  assignmentId: row.assignmentId,
  unitId: row.unit.id,
  round: row.round,
  level: row.level,
  state: row.state,
  slipNo: row.slipNo,
  text: row.text,
  issuedOn: row.issuedOn,
  acknowledgeBy: row.acknowledgeBy,
  wanted: row.wanted,
  acknowledgements: row.acknowledgements.map(({ part, byId, on, note, doneBy }) => ({
    as: part,
    byId,
    on,
    note,
    doneBy,
  })),
  takenBackReason: row.takenBackReason,
});

/** What a decision on a slip that exists looks at. */
export const contextOfSlip = (row: SlipRow, actor: Actor, at: Moment, house: House): UrgeContext => ({
  at,
  actorId: actor.personId,
  standings: standingsOnRow(actor, { unitId: row.unit.id, organId: row.organId, live: row.live }),
  endedAs: null,
  duty: { state: row.dutyState, round: row.round, unitId: row.unit.id },
  boundary: row.boundary,
  unitName: row.unit.name,
  daysLate: 0,
  slips: [],
  urging: house.ruleset.urging,
  calendar: house.calendar,
});

export const viewSlip = (row: SlipRow, actor: Actor, at: Moment, house: House) => {
  const urge = urgeOf(row);
  const context = contextOfSlip(row, actor, at, house);
  const {
    boundary: _,
    organId: __,
    issuedAt: ___,
    issuedById: ____,
    live: _____,
    dutyState: ______,
    handlerId: _______,
    ...shown
  } = row;
  return {
    ...shown,
    levelName: house.ruleset.urging.ladder.find(({ level }) => level === row.level)?.name ?? {
      zh: row.level,
      en: row.level,
    },
    late: row.state === 'sent' && row.acknowledgeBy < at.date,
    wanted: [...row.wanted],
    acknowledgements: row.acknowledgements.map(({ part, by, at: given, note, doneBy }) => ({
      part,
      by,
      at: new Date(given).toISOString(),
      note,
      doneBy,
    })),
    allowedActions: [
      ...allowedActions(urgeLifecycle, {
        state: urge.state,
        standings: context.standings,
        unmet: urgeUnmet(urge, context),
      }),
    ].filter(({ refusal }) => refusal?.code !== 'urge-part-given') as never,
  };
};
