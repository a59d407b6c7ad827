import type { Tx } from '../platform/db/database.ts';

export type PanelFields = {
  readonly name: string;
  readonly categories: readonly string[];
  readonly memberIds: readonly number[];
};

export const findPanel = (tx: Tx, j: number, id: number) =>
  tx
    .selectFrom('review_panel')
    .select(['id', 'organ_id as organId', 'version', 'state'])
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .executeTakeFirst();

const setMembers = async (
  tx: Tx,
  j: number,
  panelId: number,
  memberIds: readonly number[],
): Promise<void> => {
  await tx
    .deleteFrom('review_panel_member')
    .where('jurisdiction_id', '=', j)
    .where('panel_id', '=', panelId)
    .execute();
  const members = [...new Set(memberIds)];
  if (members.length > 0)
    await tx
      .insertInto('review_panel_member')
      .values(members.map((personId) => ({ jurisdiction_id: j, panel_id: panelId, person_id: personId })))
      .execute();
};

/** Null: the organ has a panel of this name. */
export const insertPanel = async (
  tx: Tx,
  j: number,
  organId: number,
  { name, categories, memberIds }: PanelFields,
): Promise<number | null> => {
  const row = await tx
    .insertInto('review_panel')
    .values({ jurisdiction_id: j, organ_id: organId, name, categories: [...categories] })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return null;
  await setMembers(tx, j, row.id, memberIds);
  return row.id;
};

export const panelNameTaken = async (
  tx: Tx,
  j: number,
  organId: number,
  name: string,
  but: number,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('review_panel')
    .select('id')
    .where('jurisdiction_id', '=', j)
    .where('organ_id', '=', organId)
    .where('name', '=', name)
    .where('id', '<>', but)
    .executeTakeFirst();
  return row !== undefined;
};

export const updatePanel = async (
  tx: Tx,
  j: number,
  id: number,
  { name, categories, memberIds, state }: PanelFields & { readonly state: 'active' | 'closed' },
): Promise<number> => {
  await setMembers(tx, j, id, memberIds);
  const { version } = await tx
    .updateTable('review_panel')
    .set((eb) => ({ name, categories: [...categories], state, version: eb('version', '+', 1) }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
};

/** Names who looks at the submissions of a delegation or sector, instead of those who did. */
export const replaceLookers = async (
  tx: Tx,
  j: number,
  organId: number,
  group: string,
  personIds: readonly number[],
): Promise<void> => {
  await tx
    .deleteFrom('group_looker')
    .where('jurisdiction_id', '=', j)
    .where('organ_id', '=', organId)
    .where('group_name', '=', group)
    .execute();
  const people = [...new Set(personIds)];
  if (people.length > 0)
    await tx
      .insertInto('group_looker')
      .values(
        people.map((personId) => ({
          jurisdiction_id: j,
          organ_id: organId,
          group_name: group,
          person_id: personId,
        })),
      )
      .execute();
};

/** Whether all of them are people of this jurisdiction, in office. */
export const knowsPeople = async (tx: Tx, j: number, ids: readonly number[]): Promise<boolean> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('jurisdiction_id', '=', j)
    .where('id', 'in', wanted)
    .where('state', '=', 'active')
    .execute();
  return rows.length === wanted.length;
};
