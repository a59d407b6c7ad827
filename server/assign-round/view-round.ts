/** A round as a person may see it: head, counts, units and rows, judged by the core. */
import type { assignRound, assignRoundMatters, assignRounds, roundRow } from '#contract/assign-round.ts';
import type { ResponseOf, QueryOf } from '#contract/endpoint.ts';
import type { Language } from '#contract/messages/message.ts';
import type { Actor } from '#core/access.ts';
import { allowedOnRound, type RoundContext } from '#core/assign-round/decide.ts';
import {
  planOf,
  type PlanStand,
  type Proposal,
  type RoundState,
  roundState,
  standingsOnRound,
  standOfPlan,
} from '#core/assign-round/round.ts';
import type { Moment } from '#core/words.ts';
import type { z } from 'zod';
import type { Tx } from '../platform/db/database.ts';
import { sentenceOf } from '../platform/problem.ts';
import { sectionsOf } from './round.store.ts';
import {
  countRounds,
  findRoundLine,
  listRounds,
  type MatterRow,
  matterRows,
  officeUnits,
  type PlanHeap,
  planHeaps,
  type ProposalRow,
  type RoundLine,
  seesWhole,
} from './round.views.ts';

export type Scene = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Moment;
  readonly language: Language;
};

const plain = (row: ProposalRow): Proposal => row;

const standOf = (row: MatterRow, state: RoundState): PlanStand =>
  standOfPlan(row.proposals.map(plain), state);

type Heap = Omit<PlanHeap, 'roundId'>;

/** What is still in the round counts by how it stands; what was assigned by itself. */
const countsOf = (heaps: readonly Heap[], state: RoundState) => {
  const open = heaps.filter(({ assigned }) => !assigned);
  const sum = (of: readonly Heap[]): number => of.reduce((all, { n }) => all + n, 0);
  const count = (stand: PlanStand): number =>
    sum(open.filter(({ plan }) => standOfPlan(plan, state) === stand));
  return {
    matters: sum(heaps),
    assigned: sum(heaps) - sum(open),
    unplanned: count('unplanned'),
    waiting: count('waiting'),
    disputed: count('disputed'),
    agreed: count('agreed'),
    silent: count('silent'),
    kept: count('kept'),
  };
};

/** A unit answers for itself while the round is open and the matter is not assigned. */
const toAnswerIn = (heaps: readonly Heap[], state: RoundState): number =>
  state === 'open'
    ? heaps
        .filter(({ assigned }) => !assigned)
        .reduce(
          (all, { plan, n }) => all + n * plan.filter(({ own, answer }) => own && answer === null).length,
          0,
        )
    : 0;

const mayAnswer = (actor: Actor, state: RoundState, row: MatterRow, one: ProposalRow): boolean =>
  state === 'open' && row.assignedAt === null && officeUnits(actor).includes(one.unitId);

const headOf = (at: Moment, round: RoundLine, heaps: readonly Heap[]) => {
  const state = roundState(round, at.instant);
  return {
    id: round.id,
    version: round.version,
    organ: { id: round.organId, name: round.organ },
    name: round.name,
    note: round.note,
    state,
    closesAt: round.closesAt,
    openedAt: round.openedAt,
    counts: countsOf(heaps, state),
    toAnswer: toAnswerIn(heaps, state),
  };
};

/** Null: the whole round is his to see. */
const ownUnitsIn = (actor: Actor, organId: number): readonly number[] | null =>
  seesWhole(actor, organId) ? null : officeUnits(actor);

const roundsOfPage = 30;

/** One page of rounds, the newest first, with their counts: three statements, however many there are. */
export const viewRounds = async (
  { tx, actor, at }: Scene,
  { cursor }: QueryOf<typeof assignRounds>,
): Promise<ResponseOf<typeof assignRounds>> => {
  const found = await listRounds(tx, actor, cursor ?? null, roundsOfPage + 1);
  const rounds = found.slice(0, roundsOfPage);
  const heaps = await planHeaps(
    tx,
    actor,
    rounds.map(({ id }) => id),
  );
  const byRound = Map.groupBy(heaps, ({ roundId }) => roundId);
  return {
    items: rounds.map((round) => headOf(at, round, byRound.get(round.id) ?? [])),
    next: found.length > roundsOfPage ? `${rounds.at(-1)?.id ?? ''}` : null,
    total: await countRounds(tx, actor),
  };
};

/** The round with its rows, or null: it is not there for him (law 12). */
export const readRound = async ({ tx, actor }: Scene, roundId: number) => {
  const round = await findRoundLine(tx, actor, roundId);
  if (round === null) return null;
  const own = ownUnitsIn(actor, round.organId);
  return { round, own, rows: await matterRows(tx, actor.jurisdictionId, [roundId], own) };
};

const contextOf = (
  actor: Actor,
  at: Moment,
  round: RoundLine,
  matters: number,
  unitIds: readonly number[],
): RoundContext => ({
  now: at.instant,
  state: roundState(round, at.instant),
  standings: standingsOnRound(actor, round.organId, unitIds),
  closesAt: round.closesAt,
  matters,
});

const unitsIn = (rows: readonly MatterRow[]) => {
  const units = new Map<
    number,
    { id: number; name: string; proposed: number; lead: number; answered: number; objected: number }
  >();
  for (const one of rows.flatMap(({ proposals }) => proposals)) {
    if (one.kind !== 'proposed') continue;
    const unit = units.get(one.unitId) ?? {
      id: one.unitId,
      name: one.unit,
      proposed: 0,
      lead: 0,
      answered: 0,
      objected: 0,
    };
    units.set(one.unitId, {
      ...unit,
      proposed: unit.proposed + 1,
      lead: unit.lead + (one.role === 'assist' ? 0 : 1),
      answered: unit.answered + (one.answer === null ? 0 : 1),
      objected: unit.objected + (one.answer === 'objected' ? 1 : 0),
    });
  }
  return [...units.values()].sort((a, b) => b.proposed - a.proposed || a.id - b.id);
};

export const viewRound = async (
  scene: Scene,
  roundId: number,
): Promise<ResponseOf<typeof assignRound> | null> => {
  const read = await readRound(scene, roundId);
  if (read === null) return null;
  const { tx, actor, at } = scene;
  const { round, rows, own } = read;
  const asked = new Map(
    rows.flatMap(({ proposals }) => proposals.map(({ unitId, unit }) => [unitId, unit] as const)),
  );
  const mine = officeUnits(actor).filter((id) => asked.has(id));
  const sections = await sectionsOf(tx, actor.jurisdictionId, mine);
  const inRound = rows.filter(({ assignedAt }) => assignedAt === null).length;
  return {
    ...headOf(at, round, await planHeaps(tx, actor, [round.id])),
    allowedActions: allowedOnRound(contextOf(actor, at, round, inRound, mine)).map((one) => ({
      ...one,
      refusal:
        one.refusal === null
          ? null
          : {
              ...one.refusal,
              params: Object.fromEntries(
                Object.entries(one.refusal.params).map(([key, value]) => [
                  key,
                  typeof value === 'object' ? [...value] : value,
                ]),
              ),
            },
    })),
    ownUnits: mine.map((id) => ({
      id,
      name: asked.get(id) ?? '',
      sections: sections.filter(({ unitId }) => unitId === id).map((one) => ({ id: one.id, name: one.name })),
    })),
    units: own === null ? unitsIn(rows) : [],
  };
};

const rowOf = (scene: Scene, row: MatterRow, state: RoundState): z.output<typeof roundRow> => {
  const { flaw } = planOf(row.proposals.map(plain));
  return {
    matterId: row.matterId,
    version: row.version,
    caseNo: row.caseNo,
    title: row.title,
    category: row.category,
    proposers: row.proposers,
    stand: standOf(row, state),
    flaw: flaw === null ? null : sentenceOf(flaw, scene.language),
    assignedAt: row.assignedAt,
    proposals: row.proposals.map((one) => ({
      id: one.id,
      unit: { id: one.unitId, name: one.unit },
      kind: one.kind,
      role: one.role,
      origin: one.origin,
      answer: one.answer,
      answerRole: one.answerRole,
      section: one.section,
      reason: one.reason,
      namedUnit: one.namedUnit,
      answeredBy: one.answeredBy,
      answeredAt: one.answeredAt,
      kept: one.keptReason === null ? null : { reason: one.keptReason, by: one.keptBy ?? '' },
      mayAnswer: mayAnswer(scene.actor, state, row, one),
    })),
  };
};

const pageSize = 100;

export const viewRows = async (
  scene: Scene,
  roundId: number,
  query: QueryOf<typeof assignRoundMatters>,
): Promise<ResponseOf<typeof assignRoundMatters> | null> => {
  const read = await readRound(scene, roundId);
  if (read === null) return null;
  const state = roundState(read.round, scene.at.instant);
  const { stand, unitId, q = '' } = query;
  const wanted = q.toLowerCase();
  const found = read.rows.filter(
    (row) =>
      (stand === undefined ||
        (stand === 'assigned'
          ? row.assignedAt !== null
          : row.assignedAt === null && standOf(row, state) === stand)) &&
      (unitId === undefined || row.proposals.some((one) => one.unitId === unitId)) &&
      (wanted === '' || `${row.caseNo} ${row.title} ${row.proposers}`.toLowerCase().includes(wanted)),
  );
  // Rows are in the order of their numbers, which never change: the last one seen is where the next page begins.
  const from =
    query.cursor === undefined ? 0 : found.findIndex(({ matterId }) => String(matterId) === query.cursor) + 1;
  const items = found.slice(from, from + pageSize);
  const last = items.at(-1);
  return {
    items: items.map((row) => rowOf(scene, row, state)),
    next: from + items.length < found.length && last !== undefined ? String(last.matterId) : null,
    total: found.length,
  };
};
