/**
 * What a stand-in may do for someone who is away. Only offices and units hand on their work: the verdict on a reply is
 * the proposer's alone (law 3), and an administrator's powers are lent to nobody (domain practice, unverified).
 */
import type { Grant, Role } from '../access.ts';

/** Who can be away with a stand-in, and stand in: everyone but proposers and administrators. */
export const coverRoles = [
  'supervisor',
  'congress-office',
  'cppcc-office',
  'city-leader',
  'unit-office',
  'unit-leader',
  'section-head',
  'handler',
] as const satisfies readonly Role[];

const citywide: readonly Role[] = ['supervisor', 'city-leader'];

/** The unit at the top to which a unit role belongs; null: the role is of no unit. */
const unitOf = (grant: Grant): number | null => {
  const coverable = (coverRoles as readonly Role[]).includes(grant.role);
  return coverable && grant.unitId !== undefined ? (grant.within ?? grant.unitId) : null;
};

/** Whether who holds `theirs` works in the office or the unit in which `grant` has its effect. */
const isOfSameHouse = (grant: Grant, theirs: readonly Grant[]): boolean => {
  if (citywide.includes(grant.role)) return theirs.some(({ role }) => role === grant.role);
  const unit = unitOf(grant);
  if (unit !== null) return theirs.some((one) => unitOf(one) === unit);
  return (
    (grant.role === 'congress-office' || grant.role === 'cppcc-office') &&
    theirs.some(({ role, organId }) => role === grant.role && organId === grant.organId)
  );
};

/**
 * The grants of an absent person that his stand-in carries while acting for him: those whose unit or office is the
 * stand-in's own as well. Asked anew at each request, so that who changes office covers there no longer.
 */
export const coveredGrants = (absent: readonly Grant[], standIn: readonly Grant[]): readonly Grant[] =>
  absent.filter((grant) => isOfSameHouse(grant, standIn));

const isSame = (one: Grant, other: Grant): boolean =>
  one.role === other.role && one.unitId === other.unitId && one.organId === other.organId;

/**
 * Of the grants that an absent person has now, those of which it was agreed that they are lent: what he is given
 * later he lends only by a new delegation. Null: made before this was written down, and nothing is held back.
 */
export const stillAgreed = (held: readonly Grant[], agreed: readonly Grant[] | null): readonly Grant[] =>
  agreed === null ? held : held.filter((grant) => agreed.some((one) => isSame(one, grant)));

/** Units whose office someone holds: for their people he may arrange. */
const officeUnits = (grants: readonly Grant[]): readonly number[] =>
  grants.flatMap((grant) =>
    grant.role === 'unit-office' && grant.unitId !== undefined ? [grant.unitId] : [],
  );

/**
 * Whether someone may arrange the absence of another: his unit's office, or a colleague of the same office of the city.
 */
export const mayArrange = (maker: readonly Grant[], absent: readonly Grant[]): boolean =>
  absent.some((grant) => mayLend(maker, grant));

/** Whether someone may lend this one power of another: he has a say in the house in which it has its effect. */
export const mayLend = (maker: readonly Grant[], grant: Grant): boolean => {
  const unit = unitOf(grant);
  return unit === null ? isOfSameHouse(grant, maker) : officeUnits(maker).includes(unit);
};
