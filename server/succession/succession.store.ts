import type { LivingDuty, OpenDuty, SuccessionChoice, UnitFact } from '#core/succession/succession.ts';
import { passingStates } from '#core/succession/succession.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Hand } from '../case/hand.ts';
import { sendAhead, type Tx } from '../platform/db/database.ts';

/** The units. `hold`: none is closed, renamed or followed by another while this one is decided. */
export const unitsOf = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
  hold: boolean,
): Promise<ReadonlyMap<number, UnitFact & { readonly version: number }>> => {
  const query = tx
    .selectFrom('unit')
    .select(['id', 'name', 'state', 'kind', 'version'])
    .where('jurisdiction_id', '=', j)
    .where('id', 'in', [...ids])
    .orderBy('id');
  const rows = await (hold ? query.forUpdate() : query).execute();
  return new Map(rows.map(({ state, ...row }) => [row.id, { ...row, open: state === 'active' }]));
};

/** Open duties of the old units on matters that are not over, in the order in which matters are locked. */
export const openDuties = async (
  tx: Tx,
  j: number,
  unitIds: readonly number[],
  most: number,
): Promise<readonly OpenDuty[]> => {
  const { rows } = await sql<OpenDuty>`
    select a.id as "assignmentId", a.matter_id as "matterId", m.case_no as "caseNo", a.unit_id as "unitId", a.role,
      a.section_id as "sectionId"
    from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    where a.jurisdiction_id = ${j} and a.unit_id = any(${[...unitIds]}::bigint[])
      and a.state = any(${[...passingStates]}::text[]) and m.stage not in ('closed', 'withdrawn')
    order by a.matter_id, array_position(array['sole','lead','separate','assist'], a.role), a.id limit ${most}`.execute(
    tx,
  );
  return rows;
};

/** Parts that the successors have already in those matters. */
export const livingDuties = async (
  tx: Tx,
  j: number,
  unitIds: readonly number[],
  matterIds: readonly number[],
): Promise<readonly LivingDuty[]> => {
  const { rows } = await sql<LivingDuty>`
    select a.id as "assignmentId", a.matter_id as "matterId", a.unit_id as "unitId", a.role, a.section_id as "sectionId"
    from assignment a where a.jurisdiction_id = ${j} and a.live and a.unit_id = any(${[...unitIds]}::bigint[])
      and a.matter_id = any(${[...matterIds]}::bigint[])`.execute(tx);
  return rows;
};

export const sectionsOfUnits = (tx: Tx, j: number, unitIds: readonly number[]) =>
  tx
    .selectFrom('unit')
    .select(['id', 'name', 'parent_id as unitId'])
    .where('jurisdiction_id', '=', j)
    .where('parent_id', 'in', [...unitIds])
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();

/** Roles that people hold for the units themselves, not for a section. */
export const grantsOfUnits = (tx: Tx, j: number, unitIds: readonly number[]) =>
  tx
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'g.jurisdiction_id').onRef('p.id', '=', 'g.person_id'),
    )
    .innerJoin('unit as u', (on) =>
      on.onRef('u.jurisdiction_id', '=', 'g.jurisdiction_id').onRef('u.id', '=', 'g.unit_id'),
    )
    .select(['g.id', 'g.person_id as personId', 'p.name', 'g.role', 'u.name as unit'])
    .where('g.jurisdiction_id', '=', j)
    .where('g.unit_id', 'in', [...unitIds])
    .orderBy('g.id')
    .execute();

/** Duties that stay with the old units: answered, ended, or of matters that are over. */
export const countStaying = async (tx: Tx, j: number, unitIds: readonly number[]): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from assignment a
    join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
    where a.jurisdiction_id = ${j} and a.unit_id = any(${[...unitIds]}::bigint[])
      and not (a.state = any(${[...passingStates]}::text[]) and m.stage not in ('closed', 'withdrawn'))`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
};

export const insertSuccession = async (
  tx: Tx,
  hand: Hand,
  fields: {
    readonly kind: 'rename' | 'merge' | 'split';
    readonly effectiveOn: LocalDate;
    readonly reason: string;
    readonly plan: unknown;
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('unit_succession')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      kind: fields.kind,
      effective_on: fields.effectiveOn,
      reason: fields.reason,
      plan: JSON.stringify(fields.plan),
      done_by: hand.personId,
      done_at: hand.at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Sections go over with their people and keep their names. */
export const moveSection = async (tx: Tx, j: number, sectionId: number, toId: number): Promise<void> => {
  await tx
    .updateTable('unit')
    .set((eb) => ({ parent_id: toId, version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', sectionId)
    .execute();
};

/** Roles for the old units: handed to the successor, or ended. Who acted under them stays in the journal. */
export const moveGrants = async (
  tx: Tx,
  j: number,
  unitIds: readonly number[],
  toId: number | null,
): Promise<void> => {
  if (toId !== null)
    await sql`insert into role_grant (jurisdiction_id, person_id, role, unit_id)
      select distinct jurisdiction_id, person_id, role, ${toId}::bigint from role_grant
      where jurisdiction_id = ${j} and unit_id = any(${[...unitIds]}::bigint[]) on conflict do nothing`.execute(
      tx,
    );
  await tx
    .deleteFrom('role_grant')
    .where('jurisdiction_id', '=', j)
    .where('unit_id', 'in', [...unitIds])
    .execute();
};

/**
 * Closes the old units and says who follows them. Whoever they followed is followed by all of these, too: the history
 * stands in the ledger of each. What came later on his duties went to the first of them, and goes to their first now;
 * a successor that followed him already in another place moves up.
 */
export const closeBehind = async (
  tx: Tx,
  j: number,
  successionId: number,
  { fromIds, toIds }: Pick<SuccessionChoice, 'fromIds' | 'toIds'>,
): Promise<void> => {
  await sql`insert into unit_successor (jurisdiction_id, unit_id, successor_id, succession_id, position)
    select ${j}::bigint, f.id, t.id, ${successionId}::bigint, (t.n - 1)::int
    from unnest(${[...fromIds]}::bigint[]) f (id), unnest(${[...toIds]}::bigint[]) with ordinality t (id, n)
    on conflict do nothing`.execute(tx);
  await sql`insert into unit_successor (jurisdiction_id, unit_id, successor_id, succession_id, position)
    select ${j}::bigint, s.unit_id, t.id, ${successionId}::bigint, min(s.position + t.n - 1)::int
    from unit_successor s, unnest(${[...toIds]}::bigint[]) with ordinality t (id, n)
    where s.jurisdiction_id = ${j} and s.successor_id = any(${[...fromIds]}::bigint[]) and s.unit_id <> t.id
    group by s.unit_id, t.id
    on conflict (jurisdiction_id, unit_id, successor_id) do update
      set position = least(unit_successor.position, excluded.position), succession_id = excluded.succession_id`.execute(
    tx,
  );
  await tx
    .updateTable('unit')
    .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('id', 'in', [...fromIds])
    .execute();
  // Papers still come under the old name: it is read as the successor's.
  await sql`update unit_alias set unit_id = ${toIds[0] ?? 0}::bigint
    where jurisdiction_id = ${j} and unit_id = any(${[...fromIds]}::bigint[])`.execute(tx);
};

export const notePassed = (
  tx: Tx,
  hand: Hand,
  successionId: number,
  move: {
    readonly assignmentId: number;
    readonly matterId: number;
    readonly unitId: number;
    readonly toId: number;
  },
): void => {
  const note = tx.insertInto('duty_passed').values({
    jurisdiction_id: hand.jurisdictionId,
    assignment_id: move.assignmentId,
    succession_id: successionId,
    matter_id: move.matterId,
    from_unit_id: move.unitId,
    to_unit_id: move.toId,
    passed_on: hand.at.date,
  });
  sendAhead(tx, note.compile());
  const drafts = tx
    .updateTable('reply')
    .set({ unit_id: move.toId })
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('assignment_id', '=', move.assignmentId)
    .where('state', '<>', 'issued');
  sendAhead(tx, drafts.compile());
};

/** The name that the unit bears until that day goes into its past. */
export const keepPastName = async (
  tx: Tx,
  j: number,
  unitId: number,
  untilOn: LocalDate,
  successionId: number,
): Promise<void> => {
  await sql`insert into unit_past_name (jurisdiction_id, unit_id, until_on, name, name_en, short_name, succession_id)
    select jurisdiction_id, id, ${untilOn}::date, name, name_en, short_name, ${successionId}::bigint from unit
    where jurisdiction_id = ${j} and id = ${unitId}
    on conflict (jurisdiction_id, unit_id, until_on) do nothing`.execute(tx);
};

export const setName = async (
  tx: Tx,
  j: number,
  unitId: number,
  fields: { readonly name: string; readonly nameEn: string; readonly shortName: string },
): Promise<number> => {
  const { version } = await tx
    .updateTable('unit')
    .set((eb) => ({
      name: fields.name,
      name_en: fields.nameEn,
      short_name: fields.shortName,
      version: eb('version', '+', 1),
    }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', unitId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
};

/** A name by which papers still call the unit; one that belongs to another unit is left where it is. */
export const addAlias = async (
  tx: Tx,
  j: number,
  unitId: number,
  alias: string,
  key: string,
): Promise<void> => {
  await tx
    .insertInto('unit_alias')
    .values({ jurisdiction_id: j, alias_key: key, alias, unit_id: unitId })
    .onConflict((on) => on.doNothing())
    .execute();
};

export const listSuccessions = async (tx: Tx, j: number) => {
  const { rows } = await sql<{
    id: number;
    kind: 'rename' | 'merge' | 'split';
    effectiveOn: LocalDate;
    reason: string;
    plan: { from: string[]; to: string[] };
    moved: number;
    by: string;
    at: string;
  }>`
    select s.id, s.kind, s.effective_on as "effectiveOn", s.reason, s.plan, p.name as by, s.done_at as at,
      (select count(*)::int from duty_passed d where d.jurisdiction_id = s.jurisdiction_id and d.succession_id = s.id) as moved
    from unit_succession s join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.done_by
    where s.jurisdiction_id = ${j} order by s.id desc limit 500`.execute(tx);
  return rows.map(({ plan, ...row }) => ({ ...row, from: plan.from, to: plan.to }));
};

/** Whether another unit bears the name. */
export const nameTaken = async (tx: Tx, j: number, name: string, but: number): Promise<boolean> => {
  const found = await tx
    .selectFrom('unit')
    .select('id')
    .where('jurisdiction_id', '=', j)
    .where('parent_id', 'is', null)
    .where('name', '=', name)
    .where('id', '<>', but)
    .executeTakeFirst();
  return found !== undefined;
};
