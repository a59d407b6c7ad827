/** The synthetic city without its matters: organs, sessions, 80 units, their staff, proposers, and who signs in. */
import type pg from 'pg';
import { hashToken, newToken, writeDotted } from '#server/account/token.ts';
import { foundJurisdiction } from '#server/setup/found-jurisdiction.ts';
import { type Random, randomFrom } from '../demo/random.ts';
import { givenNames, placeHeads, placeMiddles, surnames, unitKinds } from './words.ts';

export type BenchSession = {
  readonly id: number;
  readonly organId: number;
  readonly kind: 'suggestion' | 'proposal';
  readonly year: number;
  readonly closesOn: string;
};
export type BenchUnit = {
  readonly id: number;
  readonly officeId: number;
  readonly handlers: readonly number[];
};
export type City = {
  readonly jurisdictionId: number;
  readonly sessions: readonly BenchSession[];
  readonly units: readonly BenchUnit[];
  readonly proposers: readonly number[];
};

export const years = [2021, 2022, 2023, 2024, 2025, 2026] as const;
const unitCount = 80;
const proposerCount = 2_400;

/** Runs as the owner; the jurisdiction's setting makes it work under forced row-level security too. */
export const bindTo = async (client: pg.Client, jurisdictionId: number): Promise<void> => {
  await client.query(`select set_config('luoshi.jurisdiction', $1, false)`, [String(jurisdictionId)]);
};

type Insert = (table: string, row: Record<string, unknown>) => Promise<number>;

const inserter =
  (client: pg.Client, jurisdictionId: number): Insert =>
  async (table, row) => {
    const names = Object.keys(row);
    const { rows } = await client.query<{ id: string }>(
      `insert into ${table} (jurisdiction_id, ${names.join(', ')})
       values ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')}) returning id`,
      [jurisdictionId, ...Object.values(row)],
    );
    return Number(rows[0]?.id);
  };

const makeSessions = async (insert: Insert): Promise<BenchSession[]> => {
  const sessions: BenchSession[] = [];
  for (const organKind of ['congress', 'cppcc'] as const) {
    const name = organKind === 'congress' ? '试验市人民代表大会' : '政协试验市委员会';
    const organId = await insert('organ', { kind: organKind, name, office_name: `${name}办公室` });
    const term = await insert('term', { organ_id: organId, number: 15, starts_on: '2021-01-10' });
    for (const [index, year] of years.entries()) {
      const closesOn = `${year}-01-16`;
      const row = { organ_id: organId, term_id: term, number: index + 1, year };
      const id = await insert('session', { ...row, opens_on: `${year}-01-12`, closes_on: closesOn });
      const kind = organKind === 'congress' ? 'suggestion' : 'proposal';
      sessions.push({ id, organId, kind, year, closesOn });
    }
  }
  return sessions;
};

const makeUnits = async (insert: Insert): Promise<BenchUnit[]> => {
  const units: BenchUnit[] = [];
  for (let n = 0; n < unitCount; n += 1) {
    const area =
      n < unitKinds.length ? '市' : `${placeHeads[n % placeHeads.length]}${placeMiddles[n % 29]}区`;
    const name = `${area}${unitKinds[n % unitKinds.length]}`;
    const row = { kind: 'unit', name, short_name: name, document_prefix: `${name}函`, position: n };
    const id = await insert('unit', { ...row, boundary: n % 17 === 16 });
    const person = async (role: string): Promise<number> => {
      const personId = await insert('person', { name: `${role}${n + 1}` });
      await insert('role_grant', { person_id: personId, role, unit_id: id });
      return personId;
    };
    const officeId = await person('unit-office');
    units.push({ id, officeId, handlers: [await person('handler'), await person('handler')] });
  }
  return units;
};

const makeProposers = async (client: pg.Client, j: number, random: Random): Promise<number[]> => {
  const names = Array.from(
    { length: proposerCount },
    (_, n) =>
      `${surnames[n % surnames.length]}${random.pick(givenNames)}${givenNames[Math.floor(n / 36) % givenNames.length]}`,
  );
  const { rows } = await client.query<{ id: string }>(
    `insert into person (jurisdiction_id, name, group_name)
     select $1, name, '第' || (n % 20 + 1) || '代表团' from unnest($2::text[]) with ordinality given (name, n)
     returning id`,
    [j, names],
  );
  await client.query(
    `insert into role_grant (jurisdiction_id, person_id, role) select $1, id, 'proposer' from unnest($2::bigint[]) id`,
    [j, rows.map((row) => row.id)],
  );
  return rows.map((row) => Number(row.id));
};

/** Founds the city in an empty database. */
export const foundCity = async (client: pg.Client, ownerUrl: string): Promise<City> => {
  const founding = {
    code: 'bench',
    name: '试验市',
    nameEn: 'Bench City',
    preset: 'national',
    demo: false,
  } as const;
  const jurisdictionId = await foundJurisdiction(ownerUrl, founding);
  await bindTo(client, jurisdictionId);
  const insert = inserter(client, jurisdictionId);
  const sessions = await makeSessions(insert);
  const units = await makeUnits(insert);
  const supervisor = await insert('person', { name: '督查员' });
  await insert('role_grant', { person_id: supervisor, role: 'supervisor' });
  const proposers = await makeProposers(client, jurisdictionId, randomFrom(11));
  return { jurisdictionId, sessions, units, proposers };
};

/** A cookie of a fresh session of this person; makes his account when he has none. */
export const signIn = async (client: pg.Client, j: number, personId: number): Promise<string> => {
  const username = `bench${personId}`;
  await client.query(
    `insert into account (jurisdiction_id, person_id, username, username_key, password_hash)
     values ($1, $2, $3, $3, 'none') on conflict do nothing`,
    [j, personId, username],
  );
  const token = newToken();
  await client.query(
    `insert into sign_in (jurisdiction_id, token_hash, account_id, person_id, started_at, last_seen_at, confirmed_at, second_factor)
     select $1, $2, id, person_id, now(), now(), now(), true from account where jurisdiction_id = $1 and person_id = $3`,
    [j, hashToken(token), personId],
  );
  return `__Host-luoshi=${writeDotted(j, token)}`;
};
