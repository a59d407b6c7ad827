import type { ResponseOf } from '#contract/endpoint.ts';
import type { matterSupervision } from '#contract/urges.ts';
import { mayReadDraft, standingsOnDuty, standingsOnMatter } from '#core/access.ts';
import { partiesOf } from '#core/case/case-file.ts';
import type { CaseDoor } from '../case/door.ts';
import { actsOfMatter, viewAct } from './act.views.ts';
import { viewNotice } from './notice-row.ts';
import { noticesOfMatter } from './notice.views.ts';
import { viewSlip } from './urge-row.ts';
import { slipsOfMatter } from './urge.views.ts';
import { offersToUrge, type Scene } from './urge-duties.ts';

/**
 * Supervision of one matter, as far as it is this person's to see: the offices all of it, a unit what its own duty was
 * sent, a proposer nothing. Null: the matter is not there for him.
 */
export const viewMatterSupervision = async (
  door: CaseDoor,
  scene: Scene,
  matterId: number,
): Promise<ResponseOf<typeof matterSupervision> | null> => {
  const { tx, actor, at } = scene;
  const file = await door.read(tx, actor, matterId);
  if (file === null) return null;
  const house = await door.houseOf(tx, actor.jurisdictionId);
  const parties = partiesOf(file);
  const standings = standingsOnMatter(actor, parties);
  const office = ['supervisor', 'organ-office', 'city-leader'].some((one) => standings.has(one as never));
  const [slips, notices, acts, mayUrge] = await Promise.all([
    slipsOfMatter(tx, actor.jurisdictionId, matterId),
    noticesOfMatter(tx, actor, matterId),
    actsOfMatter(tx, actor, matterId),
    offersToUrge(scene, file),
  ]);
  const mine = slips.filter(
    (row) => office || mayReadDraft(standingsOnDuty(actor, parties, row.assignmentId)),
  );
  return {
    urges: mine.map((row) => viewSlip(row, actor, at, house)),
    notices: notices.map((row) => viewNotice(row, actor, at, house)),
    acts: acts.map((row) => viewAct(row, actor)),
    mayUrge: [...mayUrge] as never,
  };
};
