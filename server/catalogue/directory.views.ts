/** What a catalogue is compared with: units, proposers, sessions and the matters that are there already. */
import type { Past } from '#core/assignment/past.ts';
import type { DirectoryPerson, DirectoryUnit } from '#core/catalogue/match-names.ts';
import type { ExistingMatter } from '#core/catalogue/match-rows.ts';
import type { HandlingRole, MatterKind, MatterLevel, ProposerType } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type SessionInfo = {
  readonly id: number;
  readonly organId: number;
  readonly organKind: 'congress' | 'cppcc';
  readonly organName: string;
  readonly term: number;
  readonly number: number;
  readonly year: number;
  readonly closesOn: LocalDate;
};

export type Directory = {
  readonly units: readonly DirectoryUnit[];
  /** Active units that may be given a duty, with what a plan must know of them. */
  readonly unitFacts: ReadonlyMap<
    number,
    { readonly name: string; readonly open: boolean; readonly boundary: boolean }
  >;
  readonly proposers: readonly DirectoryPerson[];
  /** Remembered decisions on names that several people bear, by `personPair`. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly sessions: readonly SessionInfo[];
};

const loadUnits = (tx: Tx, j: number) =>
  sql<{ id: number; name: string; shortName: string; boundary: boolean; aliases: string[] }>`
    select u.id, u.name, u.short_name as "shortName", u.boundary,
      coalesce((select json_agg(a.alias) from unit_alias a
        where a.jurisdiction_id = u.jurisdiction_id and a.unit_id = u.id), '[]') as aliases
    from unit u where u.jurisdiction_id = ${j} and u.kind = 'unit' and u.state = 'active'
    order by u.id`.execute(tx);

const loadProposers = (tx: Tx, j: number) =>
  sql<{ id: number; name: string; group: string }>`
    select p.id, p.name, p.group_name as "group" from person p
    where p.jurisdiction_id = ${j} and p.state = 'active' and exists (
      select 1 from role_grant g
      where g.jurisdiction_id = p.jurisdiction_id and g.person_id = p.id and g.role = 'proposer')
    order by p.id`.execute(tx);

export const loadSessions = async (tx: Tx, j: number): Promise<readonly SessionInfo[]> => {
  const { rows } = await sql<SessionInfo>`
    select s.id, s.organ_id as "organId", o.kind as "organKind", o.name as "organName", t.number as term, s.number,
      s.year, s.closes_on as "closesOn"
    from session s
    join organ o on o.jurisdiction_id = s.jurisdiction_id and o.id = s.organ_id
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    where s.jurisdiction_id = ${j} order by s.year desc, s.id desc`.execute(tx);
  return rows;
};

/** The directory of a jurisdiction, as names of a catalogue are matched against it. */
export const loadDirectory = async (tx: Tx, j: number): Promise<Directory> => {
  const units = (await loadUnits(tx, j)).rows;
  const proposers = (await loadProposers(tx, j)).rows;
  const aliases = await tx
    .selectFrom('person_alias')
    .select(['alias_key', 'alias', 'person_id'])
    .where('jurisdiction_id', '=', j)
    .execute();
  const plain = Map.groupBy(
    aliases.filter((one) => !one.alias_key.includes('@')),
    (one) => one.person_id,
  );
  return {
    units: units.map((unit) => ({
      id: String(unit.id),
      name: unit.name,
      shortName: unit.shortName === '' ? null : unit.shortName,
      aliases: unit.aliases,
    })),
    unitFacts: new Map(
      units.map((unit) => [unit.id, { name: unit.name, open: true, boundary: unit.boundary }]),
    ),
    proposers: proposers.map((person) => ({
      id: String(person.id),
      name: person.name,
      delegationOrSector: person.group === '' ? null : person.group,
      aliases: (plain.get(person.id) ?? []).map((one) => one.alias),
    })),
    pairs: new Map(
      aliases.flatMap((one) => (one.alias_key.includes('@') ? [[one.alias_key, one.person_id]] : [])),
    ),
    sessions: await loadSessions(tx, j),
  };
};

type HeadRow = {
  id: number;
  kind: MatterKind;
  caseNo: string;
  title: string;
  year: number;
  inSession: boolean;
  term: number;
  number: number;
};

/** Numbers and titles of all matters of these sessions: enough to find which row means which matter. */
export const loadHeads = async (
  tx: Tx,
  j: number,
  sessionIds: readonly number[],
): Promise<readonly ExistingMatter[]> => {
  if (sessionIds.length === 0) return [];
  const { rows } = await sql<HeadRow>`
    select m.id, m.kind, m.case_no as "caseNo", m.title, m.year, m.in_session as "inSession", t.number as term, s.number
    from matter m
    join session s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id
    join term t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.term_id
    where m.jurisdiction_id = ${j} and m.session_id = any(${[...sessionIds]}::bigint[])
    order by m.id`.execute(tx);
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind,
    caseNo: row.caseNo,
    term: row.term,
    sessionNo: row.number,
    inSession: row.inSession,
    year: row.year,
    level: null,
    proposerType: null,
    priority: null,
    title: row.title,
    body: null,
    points: [],
    proposers: [],
    coSigners: [],
    delegationOrSector: null,
    category: null,
    units: [],
    assignedOn: null,
    dueOn: null,
    filedOn: null,
    phone: null,
    publicConsent: null,
    note: null,
  }));
};

export type MatterDetail = {
  readonly id: number;
  readonly stage: string;
  readonly body: string;
  readonly category: string | null;
  readonly consent: string;
  readonly level: MatterLevel;
  readonly proposerType: ProposerType;
  readonly priority: boolean;
  readonly filedOn: LocalDate;
  readonly assignedOn: LocalDate | null;
  readonly points: readonly string[];
  readonly proposers: readonly { readonly id: number; readonly name: string }[];
  readonly units: readonly {
    readonly unitId: number;
    readonly role: HandlingRole;
    readonly name: string;
    readonly past: Past | null;
  }[];
  readonly closedOn: LocalDate | null;
};

/** What a row of these matters may state: everything but what `loadHeads` gives. */
export const loadDetails = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, MatterDetail>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<MatterDetail>`
    select m.id, m.stage, t.body, m.category, m.public_consent as consent, m.level, m.proposer_type as "proposerType", m.priority, m.filed_on as "filedOn",
      m.assigned_on as "assignedOn", m.closed_on as "closedOn",
      (select coalesce(json_agg(p.text order by p.no), '[]') from point p
        where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as points,
      (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.name) order by p.position), '[]')
        from proposer p join person q on q.jurisdiction_id = p.jurisdiction_id and q.id = p.person_id
        where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as proposers,
      (select coalesce(json_agg(json_build_object('unitId', a.unit_id, 'role', a.role, 'past', a.past,
          'name', (select u.name from unit u where u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id)) order by a.id), '[]')
        from assignment a where a.jurisdiction_id = m.jurisdiction_id and a.matter_id = m.id and a.live) as units
    from matter m join matter_text t on t.jurisdiction_id = m.jurisdiction_id and t.matter_id = m.id
    where m.jurisdiction_id = ${j} and m.id = any(${[...ids]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};
