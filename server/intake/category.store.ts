import { hangCategories } from '#core/category/hang-categories.ts';
import type { CategoryRow } from '#core/category/read-categories.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { listCategories } from './booklet.views.ts';

export type CategoryFields = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly parentId: number | null;
};

export const findCategory = (tx: Tx, j: number, id: number) =>
  tx
    .selectFrom('category')
    .select(['id', 'organ_id as organId', 'parent_id as parentId', 'version', 'name_zh as nameZh'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .executeTakeFirst();

/** Null: the organ has this code or this name already. */
export const insertCategory = async (
  tx: Tx,
  j: number,
  organId: number,
  { code, nameZh, nameEn, parentId }: CategoryFields,
): Promise<number | null> => {
  const row = await tx
    .insertInto('category')
    .values({
      jurisdiction_id: j,
      organ_id: organId,
      code,
      name_zh: nameZh,
      name_en: nameEn,
      parent_id: parentId,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** Whether another category of the organ has the code or the name. */
export const categoryTaken = async (
  tx: Tx,
  j: number,
  organId: number,
  { code, nameZh }: Pick<CategoryFields, 'code' | 'nameZh'>,
  but: number,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('category')
    .select('id')
    .where('jurisdiction_id', '=', j)
    .where('organ_id', '=', organId)
    .where('id', '<>', but)
    .where((eb) => eb.or([eb('code', '=', code), eb('name_zh', '=', nameZh)]))
    .executeTakeFirst();
  return row !== undefined;
};

export const updateCategory = async (
  tx: Tx,
  j: number,
  id: number,
  { code, nameZh, nameEn, parentId, state }: CategoryFields & { readonly state: 'active' | 'closed' },
): Promise<number> => {
  const { version } = await tx
    .updateTable('category')
    .set((eb) => ({
      code,
      name_zh: nameZh,
      name_en: nameEn,
      parent_id: parentId,
      state,
      version: eb('version', '+', 1),
    }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
};

/**
 * Adds what a list has and the organ has not, in three statements however long the list is; a parent is found by its
 * code or name, in the list or in the tree.
 */
export const addCategories = async (
  tx: Tx,
  j: number,
  organId: number,
  rows: readonly CategoryRow[],
): Promise<{ readonly added: number; readonly known: number }> => {
  const { rows: added } = await sql`
    insert into category (jurisdiction_id, organ_id, code, name_zh, name_en)
    select ${j}, ${organId}, n.code, n.name_zh, n.name_en
    from unnest(${rows.map(({ code }) => code)}::text[], ${rows.map(({ nameZh }) => nameZh)}::text[],
      ${rows.map(({ nameEn }) => nameEn)}::text[]) with ordinality n (code, name_zh, name_en, no) order by n.no
    on conflict do nothing returning id`.execute(tx);
  const hung = hangCategories(rows, await listCategories(tx, j, organId));
  if (hung.length > 0)
    await sql`update category c set parent_id = n.parent_id
      from unnest(${hung.map(({ id }) => id)}::bigint[], ${hung.map(({ parentId }) => parentId)}::bigint[]) n (id, parent_id)
      where c.jurisdiction_id = ${j} and c.organ_id = ${organId} and c.id = n.id`.execute(tx);
  return { added: added.length, known: rows.length - added.length };
};
