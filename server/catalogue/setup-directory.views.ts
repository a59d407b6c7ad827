/** Units, people and organs as an import of them is compared with what is there. */
import type { Role } from '#core/access.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type KnownUnit = {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly system: string;
  readonly boundary: boolean;
  readonly duties: string;
  readonly documentPrefix: string;
};

/** Units and sections in use. */
export const loadKnownUnits = async (tx: Tx, j: number): Promise<readonly KnownUnit[]> => {
  const { rows } = await sql<KnownUnit>`
    select u.id, u.parent_id as "parentId", u.name, u.name_en as "nameEn", u.short_name as "shortName", u.system,
      u.boundary, u.duties, u.document_prefix as "documentPrefix",
      coalesce((select json_agg(a.alias order by a.alias) from unit_alias a
        where a.jurisdiction_id = u.jurisdiction_id and a.unit_id = u.id), '[]') as aliases
    from unit u where u.jurisdiction_id = ${j} and u.state = 'active' order by u.id`.execute(tx);
  return rows;
};

export type KnownGrant = {
  readonly role: Role;
  readonly unitId: number | null;
  readonly organId: number | null;
};

export type KnownPerson = {
  readonly id: number;
  readonly name: string;
  readonly post: string;
  readonly group: string;
  readonly phoneSealed: string | null;
  readonly grants: readonly KnownGrant[];
};

/** People in use with their roles. */
export const loadKnownPeople = async (tx: Tx, j: number): Promise<readonly KnownPerson[]> => {
  const { rows } = await sql<KnownPerson>`
    select p.id, p.name, p.post, p.group_name as "group", p.phone_sealed as "phoneSealed",
      coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'organId', g.organ_id) order by g.id)
        from role_grant g where g.jurisdiction_id = p.jurisdiction_id and g.person_id = p.id), '[]') as grants
    from person p where p.jurisdiction_id = ${j} and p.state = 'active' order by p.id`.execute(tx);
  return rows;
};

export type KnownOrgan = {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly officeName: string;
};

export const loadKnownOrgans = async (tx: Tx, j: number): Promise<readonly KnownOrgan[]> =>
  tx
    .selectFrom('organ')
    .select(['id', 'kind', 'name', 'office_name as officeName'])
    .where('jurisdiction_id', '=', j)
    .orderBy('id')
    .execute();
