/** Which slips, notices and acts a person may see, and how he stands to one of them. */
import type { Actor, Standing } from '#core/access.ts';
import { type RawBuilder, sql } from 'kysely';

const organOffice = (role: string): boolean => role === 'congress-office' || role === 'cppcc-office';

export const supervises = (actor: Actor): boolean => actor.grants.some(({ role }) => role === 'supervisor');

/** Organs whose office the actor holds. */
export const organsOf = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, organId }) => (organOffice(role) && organId !== undefined ? [organId] : []));

const unitsOf = (actor: Actor): readonly number[] =>
  actor.grants.flatMap(({ role, unitId }) =>
    (role === 'unit-office' || role === 'unit-leader') && unitId !== undefined ? [unitId] : [],
  );

const seesAll = (actor: Actor): boolean =>
  actor.grants.some(({ role }) => role === 'supervisor' || role === 'city-leader');

/**
 * The condition on rows `x` with `organ_id` (and `unit_id`, where units see their own): the supervisor and city
 * leaders see all, an organ's office what is of its organ alone, a unit's office and leader what their unit was sent.
 */
export const reachOfRows = (actor: Actor, units: 'units' | 'offices'): RawBuilder<unknown> => {
  if (seesAll(actor)) return sql`true`;
  const organs = organsOf(actor);
  const own = units === 'units' ? unitsOf(actor) : [];
  const parts = [
    ...(organs.length > 0 ? [sql`x.organ_id = any(${[...organs]}::bigint[])`] : []),
    ...(own.length > 0 ? [sql`x.unit_id = any(${[...own]}::bigint[])`] : []),
  ];
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
};

/** What decides on a row: its unit as long as it has the duty, and the organ that it is of. */
export type RowParties = { readonly unitId: number; readonly organId: number | null; readonly live: boolean };

export const standingsOnRow = (actor: Actor, row: RowParties): ReadonlySet<Standing> => {
  const found = new Set<Standing>();
  for (const { role, unitId, organId } of actor.grants) {
    if (role === 'supervisor' || role === 'city-leader') found.add(role);
    else if (organOffice(role) && organId !== undefined && organId === row.organId) found.add('organ-office');
    else if ((role === 'unit-office' || role === 'unit-leader') && row.live && unitId === row.unitId)
      found.add(role);
  }
  return found;
};

/** Filters that all three lists share, on rows `x`. */
export const narrowed = (
  filter: {
    readonly organId?: number | undefined;
    readonly year?: number | undefined;
  },
  day: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql.join(
    [
      sql`true`,
      ...(filter.organId === undefined ? [] : [sql`x.organ_id = ${filter.organId}`]),
      ...(filter.year === undefined
        ? []
        : [sql`${day} between ${`${filter.year}-01-01`}::date and ${`${filter.year}-12-31`}::date`]),
    ],
    sql` and `,
  );
