/** Commands on a round: each holds it, asks the core, writes, and journals in the round's own stream. */
import type {
  addToRound,
  answerProposals,
  assignFromRound,
  proposeUnits,
  startAssignRound,
} from '#contract/assign-round.ts';
import { mostInRound } from '#contract/assign-round.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import {
  checkAnswer,
  checkKeep,
  checkProposed,
  checkSettled,
  permitRound,
  type RoundContext,
} from '#core/assign-round/decide.ts';
import type { RoundAction } from '#core/assign-round/lifecycle.ts';
import { changesOfPlan, planOf, roundState, standingsOnRound } from '#core/assign-round/round.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import { handOf } from '../case/hand.ts';
import type { CaseDoor } from '../case/door.ts';
import { tellOffices } from '../case/trace.store.ts';
import { unitFacts } from '../case/lookup.store.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import { momentOf } from '../platform/moment.ts';
import { sentenceOf } from '../platform/problem.ts';
import * as store from './round.store.ts';
import { officeUnits, seesWhole } from './round.views.ts';
import type { Scene } from './view-round.ts';

type Refused = { id: number; label: string; code: string; detail: string };

const refusals = ({ language }: Scene) => {
  const list: Refused[] = [];
  const say = (id: number, label: string, refusal: Refusal): void => {
    list.push({ id, label, code: refusal.code, detail: sentenceOf(refusal, language) });
  };
  return { list, say };
};

const journal = (
  { tx, actor, at }: Scene,
  roundId: number,
  command: string,
  data: unknown,
): Promise<number> =>
  record(tx, actor, at, {
    stream: `assignRound:${roundId}`,
    command: `assignRound.${command}`,
    matterId: null,
    data,
  });

type Held = { readonly round: store.LockedRound; readonly context: RoundContext };

/** Holds the round for one who sees it whole, or for a unit that is asked in it; else it is not there. */
const hold = async (scene: Scene, roundId: number, by: 'office' | 'unit'): Promise<Held | null> => {
  const { tx, actor, at } = scene;
  const round = await store.lockRound(tx, actor.jurisdictionId, roundId);
  if (round === undefined) return null;
  if (by === 'office' && !seesWhole(actor, round.organId)) return null;
  if (by === 'unit' && round.openedAt === null) return null;
  const context = {
    now: at.instant,
    state: roundState(round, at.instant),
    standings: standingsOnRound(actor, round.organId, officeUnits(actor)),
    closesAt: round.closesAt,
    matters: 1,
  };
  return { round, context };
};

const refusedBy = (held: Held | null, action: RoundAction): { ok: false; refusal: Refusal } | null => {
  const refusal = held === null ? refuse('not-found') : permitRound(action, held.context);
  return refusal === null ? null : { ok: false, refusal };
};

/** Puts matters in; what cannot be is listed with its reason. Null: all that the organ has not assigned. */
const put = async (
  scene: Scene,
  round: { readonly id: number; readonly organId: number },
  wanted: readonly number[] | null,
) => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const ids = wanted ?? (await store.unassignedMatters(tx, j, round.organId, mostInRound));
  const { list, say } = refusals(scene);
  const found = new Map((await store.mattersToAdd(tx, j, ids)).map((one) => [one.id, one]));
  const added: number[] = [];
  for (const id of new Set(ids)) {
    const one = found.get(id);
    // A matter of another organ is none of his office's business (law 12).
    if (one === undefined || !seesWhole(actor, one.organId)) say(id, String(id), refuse('not-found'));
    else if (one.organId !== round.organId) say(id, one.caseNo, refuse('matter-other-organ'));
    else if (one.roundId !== null && one.roundId !== round.id)
      say(id, one.caseNo, refuse('matter-in-round', { round: one.round ?? '' }));
    else if (one.stage !== 'filed')
      say(id, one.caseNo, refuse('wrong-state', { action: 'propose', state: one.stage }));
    else if (one.roundId === null) added.push(id);
  }
  store.putIntoRound(tx, handOf(actor, at), round.id, added);
  return { done: added.length, refused: list, added };
};

export const startRound = async (scene: Scene, body: BodyOf<typeof startAssignRound>) => {
  const { tx, actor, at } = scene;
  if (!seesWhole(actor, body.organId)) return no('not-found');
  const closesAt = momentOf(new Date(body.closesAt)).instant;
  if (closesAt <= at.instant) return no('round-closes-past', {}, 'closesAt');
  const { organId, matterIds, name, note } = body;
  const fields = { name, note, closesAt };
  const id = await store.insertRound(tx, handOf(actor, at), organId, fields);
  const { done, added } = await put(scene, { id, organId }, matterIds);
  await journal(scene, id, 'start', { organId, ...fields, matterIds: added });
  return answer({ id, matters: done });
};

export const addMatters = async (scene: Scene, roundId: number, body: BodyOf<typeof addToRound>) => {
  const held = await hold(scene, roundId, 'office');
  const bad = refusedBy(held, 'propose');
  if (held === null || bad !== null) return bad ?? no('not-found');
  const { done, refused, added } = await put(scene, held.round, body.matterIds);
  if (done > 0) await journal(scene, roundId, 'add', { matterIds: added });
  return answer({ done, refused });
};

export const takeOut = async (scene: Scene, roundId: number, matterIds: readonly number[]) => {
  const held = await hold(scene, roundId, 'office');
  const bad = refusedBy(held, 'propose');
  if (bad !== null) return bad;
  const { tx, actor, at } = scene;
  const { list, say } = refusals(scene);
  const inIt = await store.mattersOfRound(tx, actor.jurisdictionId, roundId, matterIds);
  for (const id of new Set(matterIds)) if (!inIt.has(id)) say(id, String(id), refuse('matter-not-in-round'));
  store.leaveRound(tx, handOf(actor, at), roundId, [...inIt.keys()], 'takenOut');
  if (inIt.size > 0) await journal(scene, roundId, 'takeOut', { matterIds: [...inIt.keys()] });
  return answer({ done: inIt.size, refused: list });
};

/** What a notice says of its round: which it is, and its name as it was then. */
const about = ({ round }: { readonly round: { readonly id: number; readonly name: string } }) => ({
  round: round.id,
  roundName: round.name,
});

type Step = {
  readonly version: number;
  readonly action: 'openRound' | 'changeRound' | 'endRound';
  readonly fields?: store.RoundFields;
};

/** Opens, changes or ends a round. Opening tells every unit that is asked; ending lets go of what was not assigned. */
export const stepRound = async (scene: Scene, roundId: number, { version, action, ...given }: Step) => {
  const fields =
    given.fields === undefined
      ? undefined
      : { ...given.fields, closesAt: momentOf(new Date(given.fields.closesAt)).instant };
  const held = await hold(scene, roundId, 'office');
  if (held === null) return no('not-found');
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  if (held.round.version !== version) return no('stale', { current: held.round.version });
  const asked = await store.askedUnits(tx, j, roundId);
  const context = {
    ...held.context,
    matters: asked.matters,
    closesAt: fields?.closesAt ?? held.round.closesAt,
  };
  const refusal = permitRound(action, context);
  if (refusal !== null) return { ok: false, refusal } as const;
  const hand = handOf(actor, at);
  const now = await store.saveRound(tx, j, roundId, {
    ...(fields === undefined ? {} : { fields }),
    ...(action === 'openRound' ? { openedAt: at.instant } : {}),
    ...(action === 'endRound' ? { endedAt: at.instant } : {}),
  });
  if (action === 'endRound') store.leaveRound(tx, hand, roundId, null, 'ended');
  if (action === 'openRound') tellOffices(tx, hand, 'assignRoundOpened', asked.unitIds, about(held));
  await journal(scene, roundId, action, fields ?? {});
  return answer({ id: roundId, version: now });
};

/** New plans for many matters. A unit that keeps its part keeps its answer; those that are new are told at once. */
export const propose = async (scene: Scene, roundId: number, { items }: BodyOf<typeof proposeUnits>) => {
  const held = await hold(scene, roundId, 'office');
  const bad = refusedBy(held, 'propose');
  if (held === null || bad !== null) return bad ?? no('not-found');
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const hand = handOf(actor, at);
  const { list, say } = refusals(scene);
  const wanted = new Map(items.map((item) => [item.matterId, item]));
  const inIt = await store.mattersOfRound(tx, j, roundId, [...wanted.keys()]);
  const facts = await unitFacts(
    tx,
    j,
    items.flatMap(({ duties }) => duties.map(({ unitId }) => unitId)),
  );
  const units = new Map(
    [...(facts.units ?? [])].map(([id, { open }]) => [id, { open, name: facts.unitNames?.get(id) ?? '' }]),
  );
  const add: store.NewProposal[] = [];
  const withdraw: number[] = [];
  const touched: number[] = [];
  for (const [matterId, { version, duties }] of wanted) {
    const row = inIt.get(matterId);
    if (row === undefined) {
      say(matterId, String(matterId), refuse('matter-not-in-round'));
      continue;
    }
    const refusal =
      row.version === version ? checkProposed(duties, units) : refuse('stale', { current: row.version });
    if (refusal !== null) {
      say(matterId, row.caseNo, refusal);
      continue;
    }
    const changes = changesOfPlan(row.proposals, duties);
    withdraw.push(...changes.withdraw.map(({ id }) => id));
    add.push(
      ...changes.add.map((duty) => ({
        ...duty,
        matterId,
        kind: 'proposed' as const,
        origin: duties.find(({ unitId }) => unitId === duty.unitId)?.origin ?? ('hand' as const),
      })),
    );
    touched.push(matterId);
  }
  await store.withdrawProposals(tx, hand, withdraw);
  await store.insertProposals(tx, hand, roundId, add);
  store.touchMatters(tx, j, roundId, touched);
  if (held.context.state === 'open')
    tellOffices(tx, hand, 'assignProposed', [...new Set(add.map(({ unitId }) => unitId))], about(held));
  if (add.length + withdraw.length > 0)
    await journal(scene, roundId, 'propose', {
      added: add.map(({ matterId, unitId, role, origin }) => ({ matterId, unitId, role, origin })),
      withdrawn: withdraw,
    });
  return answer({ done: touched.length, refused: list });
};

type AnswerItem = BodyOf<typeof answerProposals>['items'][number];

/** What is kept of an answer: only what belongs to it. */
const keptOf = ({ answer: said, reason, role, sectionId, namedUnitId }: AnswerItem) =>
  said === 'objected'
    ? { answer: said, reason, role: null, sectionId: null, namedUnitId }
    : { answer: said, reason, role, sectionId, namedUnitId: null };

/** Sections that may take a matter, and units that may be named. */
const answerFacts = async (scene: Scene, items: readonly AnswerItem[]) => {
  const { tx, actor } = scene;
  const j = actor.jurisdictionId;
  const sections = await store.sectionsOf(tx, j, officeUnits(actor));
  const { units } = await unitFacts(
    tx,
    j,
    items.flatMap(({ namedUnitId }) => namedUnitId ?? []),
  );
  return { sections, openUnitIds: [...(units ?? [])].filter(([, unit]) => unit.open).map(([id]) => id) };
};

/** A unit's answers. A unit that another one names is asked, too, and told. */
export const answerMany = async (
  scene: Scene,
  roundId: number,
  { items }: BodyOf<typeof answerProposals>,
) => {
  const held = await hold(scene, roundId, 'unit');
  const bad = refusedBy(held, 'answerProposal');
  if (held === null || bad !== null) return bad ?? no('not-found');
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const hand = handOf(actor, at);
  const { list, say } = refusals(scene);
  const ids = items.map(({ proposalId }) => proposalId);
  const proposals = await store.proposalsById(tx, j, roundId, ids);
  const { sections, openUnitIds } = await answerFacts(scene, items);
  const named: store.NewProposal[] = [];
  const given: unknown[] = [];
  for (const item of items) {
    const { proposalId } = item;
    const proposal = proposals.get(proposalId);
    if (proposal === undefined || !officeUnits(actor).includes(proposal.unitId)) {
      say(proposalId, String(proposalId), refuse('not-found'));
      continue;
    }
    const { matterId, unitId, role, caseNo } = proposal;
    const sectionIds = sections.filter((one) => one.unitId === unitId).map(({ id }) => id);
    const refusal = checkAnswer(item, proposal, { sectionIds, openUnitIds });
    if (refusal !== null) {
      say(proposalId, caseNo, refusal);
      continue;
    }
    const kept = keptOf(item);
    await store.saveAnswer(tx, hand, proposalId, kept);
    given.push({ proposalId, matterId, unitId, ...kept });
    if (kept.namedUnitId !== null)
      named.push({ matterId, unitId: kept.namedUnitId, role, kind: 'named', origin: 'objection' });
  }
  const heard = await store.notYetAsked(tx, j, roundId, named);
  await store.insertProposals(tx, hand, roundId, heard);
  tellOffices(tx, hand, 'assignNamed', [...new Set(heard.map(({ unitId }) => unitId))], about(held));
  if (given.length > 0) await journal(scene, roundId, 'answer', { answers: given });
  return answer({ done: given.length, refused: list });
};

export const keep = async (scene: Scene, roundId: number, proposalId: number, reason: string) => {
  const held = await hold(scene, roundId, 'office');
  const bad = refusedBy(held, 'keepProposal');
  if (held === null || bad !== null) return bad ?? no('not-found');
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const proposal = (await store.proposalsById(tx, j, roundId, [proposalId])).get(proposalId);
  if (proposal === undefined) return no('not-found');
  const refusal = checkKeep(reason, proposal);
  if (refusal !== null) return { ok: false, refusal } as const;
  const hand = handOf(actor, at);
  await store.saveKept(tx, hand, proposalId, reason.trim());
  store.touchMatters(tx, j, roundId, [proposal.matterId]);
  tellOffices(tx, hand, 'assignKept', [proposal.unitId], about(held));
  await journal(scene, roundId, 'keep', { proposalId, matterId: proposal.matterId, reason: reason.trim() });
  return answer({ id: proposalId, version: 1 });
};

/** Turns what is agreed into assignments, each by the ordinary command; the rest stays and says why. */
export const assignAgreed = async (
  door: CaseDoor,
  scene: Scene,
  roundId: number,
  { matterIds, responsibleLeader }: BodyOf<typeof assignFromRound>,
) => {
  const held = await hold(scene, roundId, 'office');
  const bad = refusedBy(held, 'assignFromRound');
  if (held === null || bad !== null) return bad ?? no('not-found');
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const { list, say } = refusals(scene);
  const inIt = await store.mattersOfRound(tx, j, roundId, matterIds);
  const assigned: number[] = [];
  // In the order of ids, so that two bulk runs never wait for each other in a circle.
  for (const id of [...new Set(matterIds)].sort((a, b) => a - b)) {
    const row = inIt.get(id);
    const refusal =
      row === undefined ? refuse('matter-not-in-round') : checkSettled(row.proposals, held.context.state);
    if (row === undefined || refusal !== null) {
      say(id, row?.caseNo ?? String(id), refusal ?? refuse('matter-not-in-round'));
      continue;
    }
    const { duties } = planOf(row.proposals);
    const acted = await door.act(tx, actor, at, {
      matterId: id,
      command: { on: 'plan', command: { type: 'assign', duties, responsibleLeader } },
      version: null,
      facts: () =>
        unitFacts(
          tx,
          j,
          duties.map(({ unitId }) => unitId),
        ),
    });
    if (acted.ok) assigned.push(id);
    else say(id, row.caseNo, acted.refusal);
  }
  if (assigned.length > 0) {
    store.leaveRound(tx, handOf(actor, at), roundId, assigned, 'assigned');
    await journal(scene, roundId, 'assign', { matterIds: assigned, responsibleLeader });
  }
  return answer({ done: assigned.length, refused: list });
};
