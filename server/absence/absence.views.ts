import type { Days, Standing } from '#core/absence/delegation.ts';
import { coverRoles, stillAgreed } from '#core/absence/cover.ts';
import type { Grant } from '#core/access.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import { grantsOf, toGrants } from '../account/caller.views.ts';
import type { Tx } from '../platform/db/database.ts';

type GrantRows = Parameters<typeof toGrants>[0];

export type FoundCover = {
  readonly person: { readonly id: number; readonly name: string; readonly post: string };
  /** What he has now of what was agreed to be lent. */
  readonly grants: readonly Grant[];
  readonly until: LocalDate;
};

type CoverRow = {
  id: number;
  name: string;
  post: string;
  grants: GrantRows;
  agreed: Grant[] | null;
  until: string;
};

/** Who is away today and handed his work to this person; `personId`: only that one. */
export const findCovers = async (
  tx: Tx,
  j: number,
  standInId: number,
  today: LocalDate,
  personId: number | null = null,
): Promise<readonly FoundCover[]> => {
  const { rows } = await sql<CoverRow>`
    select p.id, p.name, p.post, d.until_on as until, d.agreed, ${grantsOf} as grants
    from delegation d
    join person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.person_id and p.state = 'active'
    where d.jurisdiction_id = ${j} and d.to_person_id = ${standInId} and d.ended_at is null
      and ${today}::date between d.from_on and d.until_on
      and (${personId}::bigint is null or d.person_id = ${personId})
    order by d.until_on, p.id`.execute(tx);
  return rows.map(({ id, name, post, until, grants, agreed }) => ({
    person: { id, name, post },
    until,
    grants: stillAgreed(toGrants(grants), agreed),
  }));
};

export type FoundPerson = {
  readonly id: number;
  readonly name: string;
  readonly post: string;
  readonly active: boolean;
  readonly grants: readonly Grant[];
};

type PersonRow = { id: number; name: string; post: string; state: string; grants: GrantRows };

const people = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly FoundPerson[]> => {
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.post, p.state, ${grantsOf} as grants from person p where ${condition} order by p.id`.execute(
    tx,
  );
  return rows.map(({ id, name, post, state, grants }) => ({
    id,
    name,
    post,
    active: state === 'active',
    grants: toGrants(grants),
  }));
};

/** Held until the transaction ends, in the order of their ids: two arrangements about one person follow each other. */
export const holdPeople = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, FoundPerson>> => {
  const wanted = sql`p.jurisdiction_id = ${j} and p.id = any(${[...new Set(ids)]}::bigint[])`;
  await sql`select p.id from person p where ${wanted} order by p.id for no key update`.execute(tx);
  return new Map((await people(tx, wanted)).map((person) => [person.id, person]));
};

export const findPerson = async (tx: Tx, j: number, id: number): Promise<FoundPerson | null> =>
  (await people(tx, sql`p.jurisdiction_id = ${j} and p.id = ${id}`))[0] ?? null;

/**
 * Active people, with all their grants, who hold a grant that could stand beside one of these: in the same unit or its
 * sections, or in the same office of the city. Who of them fits is for the rules.
 */
export const findColleagues = (
  tx: Tx,
  j: number,
  grants: readonly Grant[],
): Promise<readonly FoundPerson[]> => {
  const units = grants.flatMap((grant) => (grant.unitId === undefined ? [] : [grant.within ?? grant.unitId]));
  const roles = grants.filter(({ unitId }) => unitId === undefined).map(({ role }) => role);
  return people(
    tx,
    sql`p.jurisdiction_id = ${j} and p.state = 'active' and p.id in (
      select g.person_id from role_grant g
      left join unit u on u.jurisdiction_id = g.jurisdiction_id and u.id = g.unit_id
      where g.jurisdiction_id = ${j} and g.role = any(${[...coverRoles]}::text[])
        and (coalesce(u.parent_id, u.id) = any(${units}::bigint[]) or g.role = any(${roles}::text[])))`,
  );
};

export type FoundDelegation = Days & {
  readonly id: number;
  readonly person: { readonly id: number; readonly name: string };
  readonly standIn: { readonly id: number; readonly name: string };
  readonly reason: string;
  readonly madeBy: string;
  readonly ended: boolean;
};

/** Delegations about these people or to this stand-in; of what is over, what ended after `since`. */
export const findDelegations = async (
  tx: Tx,
  j: number,
  personIds: readonly number[],
  standInId: number,
  since: LocalDate,
): Promise<readonly FoundDelegation[]> => {
  const { rows } = await sql<FoundDelegation>`
    select d.id, json_build_object('id', p.id, 'name', p.name) as person,
      json_build_object('id', s.id, 'name', s.name) as "standIn",
      d.from_on as "from", d.until_on as until, d.reason, m.name as "madeBy", d.ended_at is not null as ended
    from delegation d
    join person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.person_id
    join person s on s.jurisdiction_id = d.jurisdiction_id and s.id = d.to_person_id
    join person m on m.jurisdiction_id = d.jurisdiction_id and m.id = d.made_by
    where d.jurisdiction_id = ${j} and d.until_on >= ${since}::date
      and (d.person_id = any(${[...personIds]}::bigint[]) or d.to_person_id = ${standInId})
    order by d.from_on desc, d.id desc limit 200`.execute(tx);
  return rows;
};

/** Delegations in force, from today on, in which one of these people takes part. */
export const findStanding = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
  today: LocalDate,
): Promise<readonly Standing[]> => {
  const { rows } = await sql<Standing>`
    select id, person_id as "personId", to_person_id as "standInId", from_on as "from", until_on as until
    from delegation
    where jurisdiction_id = ${j} and ended_at is null and until_on >= ${today}::date
      and (person_id = any(${[...ids]}::bigint[]) or to_person_id = any(${[...ids]}::bigint[]))`.execute(tx);
  return rows;
};
