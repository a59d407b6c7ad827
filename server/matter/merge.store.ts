import type { CaseFile } from '#core/case/case-file.ts';
import { ownProposers } from '#core/case/case-file.ts';
import type { Hand } from '../case/hand.ts';
import type { Tx } from '../platform/db/database.ts';

/** Holds the rows of several matters, always in the order of ids: two mergings never wait for each other in a circle. */
export const holdMatters = async (
  tx: Tx,
  jurisdictionId: number,
  matterIds: readonly number[],
): Promise<void> => {
  await tx
    .selectFrom('matter')
    .select('id')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', 'in', [...matterIds])
    .orderBy('id')
    .forUpdate()
    .execute();
};

export const keepMerge = async (
  tx: Tx,
  hand: Hand,
  merge: {
    readonly matterId: number;
    readonly mainId: number;
    readonly reason: string;
    readonly oppositeReason: string | null;
  },
): Promise<void> => {
  await tx
    .insertInto('matter_merge')
    .values({
      jurisdiction_id: hand.jurisdictionId,
      matter_id: merge.matterId,
      main_id: merge.mainId,
      reason: merge.reason,
      opposite_reason: merge.oppositeReason,
      merged_by: hand.personId,
      merged_at: hand.at.instant,
    })
    .execute();
};

export const endMerge = async (tx: Tx, hand: Hand, matterId: number, reason: string): Promise<void> => {
  await tx
    .updateTable('matter_merge')
    .set({ unmerge_reason: reason, unmerged_by: hand.personId, unmerged_at: hand.at.instant })
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('matter_id', '=', matterId)
    .where('unmerged_at', 'is', null)
    .execute();
};

/** Takes one of a matter's own proposers off; the others close up. */
export const removeOwnProposer = async (
  tx: Tx,
  hand: Hand,
  matterId: number,
  personId: number,
): Promise<void> => {
  const gone = await tx
    .deleteFrom('proposer')
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('matter_id', '=', matterId)
    .where('person_id', '=', personId)
    .where('via_matter_id', 'is', null)
    .returning('position')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('proposer')
    .set((eb) => ({ position: eb('position', '-', 1) }))
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('matter_id', '=', matterId)
    .where('position', '>', gone.position)
    .execute();
};

/** The proposers of what is merged into a matter stand behind its own, each through his own matter. */
export const saveJoinedProposers = async (tx: Tx, hand: Hand, main: CaseFile): Promise<void> => {
  await tx
    .deleteFrom('proposer')
    .where('jurisdiction_id', '=', hand.jurisdictionId)
    .where('matter_id', '=', main.matter.id)
    .where('via_matter_id', 'is not', null)
    .execute();
  const own = ownProposers(main);
  const joined = main.proposerIds.slice(own.length);
  const taken = main.merging?.taken ?? [];
  if (joined.length === 0) return;
  await tx
    .insertInto('proposer')
    .values(
      joined.map((personId, index) => ({
        jurisdiction_id: hand.jurisdictionId,
        matter_id: main.matter.id,
        person_id: personId,
        position: own.length + index,
        via_matter_id: taken.find(({ proposerIds }) => proposerIds.includes(personId))?.id ?? null,
      })),
    )
    .execute();
};
