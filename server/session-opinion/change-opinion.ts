import type { Actor } from '#core/access.ts';
import type { Notice } from '#core/case/notify.ts';
import { deny, type Refusal, refuse } from '#core/refusal.ts';
import {
  decideOpinion,
  evolveOpinion,
  type SessionOpinionCommand,
  type SessionOpinionContext,
} from '#core/session-opinion/decide-opinion.ts';
import {
  decideReferral,
  evolveReferral,
  type ReferralCommand,
} from '#core/session-opinion/decide-referral.ts';
import type {
  ReferralEvent,
  SessionOpinion,
  SessionOpinionEvent,
} from '#core/session-opinion/session-opinion.ts';
import type { Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { type Hand, handOf } from '../case/hand.ts';
import { tell } from '../case/trace.store.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { contextOf, opinionOf, referralOf } from './opinion-row.ts';
import {
  forwardTwins,
  insertOpinions,
  insertReferrals,
  makeRoom,
  saveOpinion,
  saveReferral,
  saveText,
} from './opinion.store.ts';
import { holdOpinions, holdReferral, mayNameMatter, type OpinionRow, unitsAmong } from './opinion.views.ts';
import { proposersAmong } from './record.store.ts';
import { referralStandings } from './session-reach.views.ts';

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

/** What a page sends: as the core's command, with the number of the other opinion where it names one. */
export type OpinionOrder =
  | Exclude<SessionOpinionCommand, { type: 'joinSame' }>
  | { readonly type: 'joinSame'; readonly withId: number };

const commandOf = (order: OpinionOrder): SessionOpinionCommand =>
  order.type === 'joinSame' ? { type: 'joinSame' } : order;

const unitIdsOf = (order: OpinionOrder, row: OpinionRow): readonly number[] => {
  if (order.type === 'editOpinion') return order.wording.unitIds;
  return order.type === 'forwardOpinion' ? (order.unitIds ?? row.units.map(({ id }) => id)) : [];
};

/** The row and the others that the order needs, held in one order so that two orders never wait for each other. */
const hold = async (scene: Scene, id: number, order: OpinionOrder): Promise<readonly OpinionRow[]> => {
  const { tx, actor } = scene;
  if (order.type === 'joinSame') return holdOpinions(tx, actor, [id, order.withId]);
  const rows = await holdOpinions(tx, actor, [id]);
  const previousId = rows[0]?.previousId ?? null;
  return order.type === 'mergeOpinion' && previousId !== null
    ? [...rows, ...(await holdOpinions(tx, actor, [previousId]))]
    : rows;
};

/** What is wrong with people and matters that the order names; the core knows neither. */
const unknownName = async ({ tx, actor }: Scene, order: OpinionOrder): Promise<Refusal | null> => {
  if (order.type === 'linkMatter' && order.matterId !== null)
    return (await mayNameMatter(tx, actor, order.matterId)) ? null : refuse('not-found', {}, 'matterId');
  if (order.type !== 'editOpinion' || order.wording.speakerId === null) return null;
  const { speakerId } = order.wording;
  const known = await proposersAmong(tx, actor.jurisdictionId, [speakerId]);
  return known.has(speakerId) ? null : refuse('field-invalid', { field: 'speakerId' }, 'speakerId');
};

const take = async (
  { tx }: Scene,
  hand: Hand,
  row: OpinionRow,
  after: SessionOpinion,
  event: SessionOpinionEvent,
): Promise<void> => {
  const j = hand.jurisdictionId;
  await saveOpinion(tx, hand, after);
  if (event.type === 'opinionMerged') await saveText(tx, j, event.intoId, event.text);
  if (event.type === 'opinionForwarded') {
    await insertReferrals(tx, hand, row.id, event.unitIds);
    await forwardTwins(tx, hand, row.id, event.on);
  }
  if (event.type !== 'opinionCut') return;
  const rest = event.parts.slice(1);
  await makeRoom(tx, j, row.recordId, row.position, rest.length);
  const { organId, sessionId, recordId, heldOn, receivedOn } = row;
  const place = { organId, sessionId, groupId: row.group.id, recordId, heldOn };
  const state = after.state === 'checked' ? 'checked' : 'received';
  // Cut out of what came in then, they came in then.
  const received = { state, receivedOn, receivedAt: new Date(row.receivedAt).toISOString() } as const;
  await insertOpinions(
    tx,
    j,
    place,
    rest.map((text) => ({ ...after, ...received, text })),
    row.position + 1,
  );
};

type Changed =
  | {
      readonly ok: true;
      readonly body: { id: number; version: number; state: string };
      readonly unitIds: readonly number[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Decides and stores one order on a held row; tells nobody yet. */
const act = async (
  door: CaseDoor,
  scene: Scene,
  row: OpinionRow,
  others: readonly OpinionRow[],
  order: OpinionOrder,
): Promise<Changed> => {
  const { tx, actor, at } = scene;
  const { ruleset } = await door.houseOf(tx, actor.jurisdictionId);
  const [other] = others;
  const context: SessionOpinionContext = {
    ...contextOf(row, actor, at, ruleset.sessionOpinions.classes),
    units: await unitsAmong(tx, actor.jurisdictionId, unitIdsOf(order, row)),
    ...(order.type === 'mergeOpinion' && other !== undefined ? { previous: other } : {}),
    ...(order.type === 'joinSame' && other !== undefined ? { other: opinionOf(other) } : {}),
  };
  const before = opinionOf(row);
  const decision = decideOpinion(commandOf(order), before, context);
  if (!decision.ok) return decision;
  const hand = handOf(actor, at);
  let after = before;
  for (const event of decision.events) {
    after = evolveOpinion(after, event, at.date);
    await take(scene, hand, row, after, event);
    await record(tx, actor, at, {
      stream: `session-record:${row.recordId}`,
      command: `sessionOpinion.${order.type}`,
      matterId: null,
      data: [{ on: 'sessionOpinion', id: row.id, no: row.no, event }],
    });
  }
  const unitIds = decision.events.flatMap((event) =>
    event.type === 'opinionForwarded' ? event.unitIds : [],
  );
  return { ok: true, body: { id: row.id, version: row.version + 1, state: after.state }, unitIds };
};

const tellUnits = ({ tx, actor, at }: Scene, unitIds: readonly number[]): void => {
  tell(
    tx,
    handOf(actor, at),
    null,
    [...new Set(unitIds)].map(
      (unitId): Notice => ({ kind: 'sessionOpinionForwarded', recipients: [{ to: 'unitOffice', unitId }] }),
    ),
  );
};

/** One step of one opinion. `not-found`: absent, or none of the actor's business. */
export const changeOpinion = async (
  door: CaseDoor,
  scene: Scene & { readonly version: number },
  id: number,
  order: OpinionOrder,
) => {
  const rows = await hold(scene, id, order);
  const row = rows.find((one) => one.id === id);
  if (row === undefined) return deny(refuse('not-found'));
  if (row.version !== scene.version) return deny(refuse('stale', { current: row.version }));
  const unknown = await unknownName(scene, order);
  if (unknown !== null) return deny(unknown);
  const others = rows.filter((one) => one.id !== id || (order.type === 'joinSame' && order.withId === id));
  const changed = await act(door, scene, row, others, order);
  if (!changed.ok) return changed;
  tellUnits(scene, changed.unitIds);
  return { ok: true, body: changed.body } as const;
};

/** Forwards several, each to all units that it names; one that cannot go stops none of the others. */
export const forwardOpinions = async (door: CaseDoor, scene: Scene, ids: readonly number[]) => {
  const wanted = [...new Set(ids)];
  const rows = await holdOpinions(scene.tx, scene.actor, wanted);
  const refused: { id: number; no: number | null; refusal: Refusal }[] = wanted
    .filter((id) => !rows.some((row) => row.id === id))
    .map((id) => ({ id, no: null, refusal: refuse('not-found') }));
  const unitIds: number[] = [];
  let done = 0;
  for (const row of rows) {
    const changed = await act(door, scene, row, [], { type: 'forwardOpinion', unitIds: null });
    if (changed.ok) {
      done += 1;
      unitIds.push(...changed.unitIds);
    } else refused.push({ id: row.id, no: row.no, refusal: changed.refusal });
  }
  tellUnits(scene, unitIds);
  return { done, refused };
};

/** Who hears of a step of an answer: the offices, the unit, or whoever spoke. */
const noticeOf = (event: ReferralEvent, row: OpinionRow, unitId: number): readonly Notice[] => {
  const offices = [{ to: 'organOffice', organId: row.organId }, { to: 'supervisors' }] as const;
  switch (event.type) {
    case 'referralAnswered':
      return [{ kind: 'sessionOpinionAnswered', recipients: offices }];
    case 'referralHandedBack':
      return [{ kind: 'sessionOpinionHandedBack', recipients: offices }];
    case 'answerSentBack':
      return [{ kind: 'sessionAnswerSentBack', recipients: [{ to: 'unitOffice', unitId }] }];
    case 'referralRecalled':
      return [{ kind: 'sessionOpinionRecalled', recipients: [{ to: 'unitOffice', unitId }] }];
    case 'referralClosed':
      return row.speakerId === null
        ? []
        : [{ kind: 'sessionOpinionClosed', recipients: [{ to: 'person', personId: row.speakerId }] }];
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** One step of an opinion at one unit. Both are held meanwhile. */
export const changeReferral = async (
  scene: Scene & { readonly version: number },
  id: number,
  command: ReferralCommand,
) => {
  const { tx, actor, at, version } = scene;
  const held = await holdReferral(tx, actor, id);
  if (held === null) return deny(refuse('not-found'));
  const { opinion, referral } = held;
  if (referral.version !== version) return deny(refuse('stale', { current: referral.version }));
  const before = referralOf(referral, opinion.id);
  const standings = referralStandings(actor, opinion.organId, referral.unit.id);
  const decision = decideReferral(command, before, { at, standings });
  if (!decision.ok) return decision;
  const hand = handOf(actor, at);
  const after = decision.events.reduce(evolveReferral, before);
  await saveReferral(tx, hand, after, command.type === 'answerReferral');
  for (const event of decision.events) {
    await record(tx, actor, at, {
      stream: `session-record:${opinion.recordId}`,
      command: `sessionReferral.${command.type}`,
      matterId: null,
      data: [{ on: 'sessionReferral', id, opinionId: opinion.id, unitId: referral.unit.id, event }],
    });
    tell(tx, hand, null, noticeOf(event, opinion, referral.unit.id));
  }
  return { ok: true, body: { id, version: version + 1, state: after.state } } as const;
};
