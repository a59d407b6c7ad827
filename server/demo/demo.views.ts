import type { Tx } from '../platform/db/database.ts';

/** Demo sign-ins of a demo jurisdiction; nothing anywhere else. */
export const listPersonas = async (tx: Tx, jurisdictionId: number, usernames: readonly string[]) => {
  const place = await tx
    .selectFrom('jurisdiction')
    .select('demo')
    .where('id', '=', jurisdictionId)
    .executeTakeFirst();
  if (place?.demo !== true || usernames.length === 0) return [];
  const rows = await tx
    .selectFrom('account as a')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.username', 'p.name'])
    .where('a.jurisdiction_id', '=', jurisdictionId)
    .where('a.username', 'in', [...usernames])
    .execute();
  return rows.sort((a, b) => usernames.indexOf(a.username) - usernames.indexOf(b.username));
};
