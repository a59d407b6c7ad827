import type { CategoryRow } from '#core/category/read-categories.ts';
import type { Tx } from '../platform/db/database.ts';

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

/** Adds what a list has and the organ has not; a parent is found by its code or name, in the list or in the tree. */
export const addCategories = async (
  tx: Tx,
  j: number,
  organId: number,
  rows: readonly CategoryRow[],
): Promise<{ readonly added: number; readonly known: number }> => {
  let added = 0;
  for (const row of rows)
    if ((await insertCategory(tx, j, organId, { ...row, parentId: null })) !== null) added += 1;
  const all = await tx
    .selectFrom('category')
    .select(['id', 'code', 'name_zh as nameZh', 'parent_id as parentId'])
    .where('jurisdiction_id', '=', j)
    .where('organ_id', '=', organId)
    .execute();
  for (const row of rows.filter(({ parent }) => parent !== '')) {
    const own = all.find(({ nameZh }) => nameZh === row.nameZh);
    const parent = all.find(({ code, nameZh }) => nameZh === row.parent || code === row.parent);
    if (own === undefined || parent === undefined || own.parentId !== null || own.id === parent.id) continue;
    if (parent.parentId === own.id) continue;
    await tx
      .updateTable('category')
      .set({ parent_id: parent.id })
      .where('jurisdiction_id', '=', j)
      .where('id', '=', own.id)
      .execute();
  }
  return { added, known: rows.length - added };
};
