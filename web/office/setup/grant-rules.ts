/** Where a role can be held, and one person's roles as a form keeps them. The server checks the same. */
import type { role } from '#contract/setup.ts';

export type RoleName = (typeof role.options)[number];
export type PlaceKind = 'unit' | 'section' | 'unitOrSection' | 'congress' | 'cppcc' | 'none';

const places = {
  'system-admin': 'none',
  'audit-admin': 'none',
  supervisor: 'none',
  'congress-office': 'congress',
  'cppcc-office': 'cppcc',
  'city-leader': 'none',
  'unit-office': 'unit',
  'unit-leader': 'unit',
  'section-head': 'section',
  handler: 'unitOrSection',
  proposer: 'none',
} as const satisfies Record<RoleName, PlaceKind>;

export const placeOf = (role: RoleName): PlaceKind => places[role];

/** Of a service account: nobody rates, and nobody reads the journal, by program. */
export const isForPeopleOnly = (role: RoleName): boolean => role === 'proposer' || role === 'audit-admin';

/** One line of the form; `placeId` is a unit, a section or an organ, as the role asks. */
export type GrantLine = { readonly role?: RoleName; readonly placeId?: number | null };

export type GrantBody = {
  readonly role: RoleName;
  readonly unitId: number | null;
  readonly organId: number | null;
};

const isOrgan = (kind: PlaceKind): boolean => kind === 'congress' || kind === 'cppcc';

/** What the server takes; a line without a role says nothing. */
export const bodiesOf = (lines: readonly GrantLine[]): readonly GrantBody[] =>
  lines.flatMap(({ role, placeId }): GrantBody[] => {
    if (role === undefined) return [];
    const kind = placeOf(role);
    const place = kind === 'none' ? null : (placeId ?? null);
    return [{ role, unitId: isOrgan(kind) ? null : place, organId: isOrgan(kind) ? place : null }];
  });

export const linesOf = (
  grants: readonly {
    readonly role: RoleName;
    readonly unit: { readonly id: number } | null;
    readonly organ: { readonly id: number } | null;
  }[],
): GrantLine[] => grants.map(({ role, unit, organ }) => ({ role, placeId: unit?.id ?? organ?.id ?? null }));

/** Whoever administers or audits the system holds no other role (三员分立, GB/T 22239-2019 8.1.5). */
export const mixesAdministrator = (lines: readonly GrantLine[]): boolean =>
  lines.length > 1 && lines.some(({ role }) => role === 'system-admin' || role === 'audit-admin');

type Place = {
  readonly id: number;
  readonly parentId: number | null;
  readonly kind: 'unit' | 'section';
  readonly state: 'active' | 'closed';
};

/** Units or sections that fit a role; a closed one only where it is held already. Sections follow their unit. */
export const placesFor = <P extends Place>(
  kind: PlaceKind,
  all: readonly P[],
  held: number | null,
): readonly P[] =>
  all.filter((place) => {
    if (place.state === 'closed' && place.id !== held) return false;
    return kind === 'unitOrSection' || place.kind === kind;
  });
