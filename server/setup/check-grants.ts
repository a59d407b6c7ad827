import { unitRoles } from '#core/access.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { GrantFields } from './person.store.ts';

export type KnownPlaces = {
  readonly units: ReadonlyMap<number, string>;
  readonly organs: ReadonlyMap<number, string>;
};

const needsUnit = (role: string): boolean => (unitRoles as readonly string[]).includes(role);

const check = (grant: GrantFields, places: KnownPlaces, at: string): Refusal | null => {
  const invalid = refuse('field-invalid', { field: 'grants' }, at);
  if (needsUnit(grant.role)) {
    if (grant.organId !== null) return invalid;
    const kind = grant.unitId === null ? undefined : places.units.get(grant.unitId);
    if (kind === undefined) return refuse('unit-unknown', {}, at);
    if (grant.role === 'section-head' && kind !== 'section') return refuse('section-not-of-unit', {}, at);
    if ((grant.role === 'unit-office' || grant.role === 'unit-leader') && kind !== 'unit')
      return refuse('unit-unknown', {}, at);
    return null;
  }
  if (grant.role === 'congress-office' || grant.role === 'cppcc-office') {
    if (grant.unitId !== null) return invalid;
    const kind = grant.organId === null ? undefined : places.organs.get(grant.organId);
    return kind === grant.role.replace('-office', '')
      ? null
      : refuse('field-invalid', { field: 'organ' }, at);
  }
  return grant.unitId === null && grant.organId === null ? null : invalid;
};

/**
 * Whether roles fit where they are held: unit roles at a unit, a section's head at a section, an organ's office at
 * its organ; and no one who administers the system also handles matters (三员分立, GB/T 22239-2019 8.1.5).
 */
export const checkGrants = (grants: readonly GrantFields[], places: KnownPlaces): Refusal | null => {
  const admin = grants.filter((grant) => grant.role === 'system-admin' || grant.role === 'audit-admin');
  if (admin.length > 0 && grants.length > 1) return refuse('admin-alone', {}, 'grants');
  for (const [index, grant] of grants.entries()) {
    const refusal = check(grant, places, `grants[${index}]`);
    if (refusal !== null) return refusal;
  }
  return null;
};
