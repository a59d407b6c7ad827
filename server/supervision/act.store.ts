import type { Actor } from '#core/access.ts';
import type { SupervisionAct } from '#core/supervision/supervision-act.ts';
import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

/** Stores an act with what it is about; answers with its id. */
export const insertAct = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  act: SupervisionAct,
  organId: number | null,
): Promise<number> => {
  const j = actor.jurisdictionId;
  const { id } = await tx
    .insertInto('supervision_act')
    .values({
      jurisdiction_id: j,
      organ_id: organId,
      kind: act.kind,
      amount: act.amount,
      people: act.people,
      day: act.on,
      who: act.who,
      with_whom: act.withWhom,
      place: act.place,
      result: act.result,
      entered_by: actor.personId,
      entered_at: at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const of = { jurisdiction_id: j, act_id: id };
  const matters = [...new Set(act.matterIds)].map((matter_id) => ({ ...of, matter_id }));
  const units = [...new Set(act.unitIds)].map((unit_id) => ({ ...of, unit_id }));
  if (matters.length > 0) await tx.insertInto('supervision_act_matter').values(matters).execute();
  if (units.length > 0) await tx.insertInto('supervision_act_unit').values(units).execute();
  return id;
};

/** Makes uploads a part of the act. False, and nothing is to be kept: one is another's, or belongs elsewhere already. */
export const takeUpForAct = async (
  tx: Tx,
  actor: Actor,
  actId: number,
  fileIds: readonly number[],
): Promise<boolean> => {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return true;
  const taken = await tx
    .updateTable('file')
    .set({ supervision_act_id: actId })
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', 'in', wanted)
    .where('purpose', '=', 'supervision')
    .where('uploaded_by', '=', actor.personId)
    .where('matter_id', 'is', null)
    .where('supervision_act_id', 'is', null)
    .returning('id')
    .execute();
  return taken.length === wanted.length;
};

export const strike = async (tx: Tx, actor: Actor, at: Moment, id: number, reason: string): Promise<void> => {
  await tx
    .updateTable('supervision_act')
    .set((eb) => ({
      struck_reason: reason,
      struck_by: actor.personId,
      struck_at: at.instant,
      version: eb('version', '+', 1),
    }))
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .execute();
};
