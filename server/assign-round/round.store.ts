import type { PlannedDuty } from '#core/assignment/plan.ts';
import type { Proposal } from '#core/assign-round/round.ts';
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import type { Hand } from '../case/hand.ts';
import { sendAhead, type Tx } from '../platform/db/database.ts';

export type RoundFields = { readonly name: string; readonly note: string; readonly closesAt: Instant };

export const insertRound = async (
  tx: Tx,
  hand: Hand,
  organId: number,
  fields: RoundFields,
): Promise<number> => {
  const { id } = await tx
    .insertInto('assign_round')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      organ_id: organId,
      name: fields.name,
      note: fields.note,
      closes_at: fields.closesAt,
      created_by: hand.personId,
      created_at: hand.at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** The round, held until the transaction ends: two of its commands follow one another. */
export const lockRound = (tx: Tx, j: number, id: number) =>
  tx
    .selectFrom('assign_round')
    .select([
      'id',
      'version',
      'organ_id as organId',
      'name',
      'note',
      'closes_at as closesAt',
      'opened_at as openedAt',
      'ended_at as endedAt',
    ])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export type LockedRound = NonNullable<Awaited<ReturnType<typeof lockRound>>>;

/** Answers with the version that the round has now. */
export const saveRound = async (
  tx: Tx,
  j: number,
  id: number,
  change: { readonly fields?: RoundFields; readonly openedAt?: Instant; readonly endedAt?: Instant },
): Promise<number> => {
  const { fields, openedAt, endedAt } = change;
  const { version } = await tx
    .updateTable('assign_round')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(fields === undefined ? {} : { name: fields.name, note: fields.note, closes_at: fields.closesAt }),
      ...(openedAt === undefined ? {} : { opened_at: openedAt }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
};

/** Filed matters of an organ that stand in no round, in the order of their numbers; at most `most`. */
export const unassignedMatters = async (
  tx: Tx,
  j: number,
  organId: number,
  most: number,
): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('matter as m')
    .select('m.id')
    .where('m.jurisdiction_id', '=', j)
    .where('m.organ_id', '=', organId)
    .where('m.stage', '=', 'filed')
    .where(
      sql<boolean>`not exists (select from assign_round_matter r
        where r.jurisdiction_id = m.jurisdiction_id and r.matter_id = m.id and r.left_as is null)`,
    )
    .orderBy('m.case_no')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
};

/** What decides whether matters can be in a round; those that are not there are left out. */
export const mattersToAdd = async (tx: Tx, j: number, ids: readonly number[]) => {
  const { rows } = await sql<{
    id: number;
    organId: number;
    caseNo: string;
    stage: string;
    roundId: number | null;
    round: string | null;
  }>`
    select m.id, m.organ_id as "organId", m.case_no as "caseNo", m.stage, o.id as "roundId", o.name as round
    from matter m
    left join assign_round_matter r on r.jurisdiction_id = m.jurisdiction_id and r.matter_id = m.id and r.left_as is null
    left join assign_round o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.round_id
    where m.jurisdiction_id = ${j} and m.id = any(${[...ids]}::bigint[])
    order by m.id for update of m`.execute(tx);
  return rows;
};

/** Puts matters into the round; one that was taken out before comes back with what was said of it then. */
export const putIntoRound = (tx: Tx, hand: Hand, roundId: number, matterIds: readonly number[]): void => {
  if (matterIds.length === 0) return;
  const put = sql`
    insert into assign_round_matter (jurisdiction_id, round_id, matter_id, added_by, added_at)
    select ${hand.jurisdictionId}::bigint, ${roundId}::bigint, id, ${hand.personId}::bigint, ${hand.at.instant}::timestamptz
    from unnest(${[...matterIds]}::bigint[]) id
    on conflict (jurisdiction_id, round_id, matter_id)
      do update set left_as = null, left_at = null, version = assign_round_matter.version + 1`;
  sendAhead(tx, put.compile(tx));
};

/** `matterIds` null: all that are still in it. */
export const leaveRound = (
  tx: Tx,
  hand: Hand,
  roundId: number,
  matterIds: readonly number[] | null,
  as: 'assigned' | 'takenOut' | 'ended',
): void => {
  const leave = sql`
    update assign_round_matter set left_as = ${as}, left_at = ${hand.at.instant}::timestamptz, version = version + 1
    where jurisdiction_id = ${hand.jurisdictionId} and round_id = ${roundId} and left_as is null
      and ${matterIds === null ? sql`true` : sql`matter_id = any(${[...matterIds]}::bigint[])`}`;
  sendAhead(tx, leave.compile(tx));
};

export type StoredProposal = Proposal & { readonly matterId: number };

export type RoundMatter = {
  readonly matterId: number;
  readonly version: number;
  readonly caseNo: string;
  readonly proposals: readonly StoredProposal[];
};

/** Matters that are still in the round, with their proposals. */
export const mattersOfRound = async (
  tx: Tx,
  j: number,
  roundId: number,
  matterIds: readonly number[],
): Promise<ReadonlyMap<number, RoundMatter>> => {
  const { rows } = await sql<RoundMatter>`
    select r.matter_id as "matterId", r.version, m.case_no as "caseNo",
      (select coalesce(json_agg(json_build_object('id', p.id, 'matterId', p.matter_id, 'unitId', p.unit_id, 'kind', p.kind,
          'role', p.role, 'answer', p.answer, 'answerRole', p.answer_role, 'keptReason', p.kept_reason) order by p.id), '[]')
        from proposed_duty p where p.jurisdiction_id = r.jurisdiction_id and p.round_id = r.round_id
          and p.matter_id = r.matter_id and p.withdrawn_at is null) as proposals
    from assign_round_matter r join matter m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.matter_id
    where r.jurisdiction_id = ${j} and r.round_id = ${roundId} and r.left_as is null
      and r.matter_id = any(${[...matterIds]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.matterId, row]));
};

/** Proposals by id, in matters that are still in the round. */
export const proposalsById = async (
  tx: Tx,
  j: number,
  roundId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StoredProposal & { readonly caseNo: string }>> => {
  const { rows } = await sql<StoredProposal & { readonly caseNo: string }>`
    select p.id, p.matter_id as "matterId", p.unit_id as "unitId", p.kind, p.role, p.answer,
      p.answer_role as "answerRole", p.kept_reason as "keptReason", m.case_no as "caseNo"
    from proposed_duty p
    join assign_round_matter r on r.jurisdiction_id = p.jurisdiction_id and r.round_id = p.round_id
      and r.matter_id = p.matter_id and r.left_as is null
    join matter m on m.jurisdiction_id = p.jurisdiction_id and m.id = p.matter_id
    where p.jurisdiction_id = ${j} and p.round_id = ${roundId} and p.id = any(${[...ids]}::bigint[])
      and p.withdrawn_at is null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

export type NewProposal = PlannedDuty & {
  readonly matterId: number;
  readonly kind: 'proposed' | 'named';
  readonly origin: 'hand' | 'recommended' | 'objection';
};

export const insertProposals = async (
  tx: Tx,
  hand: Hand,
  roundId: number,
  proposals: readonly NewProposal[],
): Promise<void> => {
  if (proposals.length === 0) return;
  await tx
    .insertInto('proposed_duty')
    .values(
      proposals.map(({ matterId, unitId, kind, role, origin }) => ({
        jurisdiction_id: hand.jurisdictionId,
        round_id: roundId,
        matter_id: matterId,
        unit_id: unitId,
        kind,
        role,
        origin,
        proposed_by: hand.personId,
        proposed_at: hand.at.instant,
      })),
    )
    // A unit that was named twice for one matter is heard once.
    .onConflict((on) => on.doNothing())
    .execute();
};

export const withdrawProposals = async (tx: Tx, hand: Hand, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable('proposed_duty')
    .set({ withdrawn_at: hand.at.instant })
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', 'in', [...ids])
    .execute();
};

/** The rows were changed under the eyes of whoever had them on screen. */
export const touchMatters = (tx: Tx, j: number, roundId: number, matterIds: readonly number[]): void => {
  if (matterIds.length === 0) return;
  const touch = sql`update assign_round_matter set version = version + 1
    where jurisdiction_id = ${j} and round_id = ${roundId} and matter_id = any(${[...matterIds]}::bigint[])`;
  sendAhead(tx, touch.compile(tx));
};

export const saveAnswer = async (
  tx: Tx,
  hand: Hand,
  id: number,
  given: {
    readonly answer: 'accepted' | 'objected';
    readonly role: PlannedDuty['role'] | null;
    readonly sectionId: number | null;
    readonly reason: string;
    readonly namedUnitId: number | null;
  },
): Promise<void> => {
  await tx
    .updateTable('proposed_duty')
    .set({
      answer: given.answer,
      answer_role: given.role,
      section_id: given.sectionId,
      reason: given.reason === '' ? null : given.reason,
      named_unit_id: given.namedUnitId,
      answered_by: hand.personId,
      answered_at: hand.at.instant,
      kept_reason: null,
      kept_by: null,
      kept_at: null,
    })
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', '=', id)
    .execute();
};

export const saveKept = async (tx: Tx, hand: Hand, id: number, reason: string): Promise<void> => {
  await tx
    .updateTable('proposed_duty')
    .set({ kept_reason: reason, kept_by: hand.personId, kept_at: hand.at.instant })
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('id', '=', id)
    .execute();
};

/** Sections of the units, for a unit to say which of them takes a matter. */
export const sectionsOf = async (tx: Tx, j: number, unitIds: readonly number[]) =>
  unitIds.length === 0
    ? []
    : tx
        .selectFrom('unit')
        .select(['id', 'name', 'parent_id as unitId'])
        .where('jurisdiction_id', '=', j)
        .where('parent_id', 'in', [...unitIds])
        .where('state', '=', 'active')
        .orderBy('position')
        .orderBy('id')
        .execute();

/** Units that the round asks, and how many matters it still has. */
export const askedUnits = async (
  tx: Tx,
  j: number,
  roundId: number,
): Promise<{ readonly unitIds: readonly number[]; readonly matters: number }> => {
  const { rows } = await sql<{ unitIds: number[]; matters: number }>`
    select (select coalesce(array_agg(distinct p.unit_id), '{}') from proposed_duty p
        where p.jurisdiction_id = ${j} and p.round_id = ${roundId} and p.withdrawn_at is null) as "unitIds",
      (select count(*)::int from assign_round_matter
        where jurisdiction_id = ${j} and round_id = ${roundId} and left_as is null) as matters`.execute(tx);
  return rows[0] ?? { unitIds: [], matters: 0 };
};

/** Of units that were named, those that the round does not ask about that matter already. */
export const notYetAsked = async (
  tx: Tx,
  j: number,
  roundId: number,
  named: readonly NewProposal[],
): Promise<NewProposal[]> => {
  if (named.length === 0) return [];
  const asked = await tx
    .selectFrom('proposed_duty')
    .select(['matter_id as matterId', 'unit_id as unitId'])
    .where('jurisdiction_id', '=', j)
    .where('round_id', '=', roundId)
    .where(
      'matter_id',
      'in',
      named.map(({ matterId }) => matterId),
    )
    .where('withdrawn_at', 'is', null)
    .execute();
  return named.filter(
    (one, at) =>
      !asked.some(({ matterId, unitId }) => matterId === one.matterId && unitId === one.unitId) &&
      named.findIndex((other) => other.matterId === one.matterId && other.unitId === one.unitId) === at,
  );
};
