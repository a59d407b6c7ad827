import type { Grant } from '#core/access.ts';
import type { Instant } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

type NewApiToken = {
  readonly name: string;
  readonly personId: number;
  readonly tokenHash: string;
  readonly scopes: readonly string[];
  readonly at: Instant;
  readonly expiresAt: Instant;
};

export const insertApiToken = async (tx: Tx, jurisdictionId: number, token: NewApiToken): Promise<number> => {
  const row = await tx
    .insertInto('api_token')
    .values({
      jurisdiction_id: jurisdictionId,
      name: token.name,
      person_id: token.personId,
      token_hash: token.tokenHash,
      scopes: [...token.scopes],
      created_at: token.at,
      expires_at: token.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** The owner of the token that was revoked; undefined: there is none that is not revoked yet. */
export const revokeApiToken = (
  tx: Tx,
  jurisdictionId: number,
  id: number,
  at: Instant,
): Promise<{ person_id: number; name: string } | undefined> =>
  tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(['person_id', 'name'])
    .executeTakeFirst();

export const touchApiToken = async (
  tx: Tx,
  jurisdictionId: number,
  id: number,
  at: Instant,
): Promise<void> => {
  await tx
    .updateTable('api_token')
    .set({ last_used_at: at })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .execute();
};

export const insertGrants = async (
  tx: Tx,
  jurisdictionId: number,
  personId: number,
  grants: readonly Grant[],
): Promise<void> => {
  await tx
    .insertInto('role_grant')
    .values(
      grants.map((grant) => ({
        jurisdiction_id: jurisdictionId,
        person_id: personId,
        role: grant.role,
        unit_id: grant.unitId ?? null,
        organ_id: grant.organId ?? null,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
};

/** Whether every unit and organ that the grants name exists here, and the organ is of the office's kind. */
export const grantsExist = async (
  tx: Tx,
  jurisdictionId: number,
  grants: readonly Grant[],
): Promise<boolean> => {
  for (const { role, unitId, organId } of grants) {
    if (unitId !== undefined) {
      const unit = await tx
        .selectFrom('unit')
        .select('kind')
        .where('jurisdiction_id', '=', jurisdictionId)
        .where('id', '=', unitId)
        .where('state', '=', 'active')
        .executeTakeFirst();
      // A handler may be named with the unit or with the section.
      if (
        unit === undefined ||
        (role !== 'handler' && unit.kind !== (role === 'section-head' ? 'section' : 'unit'))
      )
        return false;
    }
    if (organId !== undefined) {
      const organ = await tx
        .selectFrom('organ')
        .select('kind')
        .where('jurisdiction_id', '=', jurisdictionId)
        .where('id', '=', organId)
        .executeTakeFirst();
      if (organ?.kind !== (role === 'congress-office' ? 'congress' : 'cppcc')) return false;
    }
  }
  return true;
};
