/** Merging and splitting units: what it would move, and doing it in one transaction for a batch of duties. */
import type { previewSuccession, succeedUnits } from '#contract/succession.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import type { SideEntry } from '#core/case/side-entry.ts';
import type { Actor } from '#core/access.ts';
import { checkSuccession, type Move, planMoves, type SuccessionChoice } from '#core/succession/succession.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { Moment } from '#core/words.ts';
import { handOf } from '../case/hand.ts';
import type { CaseDoor } from '../case/door.ts';
import { lockCase } from '../case/load-case.store.ts';
import { keepFacts } from '../case/keep-facts.ts';
import { saveDuties, saveMatter } from '../case/save-case.store.ts';
import { tell } from '../case/trace.store.ts';
import { record, recordAfter } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import * as store from './succession.store.ts';

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

/** Most duties that go over in one transaction; what is left goes with the next press, and then the units close. */
const batch = 2_000;

const choiceOf = (body: BodyOf<typeof previewSuccession>): SuccessionChoice => ({
  fromIds: body.fromIds,
  toIds: body.toIds,
  sections: new Map(body.sections.map(({ sectionId, toId }) => [sectionId, toId])),
  duties: new Map(body.duties.map(({ assignmentId, toId }) => [assignmentId, toId])),
});

type Worked = {
  readonly choice: SuccessionChoice;
  readonly moves: readonly Move[];
  readonly names: ReadonlyMap<number, string>;
  readonly sections: Awaited<ReturnType<typeof store.sectionsOfUnits>>;
};

/** What the choice comes to now, or why it cannot be. `hold`: the units stay as they are until it is done. */
const work = async (
  { tx, actor }: Scene,
  body: BodyOf<typeof previewSuccession>,
  hold: boolean,
): Promise<Worked | Refusal> => {
  const j = actor.jurisdictionId;
  const choice = choiceOf(body);
  const units = await store.unitsOf(tx, j, [...choice.fromIds, ...choice.toIds], hold);
  const refusal = checkSuccession(choice, units);
  if (refusal !== null) return refusal;
  const open = await store.openDuties(tx, j, choice.fromIds, batch);
  const matterIds = open.map(({ matterId }) => matterId);
  const living = await store.livingDuties(tx, j, choice.toIds, matterIds);
  return {
    choice,
    moves: planMoves(choice, open, living),
    names: new Map([...units].map(([id, { name }]) => [id, name])),
    sections: await store.sectionsOfUnits(tx, j, choice.fromIds),
  };
};

const isRefusal = (worked: Worked | Refusal): worked is Refusal => 'code' in worked;

export const preview = async (scene: Scene, body: BodyOf<typeof previewSuccession>) => {
  const worked = await work(scene, body, false);
  if (isRefusal(worked)) return { ok: false, refusal: worked } as const;
  const { choice, moves, names, sections } = worked;
  const { tx, actor } = scene;
  const first = choice.toIds[0] ?? 0;
  const named = (id: number) => ({ id, name: names.get(id) ?? String(id) });
  const people = await store.grantsOfUnits(tx, actor.jurisdictionId, choice.fromIds);
  return {
    ok: true,
    body: {
      moves: moves.map(({ assignmentId, caseNo, unitId, toId, role, sectionId, problem }) => ({
        assignmentId,
        caseNo,
        from: named(unitId),
        to: named(toId),
        role,
        section: sections.find(({ id }) => id === sectionId)?.name ?? null,
        problem,
      })),
      sections: sections.map(({ id, name }) => ({ id, name, to: named(choice.sections.get(id) ?? first) })),
      people: people.map(({ name, role, unit }) => ({ name, role, unit })),
      staying: await store.countStaying(tx, actor.jurisdictionId, choice.fromIds),
    },
  } as const;
};

/** One duty goes over as it stands: its dates, its extensions, its drafts. The matter's journal says so. */
const pass = async (
  door: CaseDoor,
  scene: Scene,
  successionId: number,
  move: Move,
  names: Worked['names'],
  reason: string,
): Promise<void> => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const hand = handOf(actor, at);
  const locked = await lockCase(tx, await door.houseOf(tx, j), j, move.matterId);
  if (locked === null) return;
  const before = locked.file;
  const after = {
    ...before,
    duties: before.duties.map((duty) =>
      duty.id === move.assignmentId ? { ...duty, unitId: move.toId } : duty,
    ),
  };
  await saveDuties(tx, hand, before, after, new Map());
  saveMatter(tx, hand, before, after, {});
  store.notePassed(tx, hand, successionId, move);
  const data: SideEntry = {
    on: 'side',
    event: { type: 'dutyPassed' },
    params: { from: names.get(move.unitId) ?? '', to: names.get(move.toId) ?? '', reason },
    shownTo: 'all',
  };
  const entry = {
    stream: `matter:${move.matterId}`,
    command: 'assignment.pass',
    matterId: move.matterId,
    data: [data],
  };
  if (locked.head === null) await record(tx, actor, at, entry);
  else recordAfter(tx, locked.head, actor, at, entry);
  await keepFacts(tx, j, [after]);
  tell(tx, hand, move.matterId, [
    { kind: 'dutyPassed', recipients: [{ to: 'unitOffice', unitId: move.toId }] },
  ]);
};

/**
 * Merges or splits units. Duties that meet another part of the successor stay where they are and are counted as left;
 * as long as any is left the old units stay open, and a further press goes on from there.
 */
export const succeed = async (door: CaseDoor, scene: Scene, body: BodyOf<typeof succeedUnits>) => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  if (body.effectiveOn > at.date)
    return { ok: false, refusal: refuse('succession-in-future', {}, 'effectiveOn') } as const;
  const worked = await work(scene, body, true);
  if (isRefusal(worked)) return { ok: false, refusal: worked } as const;
  const { choice, moves, names, sections } = worked;
  const hand = handOf(actor, at);
  const nameOf = (id: number): string => names.get(id) ?? String(id);
  const kind = choice.toIds.length > 1 ? 'split' : 'merge';
  const plan = {
    ...body,
    from: choice.fromIds.map(nameOf),
    to: choice.toIds.map(nameOf),
  };
  const { effectiveOn, reason } = body;
  const id = await store.insertSuccession(tx, hand, { kind, effectiveOn, reason, plan });
  const first = choice.toIds[0] ?? 0;
  for (const section of sections)
    await store.moveSection(tx, j, section.id, choice.sections.get(section.id) ?? first);
  const passing = moves.filter(({ problem }) => problem === null);
  for (const move of passing) await pass(door, scene, id, move, names, reason);
  const left = (await store.openDuties(tx, j, choice.fromIds, batch)).length;
  const people = await store.grantsOfUnits(tx, j, choice.fromIds);
  if (left === 0) {
    await store.moveGrants(tx, j, choice.fromIds, body.grants === 'move' ? first : null);
    await store.closeBehind(tx, j, id, choice);
  }
  await record(tx, actor, at, {
    stream: 'setup',
    command: 'setup.succession',
    matterId: null,
    data: { id, ...plan },
  });
  return {
    ok: true,
    body: { id, moved: passing.length, left, closed: left === 0 },
    people: left === 0 ? people.map(({ personId }) => personId) : [],
  } as const;
};
