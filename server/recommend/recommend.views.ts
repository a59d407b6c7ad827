/** What a recommendation reads: the matters, the units that are open, and past matters. */
import type { Actor } from '#core/access.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

const ownOrgans = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, organId }) =>
    (role === 'congress-office' || role === 'cppcc-office') && organId !== undefined ? [organId] : [],
  );

/** Matters `m` that the actor may assign: what he is shown of past ones is within them too (law 12). */
const assignable = (actor: Actor): RawBuilder<unknown> =>
  actor.grants.some(({ role }) => role === 'supervisor')
    ? sql`m.jurisdiction_id = ${actor.jurisdictionId}`
    : sql`m.jurisdiction_id = ${actor.jurisdictionId} and m.organ_id = any(${[...ownOrgans(actor)]}::bigint[])`;

export type MatterText = { readonly id: number; readonly title: string; readonly body: string };

/** Those of the asked matters that the actor may assign; the others are left out. */
export const findTexts = async (
  tx: Tx,
  actor: Actor,
  ids: readonly number[],
): Promise<readonly MatterText[]> => {
  const { rows } = await sql<MatterText>`select m.id, m.title, coalesce(left(x.body, 4000), '') as body
    from matter m left join matter_text x on x.jurisdiction_id = m.jurisdiction_id and x.matter_id = m.id
    where ${assignable(actor)} and m.id = any(${[...ids]}::bigint[]) order by m.id`.execute(tx);
  return rows;
};

export type OpenUnit = {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly duties: string;
  readonly jurisdiction: string;
};

/** Units that can be given a duty. */
export const viewOpenUnits = async (tx: Tx, jurisdictionId: number): Promise<readonly OpenUnit[]> => {
  const { rows } =
    await sql<OpenUnit>`select u.id, u.name, u.short_name as "shortName", u.duties, j.name as jurisdiction
    from unit u join jurisdiction j on j.id = u.jurisdiction_id
    where u.jurisdiction_id = ${jurisdictionId} and u.kind = 'unit' and u.state = 'active' order by u.position, u.id`.execute(
      tx,
    );
  return rows;
};

export type PastRow = {
  readonly id: number;
  readonly caseNo: string;
  readonly title: string;
  readonly unitId: number;
};

/** Those of the given matters that were assigned and that the actor may assign: what may be shown as a reason. */
export const findPast = async (
  tx: Tx,
  actor: Actor,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PastRow>> => {
  const { rows } = await sql<PastRow>`
    select m.id, m.case_no as "caseNo", m.title, m.lead_unit_id as "unitId"
    from unnest(${[...ids]}::bigint[]) c (id)
    cross join lateral (select x.* from matter x where x.jurisdiction_id = ${actor.jurisdictionId}
      and x.id = c.id offset 0) m
    where ${assignable(actor)} and m.lead_unit_id is not null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};
