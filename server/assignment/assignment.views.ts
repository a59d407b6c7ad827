import type { Actor } from '#core/access.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** Live duties of one handler in one unit, oldest first. */
export const dutiesOfHandler = async (
  tx: Tx,
  jurisdictionId: number,
  unitId: number,
  handlerId: number,
): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('assignment as a')
    .innerJoin('matter as m', (on) =>
      on.onRef('m.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('m.id', '=', 'a.matter_id'),
    )
    .select('a.id')
    .where('a.jurisdiction_id', '=', jurisdictionId)
    .where('a.unit_id', '=', unitId)
    .where('a.handler_id', '=', handlerId)
    .where('a.live', '=', true)
    // What has ended stays in the name of whoever handled it.
    .where('m.stage', 'not in', ['closed', 'withdrawn'])
    .orderBy('a.id')
    .execute();
  return rows.map((row) => row.id);
};

/** Until which day someone is away today, and who acts for him. */
type Away = { until: string; standIn: string } | null;

type Staff = {
  sections: { id: number; name: string }[];
  handlers: { id: number; name: string; sectionId: number | null; openDuties: number; away: Away }[];
  leaders: { id: number; name: string; away: Away }[];
};

const maySeeStaff = (actor: Actor, unitId: number, sectionIds: readonly number[]): boolean =>
  actor.grants.some(
    (grant) =>
      grant.role === 'supervisor' ||
      (grant.role === 'unit-office' && grant.unitId === unitId) ||
      (grant.role === 'section-head' && grant.unitId !== undefined && sectionIds.includes(grant.unitId)),
  );

/** Sections, handlers with their open duties, and leaders of one unit; null: not for this actor. */
export const viewStaff = async (
  tx: Tx,
  actor: Actor,
  unitId: number,
  today: LocalDate,
): Promise<Staff | null> => {
  const { rows } = await sql<{ staff: Staff }>`
    with inside as (
      select id, name, parent_id, position from unit
      where jurisdiction_id = ${actor.jurisdictionId} and (id = ${unitId} or parent_id = ${unitId}) and state = 'active'),
    held as (
      select g.person_id, g.role, g.unit_id, p.name,
        (select json_build_object('until', d.until_on, 'standIn', s.name) from delegation d
          join person s on s.jurisdiction_id = d.jurisdiction_id and s.id = d.to_person_id
          where d.jurisdiction_id = g.jurisdiction_id and d.person_id = g.person_id and d.ended_at is null
            and ${today}::date between d.from_on and d.until_on limit 1) as away
      from role_grant g
      join person p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.person_id and p.state = 'active'
      where g.jurisdiction_id = ${actor.jurisdictionId} and g.unit_id in (select id from inside))
    select json_build_object(
      'sections', (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by position, id), '[]')
        from inside where parent_id is not null),
      'handlers', (select coalesce(json_agg(json_build_object('id', person_id, 'name', name, 'away', away,
          'sectionId', case when unit_id = ${unitId} then null else unit_id end,
          'openDuties', (select count(*) from assignment a where a.jurisdiction_id = ${actor.jurisdictionId}
             and a.handler_id = person_id and a.state in ('assigned', 'signed', 'rehandling', 'handBackRequested'))) order by person_id), '[]')
        from held where role = 'handler'),
      'leaders', (select coalesce(json_agg(json_build_object('id', person_id, 'name', name, 'away', away) order by person_id), '[]')
        from held where role = 'unit-leader')) as staff`.execute(tx);
  const staff = rows[0]?.staff;
  if (staff === undefined) return null;
  return maySeeStaff(
    actor,
    unitId,
    staff.sections.map((section) => section.id),
  )
    ? staff
    : null;
};
