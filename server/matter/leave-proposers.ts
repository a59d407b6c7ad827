import type { Actor } from '#core/access.ts';
import { refuse } from '#core/refusal.ts';
import type { Moment } from '#core/words.ts';
import type { Acted } from '../case/act-on-case.ts';
import type { CaseDoor } from '../case/door.ts';
import { handOf } from '../case/hand.ts';
import type { Tx } from '../platform/db/database.ts';
import { holdMatters, removeOwnProposer, saveJoinedProposers } from './merge.store.ts';

/**
 * Takes somebody off the proposers of a matter, and of the main one with which it is handled: the caller has just kept
 * that he disowned his signature. What he did until then stays in the journals and the timeline.
 */
export const leaveProposers = async (
  tx: Tx,
  door: CaseDoor,
  actor: Actor,
  at: Moment,
  { matterId, reason }: { readonly matterId: number; readonly reason: string },
): Promise<Acted> => {
  const before = await door.read(tx, actor, matterId);
  if (before === null) return { ok: false, refusal: refuse('not-found') };
  const main = before.merging?.into ?? null;
  await holdMatters(tx, actor.jurisdictionId, main === null ? [matterId] : [matterId, main.id]);
  const hand = handOf(actor, at);
  const { personId, name } = actor;
  const leave = (id: number, via: { readonly id: number; readonly caseNo: string } | null) =>
    door.act(tx, actor, at, {
      matterId: id,
      command: { on: 'matter', command: { type: 'leaveProposers', personId, name, via, reason } },
      version: null,
      factsAhead: () => Promise.resolve({ signatureDisowned: true }),
    });
  const left = await leave(matterId, null);
  if (!left.ok) return left;
  // Merged or let go between the reading and the lock.
  if ((left.file.merging?.into?.id ?? null) !== (main?.id ?? null))
    return { ok: false, refusal: refuse('stale') };
  await removeOwnProposer(tx, hand, matterId, personId);
  await saveJoinedProposers(tx, hand, left.file);
  if (main === null) return left;
  const { id, caseNo } = left.file.matter;
  const leftMain = await leave(main.id, { id, caseNo });
  if (!leftMain.ok) return leftMain;
  await saveJoinedProposers(tx, hand, leftMain.file);
  return left;
};
