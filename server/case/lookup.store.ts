/** Narrow questions that commands ask before a case file is loaded. */
import type { CaseFacts } from '#core/case/case-command.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

type Child = 'assignment' | 'reply' | 'rating' | 'contact';

/** The matter to which a row belongs; null: no such row in this jurisdiction. */
export const findMatterOf = async (
  tx: Tx,
  jurisdictionId: number,
  table: Child,
  id: number,
): Promise<number | null> => {
  const row = await tx
    .selectFrom(table)
    .select('matter_id')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.matter_id ?? null;
};

/**
 * What is known of the units that a command names, and their names for sentences. They are held as a duty's own
 * reference to its unit would hold them: none of them closes before the command is done.
 */
export const unitFacts = async (
  tx: Tx,
  jurisdictionId: number,
  unitIds: readonly number[],
): Promise<CaseFacts> => {
  if (unitIds.length === 0) return { units: new Map(), unitNames: new Map() };
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'boundary', 'state', 'kind'])
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', 'in', [...new Set(unitIds)])
    .forKeyShare()
    .execute();
  const units = rows.filter((row) => row.kind === 'unit');
  return {
    units: new Map(units.map((row) => [row.id, { open: row.state === 'active', boundary: row.boundary }])),
    unitNames: new Map(rows.map((row) => [row.id, row.name])),
  };
};

const factsOfStaff = async (
  tx: Tx,
  jurisdictionId: number,
  unitId: RawBuilder<unknown>,
): Promise<CaseFacts> => {
  const { rows } = await sql<Required<Pick<CaseFacts, 'sectionIds' | 'handlerIds' | 'leaderIds'>>>`
    with asked as materialized (select ${unitId} as id),
    sections as materialized (
      select s.id from unit s
      where s.jurisdiction_id = ${jurisdictionId} and s.parent_id = (select id from asked) and s.state = 'active')
    select (select coalesce(json_agg(id), '[]') from sections) as "sectionIds",
      coalesce(json_agg(g.person_id) filter (where g.role = 'handler'), '[]') as "handlerIds",
      coalesce(json_agg(g.person_id) filter (where g.role = 'unit-leader'), '[]') as "leaderIds"
    from role_grant g
    join person p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.person_id
    where g.jurisdiction_id = ${jurisdictionId} and p.state = 'active' and g.role in ('handler', 'unit-leader')
      and g.unit_id in (select id from asked union all select id from sections)`.execute(tx);
  return rows[0] ?? {};
};

/** The sections of a unit, who handles in it or in one of them, and who leads it. */
export const staffFacts = (tx: Tx, jurisdictionId: number, unitId: number): Promise<CaseFacts> =>
  factsOfStaff(tx, jurisdictionId, sql`${unitId}::bigint`);

/** The same for the unit that has a duty. */
export const staffOfDuty = (tx: Tx, jurisdictionId: number, assignmentId: number): Promise<CaseFacts> =>
  factsOfStaff(
    tx,
    jurisdictionId,
    sql`(select a.unit_id from assignment a where a.jurisdiction_id = ${jurisdictionId} and a.id = ${assignmentId})`,
  );
