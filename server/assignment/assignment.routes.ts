import * as endpoints from '#contract/assignment.ts';
import type { Actor } from '#core/access.ts';
import type { CaseCommand, CaseFacts } from '#core/case/case-command.ts';
import type { Moment } from '#core/words.ts';
import type { Acted } from '../case/act-on-case.ts';
import type { CaseDoor } from '../case/door.ts';
import { handOf } from '../case/hand.ts';
import { findMatterOf, staffOfDuty, unitFacts } from '../case/lookup.store.ts';
import { answer, no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import { takeUpFiles } from '../case/take-up-files.store.ts';
import { momentOf } from '../platform/moment.ts';
import { sentenceOf } from '../platform/problem.ts';
import { type Route, route } from '../platform/route.ts';
import { hearingUntil } from './hearing.routes.ts';
import { askNamedUnit } from './hearing.store.ts';
import { dutiesOfHandler, viewStaff } from './assignment.views.ts';

type AssignmentOrder = Extract<CaseCommand, { on: 'assignment' }>['command'];

/** The union of commands spelled per command, as the type of the door wants it. */
const aim = (id: number, command: AssignmentOrder): CaseCommand =>
  command.type === 'upholdAndReassign'
    ? { on: 'assignment', id, command }
    : { on: 'assignment', id, command };

type OnDuty = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Moment;
  readonly params: { readonly assignmentId: number };
  readonly version: number;
};

/** Runs one command on the matter to which the duty belongs. */
const onDuty = (
  door: CaseDoor,
  scene: OnDuty,
  command: CaseCommand,
  version: number | null,
  factsAhead: () => Promise<CaseFacts>,
): Promise<Acted | ReturnType<typeof no>> =>
  door.act(scene.tx, scene.actor, scene.at, {
    matterId: { table: 'assignment', id: scene.params.assignmentId },
    command,
    version,
    factsAhead,
  });

/** Takes up the files of a form for the duty's matter; null: all of them are there, and one's own to use. */
const takeUp = async (
  door: CaseDoor,
  { tx, actor, params }: Pick<OnDuty, 'tx' | 'actor' | 'params'>,
  fileIds: readonly number[],
): Promise<ReturnType<typeof no> | null> => {
  if (fileIds.length === 0) return null;
  const matterId = await findMatterOf(tx, actor.jurisdictionId, 'assignment', params.assignmentId);
  if (matterId === null || (await door.read(tx, actor, matterId)) === null) return no('not-found');
  const taken = await takeUpFiles(tx, actor, { matterId, purpose: 'contact' }, fileIds);
  return taken ? null : no('file-missing', {}, 'fileIds');
};

const commands = (door: CaseDoor): readonly Route[] => {
  const duty = (scene: OnDuty, command: AssignmentOrder, unitIds: readonly number[] = []) =>
    onDuty(door, scene, aim(scene.params.assignmentId, command), scene.version, async () => {
      const j = scene.actor.jurisdictionId;
      const [units, staff] = await Promise.all([
        unitFacts(scene.tx, j, unitIds),
        staffOfDuty(scene.tx, j, scene.params.assignmentId),
      ]);
      return { ...units, ...staff };
    });
  return [
    route(endpoints.signFor, (scene) => duty(scene, { type: 'signFor' })),
    route(endpoints.requestHandBack, async (scene) => {
      const { units } = await unitFacts(scene.tx, scene.actor.jurisdictionId, [scene.body.rightUnitId]);
      if (units?.has(scene.body.rightUnitId) !== true) return no('unit-unknown', {}, 'rightUnitId');
      const acted = await duty(scene, { type: 'requestHandBack', ...scene.body });
      if (!acted.ok || !('file' in acted)) return acted;
      const { tx, actor, at, params, body } = scene;
      const about = {
        matterId: acted.body.matterId,
        assignmentId: params.assignmentId,
        unitId: body.rightUnitId,
      };
      const house = await door.houseOf(tx, actor.jurisdictionId);
      askNamedUnit(tx, handOf(actor, at), about, hearingUntil(house, at.date));
      return acted;
    }),
    route(endpoints.upholdHandBack, (scene) =>
      scene.body.toUnitId === null
        ? duty(scene, { type: 'upholdHandBack', note: scene.body.note })
        : duty(scene, { type: 'upholdAndReassign', note: scene.body.note, toUnitId: scene.body.toUnitId }, [
            scene.body.toUnitId,
          ]),
    ),
    route(endpoints.rejectHandBack, (scene) =>
      duty(scene, { type: 'rejectHandBack', note: scene.body.note }),
    ),
    route(endpoints.revokeDuty, (scene) => duty(scene, { type: 'revoke', reason: scene.body.reason })),
    route(endpoints.subAssign, (scene) => duty(scene, { type: 'subAssign', ...scene.body })),
    route(endpoints.handOver, (scene) => duty(scene, { type: 'handOver', ...scene.body })),
    route(endpoints.askExtension, async (scene) => {
      const refusal = await takeUp(door, scene, scene.body.fileIds);
      return refusal ?? duty(scene, { type: 'askExtension', ...scene.body });
    }),
    route(endpoints.grantExtension, (scene) => duty(scene, { type: 'grantExtension', ...scene.body })),
    route(endpoints.refuseExtension, (scene) => duty(scene, { type: 'refuseExtension', ...scene.body })),
    route(endpoints.withdrawExtension, (scene) => duty(scene, { type: 'withdrawExtension', ...scene.body })),
    route(endpoints.pauseClock, (scene) => duty(scene, { type: 'pauseClock', ...scene.body })),
    route(endpoints.resumeClock, (scene) => duty(scene, { type: 'resumeClock', ...scene.body })),
    route(endpoints.recordDisclosure, (scene) => duty(scene, { type: 'recordDisclosure', ...scene.body })),
    route(endpoints.recordFollowUp, (scene) => duty(scene, { type: 'recordFollowUp', ...scene.body })),
  ];
};

/** "20260001" of a duty that he may see; of any other only the number that he gave, whether it exists or not (law 12). */
const labelOf = async (
  door: CaseDoor,
  { tx, actor }: Pick<OnDuty, 'tx' | 'actor'>,
  id: number,
  matterId: number | null,
): Promise<string> =>
  (matterId === null ? null : await door.read(tx, actor, matterId))?.matter.caseNo ?? String(id);

/** Does the same to many duties; what is refused is listed with its reason, the rest is done. */
const inBulk = async (
  door: CaseDoor,
  scene: { readonly tx: Tx; readonly actor: Actor; readonly at: Moment; readonly language: 'zh' | 'en' },
  assignmentIds: readonly number[],
  command: AssignmentOrder,
) => {
  const refused: { id: number; label: string; code: string; detail: string }[] = [];
  let done = 0;
  const { tx, actor, at } = scene;
  const found = await Promise.all(
    assignmentIds.map(async (id) => ({
      id,
      matterId: await findMatterOf(tx, actor.jurisdictionId, 'assignment', id),
    })),
  );
  for (const { id, matterId } of found.sort((a, b) => (a.matterId ?? 0) - (b.matterId ?? 0))) {
    const acted = await onDuty(
      door,
      { tx, actor, at, params: { assignmentId: id }, version: 0 },
      aim(id, command),
      null,
      () => staffOfDuty(tx, actor.jurisdictionId, id),
    );
    if (acted.ok) done += 1;
    else
      refused.push({
        id,
        label: await labelOf(door, scene, id, matterId),
        code: acted.refusal.code,
        detail: sentenceOf(acted.refusal, scene.language),
      });
  }
  return answer({ done, refused });
};

const bulk = (door: CaseDoor): readonly Route[] => [
  route(endpoints.signForInBulk, (scene) =>
    inBulk(door, scene, scene.body.assignmentIds, { type: 'signFor' }),
  ),
  route(endpoints.handOverAll, async (scene) => {
    const { unitId } = scene.params;
    if (!scene.actor.grants.some((grant) => grant.role === 'unit-office' && grant.unitId === unitId))
      return no('not-found');
    const ids = await dutiesOfHandler(scene.tx, scene.actor.jurisdictionId, unitId, scene.body.fromId);
    return inBulk(door, scene, ids, { type: 'handOver', toId: scene.body.toId, reason: scene.body.reason });
  }),
  route(endpoints.unitStaff, async ({ tx, actor, at, params }) => {
    const staff = await viewStaff(tx, actor, params.unitId, at.date);
    return staff === null ? no('not-found') : answer(staff);
  }),
];

const hearings = (door: CaseDoor): readonly Route[] => [
  route(endpoints.recordContact, async (scene) => {
    const refusal = await takeUp(door, scene, scene.body.fileIds);
    if (refusal !== null) return refusal;
    const moment = momentOf(new Date(scene.body.at));
    const contact = { ...scene.body, at: moment.instant, on: moment.date };
    return onDuty(
      door,
      scene,
      { on: 'contact', id: scene.params.assignmentId, command: { type: 'record', contact } },
      null,
      async () => ({}),
    );
  }),
  route(endpoints.strikeContact, async ({ tx, actor, at, params, body }) => {
    const matterId = await findMatterOf(tx, actor.jurisdictionId, 'contact', params.contactId);
    if (matterId === null) return no('not-found');
    return door.act(tx, actor, at, {
      matterId,
      command: { on: 'contact', id: params.contactId, command: { type: 'strike', reason: body.reason } },
      version: null,
    });
  }),
  route(endpoints.giveOpinion, (scene) =>
    onDuty(
      door,
      scene,
      { on: 'opinion', id: scene.params.assignmentId, command: { type: 'give', ...scene.body } },
      scene.version,
      async () => ({}),
    ),
  ),
];

export const assignmentRoutes = (door: CaseDoor): readonly Route[] => [
  ...commands(door),
  ...bulk(door),
  ...hearings(door),
];
