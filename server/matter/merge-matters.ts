import { type Actor, standingsOnMatter } from '#core/access.ts';
import { type CaseFile, ownProposers, partiesOf } from '#core/case/case-file.ts';
import type { MergeSide, TakenIn } from '#core/matter/decide.ts';
import { refuse } from '#core/refusal.ts';
import { type Asking, oppositeAsks } from '#core/similar/opposite-asks.ts';
import type { Moment } from '#core/words.ts';
import type { Acted } from '../case/act-on-case.ts';
import type { CaseDoor } from '../case/door.ts';
import { handOf } from '../case/hand.ts';
import type { Tx } from '../platform/db/database.ts';
import { endMerge, holdMatters, keepMerge, saveJoinedProposers } from './merge.store.ts';

const sideOf = ({ matter }: CaseFile): MergeSide => {
  const { id, kind, organId, caseNo, stage } = matter;
  return { id, kind, organId, caseNo, stage };
};

const takenOf = (file: CaseFile): TakenIn => {
  const { id, caseNo, title, inSession } = file.matter;
  return { id, caseNo, title, inSession, proposerIds: ownProposers(file) };
};

const askingOf = ({ matter }: CaseFile): Asking => ({
  title: matter.title,
  asks: matter.points.map(({ text }) => text),
});

const absent = { ok: false, refusal: refuse('not-found') } as const;

export type MergeOrder = {
  readonly mainId: number;
  readonly version: number | null;
  readonly matterIds: readonly number[];
  readonly reason: string;
  readonly oppositeReason: string | null;
  readonly revokeDuties: boolean;
};

/** Merges one matter into its main; both rows are held by the caller. */
const mergeOne = async (
  tx: Tx,
  door: CaseDoor,
  actor: Actor,
  at: Moment,
  matterId: number,
  order: MergeOrder,
): Promise<Acted> => {
  const [merged, main] = [await door.read(tx, actor, matterId), await door.read(tx, actor, order.mainId)];
  if (merged === null || main === null) return absent;
  const { reason, oppositeReason, revokeDuties } = order;
  const opposite = oppositeAsks(askingOf(merged), askingOf(main)) !== null;
  const left = await door.act(tx, actor, at, {
    matterId,
    command: {
      on: 'matter',
      command: {
        type: 'merge',
        main: sideOf(main),
        reason,
        opposite,
        oppositeReason: opposite ? oppositeReason : null,
        revokeDuties,
      },
    },
    version: null,
  });
  if (!left.ok) return left;
  const taken = await door.act(tx, actor, at, {
    matterId: order.mainId,
    command: { on: 'matter', command: { type: 'takeIn', merged: takenOf(merged) } },
    version: null,
  });
  if (!taken.ok) return taken;
  const hand = handOf(actor, at);
  await keepMerge(tx, hand, {
    matterId,
    mainId: order.mainId,
    reason: reason.trim(),
    oppositeReason: opposite ? oppositeReason : null,
  });
  await saveJoinedProposers(tx, hand, taken.file);
  return taken;
};

/** 并案: all of them, or none with the reason why the first of them cannot. Answers for the main matter. */
export const mergeMatters = async (
  tx: Tx,
  door: CaseDoor,
  actor: Actor,
  at: Moment,
  order: MergeOrder,
): Promise<Acted> => {
  const matterIds = [...new Set(order.matterIds)].sort((a, b) => a - b);
  await holdMatters(tx, actor.jurisdictionId, [order.mainId, ...matterIds]);
  const main = await door.read(tx, actor, order.mainId);
  if (main === null || standingsOnMatter(actor, partiesOf(main)).size === 0) return absent;
  if (order.version !== null && order.version !== main.matter.version)
    return { ok: false, refusal: refuse('stale', { current: main.matter.version }) };
  let last: Acted = absent;
  for (const matterId of matterIds) {
    last = await mergeOne(tx, door, actor, at, matterId, order);
    if (!last.ok) return last;
  }
  return last;
};

/** Undoes the merging of one matter: it goes its own way again, and its proposers leave the main matter. */
export const unmergeMatter = async (
  tx: Tx,
  door: CaseDoor,
  actor: Actor,
  at: Moment,
  order: { readonly matterId: number; readonly version: number | null; readonly reason: string },
): Promise<Acted> => {
  const before = await door.read(tx, actor, order.matterId);
  if (before === null) return absent;
  const mainId = before.merging?.into?.id ?? order.matterId;
  await holdMatters(tx, actor.jurisdictionId, [order.matterId, mainId]);
  const main = await door.read(tx, actor, mainId);
  if (main === null) return absent;
  const apart = await door.act(tx, actor, at, {
    matterId: order.matterId,
    command: { on: 'matter', command: { type: 'unmerge', main: sideOf(main), reason: order.reason } },
    version: order.version,
  });
  if (!apart.ok) return apart;
  const { id, caseNo } = apart.file.matter;
  const letGo = await door.act(tx, actor, at, {
    matterId: mainId,
    command: { on: 'matter', command: { type: 'letGo', merged: { id, caseNo } } },
    version: null,
  });
  if (!letGo.ok) return letGo;
  const hand = handOf(actor, at);
  await endMerge(tx, hand, id, order.reason.trim());
  await saveJoinedProposers(tx, hand, letGo.file);
  return apart;
};
