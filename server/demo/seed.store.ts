/** Writes the demo city's people and units; its matters then live through the product's own use cases. */
import type { DemoCity, DemoGrant, DemoPerson } from '../../demo/demo.ts';
import type { Actor, Grant } from '#core/access.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { DemoIds } from './replay.ts';

export type SeedOptions = {
  readonly jurisdictionId: number;
  /** Seals a phone number for storage. */
  readonly seal: (text: string) => string;
  readonly passwordHash: string;
};

export type OrganIds = {
  readonly organs: ReadonlyMap<string, number>;
  readonly sessions: ReadonlyMap<string, number>;
};

export const seedOrgans = async (tx: Tx, city: DemoCity, j: number): Promise<OrganIds> => {
  const organs = new Map<string, number>();
  const sessions = new Map<string, number>();
  for (const organ of city.organs) {
    const { id: organId } = await tx
      .insertInto('organ')
      .values({
        jurisdiction_id: j,
        kind: organ.key,
        name: organ.name.zh,
        name_en: organ.name.en,
        office_name: organ.office.zh,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    organs.set(organ.key, organId);
    for (const term of organ.terms) {
      const { id: termId } = await tx
        .insertInto('term')
        .values({
          jurisdiction_id: j,
          organ_id: organId,
          number: term.number,
          starts_on: term.from,
          ends_on: term.to,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      for (const session of term.sessions) {
        const { id } = await tx
          .insertInto('session')
          .values({
            jurisdiction_id: j,
            organ_id: organId,
            term_id: termId,
            number: session.number,
            year: session.year,
            opens_on: session.opens,
            closes_on: session.closes,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        sessions.set(session.key, id);
      }
    }
  }
  return { organs, sessions };
};

export type UnitIds = {
  readonly units: ReadonlyMap<string, number>;
  readonly sections: ReadonlyMap<string, number>;
};

export const seedUnits = async (tx: Tx, city: DemoCity, j: number): Promise<UnitIds> => {
  const units = new Map<string, number>();
  const sections = new Map<string, number>();
  for (const [position, unit] of city.units.entries()) {
    const { id } = await tx
      .insertInto('unit')
      .values({
        jurisdiction_id: j,
        kind: 'unit',
        name: unit.name.zh,
        name_en: unit.name.en,
        short_name: unit.short,
        system: unit.system,
        boundary: unit.boundary,
        duties: unit.functions.join('、'),
        document_prefix: unit.documentWord,
        position,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    units.set(unit.key, id);
    for (const alias of unit.aliases)
      await tx
        .insertInto('unit_alias')
        .values({ jurisdiction_id: j, alias, alias_key: alias, unit_id: id })
        .onConflict((on) => on.doNothing())
        .execute();
    for (const [place, section] of unit.sections.entries()) {
      const row = await tx
        .insertInto('unit')
        .values({
          jurisdiction_id: j,
          kind: 'section',
          parent_id: id,
          name: section.name.zh,
          name_en: section.name.en,
          position: place,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      sections.set(section.key, row.id);
    }
  }
  return { units, sections };
};

const unitOf = (grant: DemoGrant, ids: UnitIds): number | undefined => {
  if (grant.section !== undefined && (grant.role === 'section-head' || grant.role === 'handler'))
    return ids.sections.get(grant.section);
  return grant.unit === undefined ? undefined : ids.units.get(grant.unit);
};

const grantOf = (grant: DemoGrant, ids: UnitIds, organs: ReadonlyMap<string, number>): Grant => {
  const unitId = unitOf(grant, ids);
  const whole = grant.unit === undefined ? undefined : ids.units.get(grant.unit);
  const organId =
    grant.organ === undefined || grant.role === 'proposer' ? undefined : organs.get(grant.organ);
  return {
    role: grant.role,
    ...(unitId === undefined ? {} : { unitId }),
    ...(whole === undefined || whole === unitId ? {} : { within: whole }),
    ...(organId === undefined ? {} : { organId }),
  };
};

const insertPerson = async (tx: Tx, person: DemoPerson, options: SeedOptions): Promise<number> => {
  const { id } = await tx
    .insertInto('person')
    .values({
      jurisdiction_id: options.jurisdictionId,
      name: person.name,
      post: person.title.zh,
      group_name: person.group?.zh ?? '',
      phone_sealed: options.seal(person.phone),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Everyone with grants; answers with ids and with the actors that replay the stories. */
export const seedPeople = async (
  tx: Tx,
  city: DemoCity,
  units: UnitIds,
  { organs }: OrganIds,
  options: SeedOptions,
): Promise<Pick<DemoIds, 'people' | 'actors' | 'persons'>> => {
  const people = new Map<string, number>();
  const actors = new Map<string, Actor>();
  for (const person of city.people) {
    const id = await insertPerson(tx, person, options);
    people.set(person.key, id);
    const grants = person.grants.map((grant) => grantOf(grant, units, organs));
    actors.set(person.key, {
      jurisdictionId: options.jurisdictionId,
      personId: id,
      name: person.name,
      grants,
      via: 'session',
    });
    for (const grant of grants)
      await tx
        .insertInto('role_grant')
        .values({
          jurisdiction_id: options.jurisdictionId,
          person_id: id,
          role: grant.role,
          unit_id: grant.unitId ?? null,
          organ_id: grant.organId ?? null,
        })
        .onConflict((on) => on.doNothing())
        .execute();
  }
  for (const persona of city.personas) {
    const personId = people.get(persona.person);
    if (personId === undefined) throw new Error(`Persona ${persona.username} is nobody`);
    await tx
      .insertInto('account')
      .values({
        jurisdiction_id: options.jurisdictionId,
        person_id: personId,
        username: persona.username,
        username_key: persona.username.toLowerCase(),
        password_hash: options.passwordHash,
      })
      .execute();
  }
  return { people, actors, persons: new Map(city.people.map((person) => [person.key, person])) };
};

/** Nobody opens three years of notices on his first morning: what is older than ten days has been read. */
export const readOldNotices = async (tx: Tx, j: number, today: string): Promise<void> => {
  await sql`update notice set read_at = at where jurisdiction_id = ${j} and at < ${today}::date - 10`.execute(
    tx,
  );
};

/** Those of the duties on whose matters nothing has happened since, in the order given. */
export const dutiesQuietSince = async (
  tx: Tx,
  jurisdictionId: number,
  ids: readonly number[],
  since: string,
): Promise<readonly number[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('assignment as a')
    .select('a.id')
    .where('a.jurisdiction_id', '=', jurisdictionId)
    .where('a.id', 'in', [...ids])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journal as q')
            .select('q.n')
            .whereRef('q.jurisdiction_id', '=', 'a.jurisdiction_id')
            .whereRef('q.matter_id', '=', 'a.matter_id')
            .where('q.at', '>=', since),
        ),
      ),
    )
    .execute();
  const quiet = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => quiet.has(id));
};
