import type { CaseFile } from '#core/case/case-file.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type CaseNames = {
  readonly jurisdiction: string;
  readonly organ: string;
  readonly term: number;
  readonly session: number;
  readonly responsibleLeader: string;
  readonly units: ReadonlyMap<number, string>;
  readonly people: ReadonlyMap<number, { readonly name: string; readonly group: string }>;
};

type Row = {
  jurisdiction: string;
  organ: string;
  term: number;
  session: number;
  responsibleLeader: string;
  units: { id: number; name: string }[];
  people: { id: number; name: string; group: string }[];
};

/** Every name that papers about one case print. */
export const caseNames = async (tx: Tx, jurisdictionId: number, file: CaseFile): Promise<CaseNames> => {
  const unitIds = file.duties.map((duty) => duty.unitId);
  const personIds = [...file.proposerIds, ...file.duties.flatMap((duty) => duty.leaderId ?? [])];
  const { rows } = await sql<{ names: Row }>`
    select json_build_object('jurisdiction', j.name, 'organ', o.name, 'term', t.number, 'session', s.number,
      'responsibleLeader', m.responsible_leader,
      'units', (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]') from unit
        where jurisdiction_id = ${jurisdictionId} and id = any(${unitIds}::bigint[])),
      'people', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'group', group_name)), '[]') from person
        where jurisdiction_id = ${jurisdictionId} and id = any(${personIds}::bigint[]))) as names
    from matter m join jurisdiction j on j.id = m.jurisdiction_id
    join organ o on o.jurisdiction_id = m.jurisdiction_id and o.id = m.organ_id
    join session s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.session_id
    join term t on t.jurisdiction_id = m.jurisdiction_id and t.id = s.term_id
    where m.jurisdiction_id = ${jurisdictionId} and m.id = ${file.matter.id}`.execute(tx);
  const names = rows[0]?.names;
  if (names === undefined) throw new Error(`No names for matter ${file.matter.id}`);
  return {
    ...names,
    units: new Map(names.units.map((unit) => [unit.id, unit.name])),
    people: new Map(names.people.map((person) => [person.id, person])),
  };
};
