import * as endpoints from '#contract/absence.ts';
import type { BodyOf, ParamsOf } from '#contract/endpoint.ts';
import { coveredGrants, mayArrange } from '#core/absence/cover.ts';
import { type Arrangement, checkDelegation, mayEnd } from '#core/absence/delegation.ts';
import type { Actor } from '#core/access.ts';
import { addDays } from '#core/clock/calendar.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { tellPeople } from '../notice/tell.store.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { type Route, route } from '../platform/route.ts';
import { countTodo } from '../see/workbench.views.ts';
import { endDelegationRow, holdDelegation, insertDelegation } from './absence.store.ts';
import * as views from './absence.views.ts';
import { actingFor } from './stand-in.ts';

export type AbsenceDeps = {
  readonly door: CaseDoor;
  /** What is remembered of this person's delegations is about to change. */
  readonly forget: (jurisdictionId: number, personId: number) => void;
};

/** What is over stays listed for so many days. */
const listedFor = 90;

const stateOf = (
  { from, until, ended }: views.FoundDelegation,
  today: LocalDate,
): 'planned' | 'running' | 'over' | 'ended' => {
  if (ended) return 'ended';
  if (until < today) return 'over';
  return from > today ? 'planned' : 'running';
};

const viewDelegations = async (tx: Tx, actor: Actor, at: Moment) => {
  const j = actor.jurisdictionId;
  const colleagues = await views.findColleagues(tx, j, actor.grants);
  const others = colleagues.filter(
    ({ id, grants }) => id !== actor.personId && mayArrange(actor.grants, grants),
  );
  const mine = new Set([actor.personId, ...others.map(({ id }) => id)]);
  const since = addDays(at.date, -listedFor);
  const found = await views.findDelegations(tx, j, [...mine], actor.personId, since);
  return {
    items: found.map(({ ended, ...one }) => {
      const state = stateOf({ ...one, ended }, at.date);
      const open = state === 'planned' || state === 'running';
      return {
        ...one,
        state,
        mayEnd: open && (mine.has(one.person.id) || one.standIn.id === actor.personId),
      };
    }),
    people: [{ id: actor.personId, name: actor.name }, ...others.map(({ id, name }) => ({ id, name }))],
  };
};

type Act = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

/** Both hear of it, unless it is their own doing. */
const tellBoth = ({ tx, actor, at }: Act, kind: string, people: readonly number[]): void =>
  tellPeople(
    tx,
    actor.jurisdictionId,
    at.instant,
    people.flatMap((personId) => (personId === actor.personId ? [] : [{ personId, kind, matterId: null }])),
  );

const listStandIns = async ({ tx, actor }: Act, params: ParamsOf<typeof endpoints.standIns>) => {
  const absent = await views.findPerson(tx, actor.jurisdictionId, params.personId);
  const own = absent?.id === actor.personId;
  if (absent === null || (!own && !mayArrange(actor.grants, absent.grants))) return no('not-found');
  const colleagues = await views.findColleagues(tx, actor.jurisdictionId, absent.grants);
  const items = colleagues
    .filter(({ id, grants }) => id !== absent.id && coveredGrants(absent.grants, grants).length > 0)
    .filter(({ id }) => own || id !== actor.personId)
    .map(({ id, name, post }) => ({ id, name, post }));
  return answer({ items });
};

const make = async ({ tx, actor, at }: Act, body: BodyOf<typeof endpoints.makeDelegation>) => {
  const j = actor.jurisdictionId;
  const held = await views.holdPeople(tx, j, [body.personId, body.standInId]);
  const absent = held.get(body.personId);
  if (absent === undefined) return no('not-found');
  const standIn = held.get(body.standInId);
  if (standIn === undefined) return no('delegation-not-eligible', {}, 'standInId');
  const arrangement: Arrangement = {
    maker: { id: actor.personId, grants: actor.grants },
    absent,
    standIn,
    standing: await views.findStanding(tx, j, [absent.id, standIn.id], at.date),
    today: at.date,
  };
  const refusal = checkDelegation(arrangement, body);
  if (refusal !== null) return { ok: false, refusal } as const;
  const agreed = coveredGrants(absent.grants, standIn.grants);
  const id = await insertDelegation(tx, j, {
    ...body,
    agreed,
    by: actor.personId,
    at: at.instant,
  });
  await record(tx, actor, at, {
    stream: `person:${absent.id}`,
    command: 'delegation.make',
    matterId: null,
    data: { id, ...body, standIn: standIn.name, lent: agreed },
  });
  tellBoth({ tx, actor, at }, 'delegationMade', [absent.id, standIn.id]);
  return answer({ id });
};

const end = async (
  { tx, actor, at }: Act,
  params: ParamsOf<typeof endpoints.endDelegation>,
  forget: AbsenceDeps['forget'],
) => {
  const j = actor.jurisdictionId;
  const held = await holdDelegation(tx, j, params.delegationId, at.date);
  const absent = held === null ? null : await views.findPerson(tx, j, held.personId);
  const someone = { id: actor.personId, grants: actor.grants };
  if (held === null || absent === null || !mayEnd(someone, held, absent.grants)) return no('not-found');
  if (held.over) return no('delegation-over');
  forget(j, held.personId);
  await endDelegationRow(tx, j, params.delegationId, actor.personId, at.instant);
  await record(tx, actor, at, {
    stream: `person:${held.personId}`,
    command: 'delegation.end',
    matterId: null,
    data: { id: params.delegationId },
  });
  tellBoth({ tx, actor, at }, 'delegationEnded', [held.personId, held.standInId]);
  return answer(undefined);
};

const listCovers = async ({ tx, actor, at }: Act, door: CaseDoor) => {
  const house = await door.houseOf(tx, actor.jurisdictionId);
  const found = await views.findCovers(tx, actor.jurisdictionId, actor.personId, at.date);
  const items = [];
  for (const cover of found) {
    const acting = actingFor(actor, cover);
    const { id, name } = cover.person;
    if (acting !== null)
      items.push({ person: { id, name }, until: cover.until, todo: await countTodo(tx, house, acting) });
  }
  return answer({ items });
};

export const absenceRoutes = ({ door, forget }: AbsenceDeps): readonly Route[] => [
  route(endpoints.delegations, async ({ tx, actor, at }) => answer(await viewDelegations(tx, actor, at))),
  route(endpoints.standIns, (scene) => listStandIns(scene, scene.params)),
  route(endpoints.makeDelegation, (scene) => make(scene, scene.body)),
  route(endpoints.endDelegation, (scene) => end(scene, scene.params, forget)),
  route(endpoints.covers, (scene) => listCovers(scene, door)),
];
