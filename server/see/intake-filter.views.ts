/** The ledger by what the review made of a matter: its place in the tree of categories, and the panel that had it. */
import type { Actor } from '#core/access.ts';
import { type RawBuilder, sql } from 'kysely';

/** Whether he is of an office that reviews, or supervises those. */
export const isOffice = (actor: Actor): boolean =>
  actor.grants.some(
    ({ role }) => role === 'supervisor' || role === 'congress-office' || role === 'cppcc-office',
  );

/** Matters `m` of a category and of all under it; the names are read once, and then the index of categories. */
export const ofBranch = (j: number, categoryId: number): RawBuilder<unknown> => sql`
  (m.organ_id = (select c.organ_id from category c where c.jurisdiction_id = ${j} and c.id = ${categoryId})
  and m.category = any(array(with recursive branch as (
      select c.id, c.name_zh from category c where c.jurisdiction_id = ${j} and c.id = ${categoryId}
      union select c.id, c.name_zh from category c join branch b on c.parent_id = b.id where c.jurisdiction_id = ${j})
    select b.name_zh from branch b)))`;

/** Matters `m` that were filed from a panel's submissions. */
export const ofPanel = (actor: Actor, panelId: number): RawBuilder<unknown> =>
  isOffice(actor)
    ? sql`m.id in (select s.matter_id from submission s
        where s.jurisdiction_id = ${actor.jurisdictionId} and s.panel_id = ${panelId} and s.matter_id is not null)`
    : sql`false`;
