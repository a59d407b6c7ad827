import type { Actor } from '#core/access.ts';
import type { LocalDate } from '#core/words.ts';
import { heldRoles } from '../account/account.views.ts';
import type { Tx } from '../platform/db/database.ts';
import { findCovers } from './absence.views.ts';
import { actingFor } from './stand-in.ts';

/** The people for whom someone stands in today, each with the roles that he carries for them. */
export const coversOf = async (tx: Tx, actor: Actor, today: LocalDate) => {
  const j = actor.jurisdictionId;
  const found = await findCovers(tx, j, actor.personId, today);
  const carried = found.flatMap((cover) => {
    const acting = actingFor(actor, cover);
    return acting === null ? [] : [{ ...cover, grants: acting.grants }];
  });
  if (carried.length === 0) return [];
  const roles = await heldRoles(
    tx,
    j,
    carried.map(({ person }) => person.id),
  );
  return carried.map(({ person, until, grants }) => ({
    person,
    until,
    roles: (roles.get(person.id) ?? []).filter(({ role, unit, organ }) =>
      grants.some((grant) => grant.role === role && grant.unitId === unit?.id && grant.organId === organ?.id),
    ),
  }));
};
