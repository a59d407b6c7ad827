import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export const insertOrgan = async (
  tx: Tx,
  j: number,
  organ: {
    readonly kind: string;
    readonly name: string;
    readonly nameEn: string;
    readonly officeName: string;
  },
): Promise<number | null> => {
  const row = await tx
    .insertInto('organ')
    .values({
      jurisdiction_id: j,
      kind: organ.kind,
      name: organ.name,
      name_en: organ.nameEn,
      office_name: organ.officeName,
    })
    .onConflict((on) => on.columns(['jurisdiction_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

export const insertTerm = async (
  tx: Tx,
  j: number,
  organId: number,
  term: { readonly number: number; readonly startsOn: string; readonly endsOn: string | null },
): Promise<number | null> => {
  const row = await tx
    .insertInto('term')
    .values({
      jurisdiction_id: j,
      organ_id: organId,
      number: term.number,
      starts_on: term.startsOn,
      ends_on: term.endsOn,
    })
    .onConflict((on) => on.columns(['jurisdiction_id', 'organ_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

export const insertSession = async (
  tx: Tx,
  j: number,
  place: { readonly termId: number; readonly organId: number },
  session: {
    readonly number: number;
    readonly year: number;
    readonly opensOn: string;
    readonly closesOn: string;
  },
): Promise<number | null> => {
  const row = await tx
    .insertInto('session')
    .values({
      jurisdiction_id: j,
      organ_id: place.organId,
      term_id: place.termId,
      number: session.number,
      year: session.year,
      opens_on: session.opensOn,
      closes_on: session.closesOn,
    })
    .onConflict((on) => on.columns(['jurisdiction_id', 'term_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

export const findOrgan = (tx: Tx, j: number, id: number) =>
  tx
    .selectFrom('organ')
    .select(['id', 'kind'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .executeTakeFirst();

export const findTerm = (tx: Tx, j: number, id: number) =>
  tx
    .selectFrom('term')
    .select(['id', 'organ_id as organId'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .executeTakeFirst();

/** The name and password policy of the own jurisdiction: by a function, for the product's role cannot write that table. */
export const renameJurisdiction = async (
  tx: Tx,
  fields: { readonly name: string; readonly nameEn: string; readonly passwordProfile: string },
): Promise<void> => {
  await sql`select rename_jurisdiction(${fields.name}, ${fields.nameEn}, ${fields.passwordProfile})`.execute(
    tx,
  );
};
