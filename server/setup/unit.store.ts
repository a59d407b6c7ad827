import { openStages } from '#core/matter/matter.ts';
import type { Actor } from '#core/access.ts';
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type UnitFields = {
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly system: string;
  readonly boundary: boolean;
  readonly duties: string;
  readonly documentPrefix: string;
};

/** The form under which an alias is compared: no spaces, full-width made plain, lower case. */
export const aliasKey = (alias: string): string => alias.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const row = (fields: UnitFields) => ({
  name: fields.name,
  name_en: fields.nameEn,
  short_name: fields.shortName,
  system: fields.system,
  boundary: fields.boundary,
  duties: fields.duties,
  document_prefix: fields.documentPrefix,
});

export const unitNameTaken = async (
  tx: Tx,
  j: number,
  parentId: number | null,
  name: string,
  but: number,
): Promise<boolean> => {
  const found = await tx
    .selectFrom('unit')
    .select('id')
    .where('jurisdiction_id', '=', j)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .where('name', '=', name)
    .where('id', '<>', but)
    .executeTakeFirst();
  return found !== undefined;
};

/** The alias that belongs to another unit already, or null. */
export const aliasTaken = async (
  tx: Tx,
  j: number,
  aliases: readonly string[],
  but: number,
): Promise<string | null> => {
  if (aliases.length === 0) return null;
  const found = await tx
    .selectFrom('unit_alias')
    .select('alias')
    .where('jurisdiction_id', '=', j)
    .where('alias_key', 'in', aliases.map(aliasKey))
    .where('unit_id', '<>', but)
    .executeTakeFirst();
  return found?.alias ?? null;
};

const replaceAliases = async (
  tx: Tx,
  j: number,
  unitId: number,
  aliases: readonly string[],
): Promise<void> => {
  await tx.deleteFrom('unit_alias').where('jurisdiction_id', '=', j).where('unit_id', '=', unitId).execute();
  const keyed = new Map(aliases.map((alias) => [aliasKey(alias), alias]));
  if (keyed.size === 0) return;
  await tx
    .insertInto('unit_alias')
    .values(
      [...keyed].map(([key, alias]) => ({ jurisdiction_id: j, alias_key: key, alias, unit_id: unitId })),
    )
    .execute();
};

export const findUnit = (tx: Tx, actor: Actor, id: number) =>
  tx
    .selectFrom('unit')
    .select(['id', 'version', 'kind', 'parent_id as parentId', 'name', 'state'])
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const insertUnit = async (
  tx: Tx,
  j: number,
  parentId: number | null,
  fields: UnitFields,
): Promise<number> => {
  const { id } = await tx
    .insertInto('unit')
    .values({
      jurisdiction_id: j,
      kind: parentId === null ? 'unit' : 'section',
      parent_id: parentId,
      position: 10_000,
      ...row(fields),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await replaceAliases(tx, j, id, fields.aliases);
  return id;
};

/** `at`: until when it was what it has been; figures as of before count it so. */
export const updateUnit = async (
  tx: Tx,
  j: number,
  id: number,
  fields: UnitFields,
  at: Instant,
): Promise<number> => {
  await sql`insert into unit_past (jurisdiction_id, unit_id, until, system, boundary)
    select jurisdiction_id, id, ${at}::timestamptz, system, boundary from unit
    where jurisdiction_id = ${j} and id = ${id} and (system, boundary) is distinct from (${fields.system}, ${fields.boundary})
    on conflict do nothing`.execute(tx);
  const { version } = await tx
    .updateTable('unit')
    .set((eb) => ({ ...row(fields), version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  await replaceAliases(tx, j, id, fields.aliases);
  return version;
};

/** Open duties of a unit, or of a section. */
export const countOpenDuties = async (tx: Tx, j: number, unitId: number): Promise<number> => {
  const { n } = await tx
    .selectFrom('assignment')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('jurisdiction_id', '=', j)
    .where((eb) => eb.or([eb('unit_id', '=', unitId), eb('section_id', '=', unitId)]))
    .where('state', 'in', ['assigned', 'signed', 'handBackRequested', 'rehandling'])
    .executeTakeFirstOrThrow();
  return Number(n);
};

/**
 * Answered duties of a unit on matters that are not over, which a second round would call back, where no other unit
 * follows this one.
 */
export const countMayReturn = async (tx: Tx, j: number, unitId: number): Promise<number> => {
  const { n } = await tx
    .selectFrom('assignment as a')
    .innerJoin('matter as m', (on) =>
      on.onRef('m.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('m.id', '=', 'a.matter_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('a.jurisdiction_id', '=', j)
    .where('a.unit_id', '=', unitId)
    .where('a.state', '=', 'answered')
    .where('a.role', '<>', 'assist')
    .where('m.stage', 'in', [...openStages])
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** Closes a unit together with its sections; names stay for the past. */
export const setUnitClosed = async (tx: Tx, j: number, id: number): Promise<void> => {
  await tx
    .updateTable('unit')
    .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where((eb) => eb.or([eb('id', '=', id), eb('parent_id', '=', id)]))
    .execute();
};
