/** Narrow questions that commands ask before a case file is loaded. */
import type { CaseFacts } from '#core/case/case-command.ts';
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

/** What is known of the units that a command names, and their names for sentences. */
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
    .execute();
  const units = rows.filter((row) => row.kind === 'unit');
  return {
    units: new Map(units.map((row) => [row.id, { open: row.state === 'active', boundary: row.boundary }])),
    unitNames: new Map(rows.map((row) => [row.id, row.name])),
  };
};

/** The sections of a unit, and everyone who holds a role in it or in one of its sections. */
export const staffFacts = async (tx: Tx, jurisdictionId: number, unitId: number): Promise<CaseFacts> => {
  const sections = await tx
    .selectFrom('unit')
    .select('id')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('parent_id', '=', unitId)
    .where('state', '=', 'active')
    .execute();
  const sectionIds = sections.map((row) => row.id);
  const people = await tx
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'g.jurisdiction_id').onRef('p.id', '=', 'g.person_id'),
    )
    .select('g.person_id')
    .where('g.jurisdiction_id', '=', jurisdictionId)
    .where('g.unit_id', 'in', [unitId, ...sectionIds])
    .where('p.state', '=', 'active')
    .execute();
  return { sectionIds, peopleIds: people.map((row) => row.person_id) };
};
