import * as endpoints from '#contract/assign-round.ts';
import type { Actor } from '#core/access.ts';
import type { CaseDoor } from '../case/door.ts';
import { type FileAnswer, answer, no } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import * as change from './change-round.ts';
import { meetingPaper, meetingSheets, type Print, receiptPaper, type RoundPapers } from './papers.ts';
import { handedOver, officeUnits, officeOf, seesWhole, textOfMatter } from './round.views.ts';
import { readRound, type Scene, viewRound, viewRounds, viewRows } from './view-round.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const fileOf = (
  name: string,
  format: keyof typeof mediaTypes,
  bytes: () => Promise<Uint8Array>,
): FileAnswer => ({
  name: `${name}.${format}`,
  mediaType: mediaTypes[format],
  bytes,
});

const printing = async (door: CaseDoor, scene: Scene, organId: number): Promise<Print> => {
  const { tx, actor, at, language } = scene;
  const { ruleset } = await door.houseOf(tx, actor.jurisdictionId);
  const organ = await officeOf(tx, actor.jurisdictionId, organId);
  return { language, ruleset, now: at.instant, today: at.date, office: organ.officeName, kind: organ.kind };
};

const reads: readonly Route[] = [
  route(endpoints.assignRounds, async (scene) => answer(await viewRounds(scene, scene.query))),
  route(endpoints.assignRound, async (scene) => {
    const seen = await viewRound(scene, scene.params.roundId);
    return seen === null ? no('not-found') : answer(seen);
  }),
  route(endpoints.assignRoundMatters, async (scene) => {
    const seen = await viewRows(scene, scene.params.roundId, scene.query);
    return seen === null ? no('not-found') : answer(seen);
  }),
  route(endpoints.assignRoundMatter, async (scene) => {
    const { roundId, matterId } = scene.params;
    const read = await readRound(scene, roundId);
    if (read?.rows.some((row) => row.matterId === matterId) !== true) return no('not-found');
    const text = await textOfMatter(scene.tx, scene.actor.jurisdictionId, matterId);
    return text === undefined ? no('not-found') : answer(text);
  }),
];

const commands = (door: CaseDoor): readonly Route[] => [
  route(endpoints.startAssignRound, (scene) => change.startRound(scene, scene.body)),
  route(endpoints.addToRound, (scene) => change.addMatters(scene, scene.params.roundId, scene.body)),
  route(endpoints.takeFromRound, (scene) =>
    change.takeOut(scene, scene.params.roundId, scene.body.matterIds),
  ),
  route(endpoints.changeAssignRound, (scene) =>
    change.stepRound(scene, scene.params.roundId, {
      version: scene.version,
      action: 'changeRound',
      fields: scene.body,
    }),
  ),
  route(endpoints.openAssignRound, (scene) =>
    change.stepRound(scene, scene.params.roundId, { version: scene.version, action: 'openRound' }),
  ),
  route(endpoints.endAssignRound, (scene) =>
    change.stepRound(scene, scene.params.roundId, { version: scene.version, action: 'endRound' }),
  ),
  route(endpoints.proposeUnits, (scene) => change.propose(scene, scene.params.roundId, scene.body)),
  route(endpoints.answerProposals, (scene) => change.answerMany(scene, scene.params.roundId, scene.body)),
  route(endpoints.keepProposal, (scene) =>
    change.keep(scene, scene.params.roundId, scene.params.proposalId, scene.body.reason),
  ),
  route(endpoints.assignFromRound, (scene) =>
    change.assignAgreed(door, scene, scene.params.roundId, scene.body),
  ),
];

/** Units whose receipts he may see; null: all. */
const receiptsOf = (actor: Actor, organId: number): readonly number[] | null =>
  seesWhole(actor, organId) ? null : officeUnits(actor);

const papersOf = (door: CaseDoor, papers: RoundPapers): readonly Route[] => [
  route(endpoints.meetingList, async (scene) => {
    const read = await readRound(scene, scene.params.roundId);
    if (read === null || read.own !== null) return no('not-found');
    const { format, by } = scene.query;
    const print = await printing(door, scene, read.round.organId);
    const paper = meetingPaper(print, read.round, read.rows, by);
    const draw = () =>
      format === 'xlsx'
        ? papers.workbook(meetingSheets(print, read.round, read.rows))
        : papers[format](paper);
    return answer(fileOf(`${paper.title}-${scene.at.date}`, format, draw));
  }),
  route(endpoints.roundReceipts, async (scene) => {
    const read = await readRound(scene, scene.params.roundId);
    if (read === null) return no('not-found');
    const { actor, tx } = scene;
    const own = officeUnits(actor);
    const whose = receiptsOf(actor, read.round.organId);
    const duties = await handedOver(tx, actor.jurisdictionId, read.round.id, whose);
    const unitIds = [...new Set(duties.map(({ unitId }) => unitId))];
    return answer({
      items: unitIds.map((id) => {
        const mine = duties.filter(({ unitId }) => unitId === id);
        return {
          unit: { id, name: mine[0]?.unit ?? '' },
          handedOver: mine.length,
          signed: mine.filter(({ signedOn }) => signedOn !== null).length,
          signBy: mine.flatMap(({ signBy }) => signBy ?? []).sort()[0] ?? null,
          toSign: own.includes(id)
            ? mine.filter(({ state }) => state === 'assigned').map(({ assignmentId }) => assignmentId)
            : [],
        };
      }),
    });
  }),
  route(endpoints.handOverReceipt, async (scene) => {
    const { roundId, unitId } = scene.params;
    const read = await readRound(scene, roundId);
    if (read === null) return no('not-found');
    const whose = receiptsOf(scene.actor, read.round.organId);
    if (whose !== null && !whose.includes(unitId)) return no('not-found');
    const duties = await handedOver(scene.tx, scene.actor.jurisdictionId, roundId, [unitId]);
    const unit = duties[0]?.unit;
    if (unit === undefined) return no('not-found');
    const print = await printing(door, scene, read.round.organId);
    const paper = receiptPaper(print, read.round, unit, duties);
    const { format } = scene.query;
    return answer(fileOf(`${paper.title}-${unit}`, format, () => papers[format](paper)));
  }),
];

/** Proposed assignments 拟交办, from the round to the receipt. */
export const assignRoundRoutes = (door: CaseDoor, papers: RoundPapers): readonly Route[] => [
  ...reads,
  ...commands(door),
  ...papersOf(door, papers),
];
