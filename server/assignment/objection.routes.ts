import * as endpoints from '#contract/objection.ts';
import { type Actor, isHimself, standingsOnMatter } from '#core/access.ts';
import {
  checkMayObject,
  checkObjection,
  checkObjectionDecision,
  checkWithdrawObjection,
  objectionUntil,
} from '#core/case/objection.ts';
import { type CaseFile, partiesOf } from '#core/case/case-file.ts';
import type { SideEntry } from '#core/case/side-entry.ts';
import { firstRefusal } from '#core/refusal.ts';
import type { Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { handOf } from '../case/hand.ts';
import { lockCase, type LockedCase } from '../case/load-case.store.ts';
import { unitFacts } from '../case/lookup.store.ts';
import { tell } from '../case/trace.store.ts';
import { answer, no } from '../platform/answer.ts';
import { record, recordAfter } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { type Route, route } from '../platform/route.ts';
import * as store from './objection.store.ts';

/** Proposers and those who oversee the matter; a unit hears of it when its duty changes. */
const readers = ['lead-proposer', 'co-proposer', 'supervisor', 'organ-office', 'city-leader'] as const;

const standings = (file: CaseFile, actor: Actor) => standingsOnMatter(actor, partiesOf(file));

/** Holds the matter, so that nobody objects or decides twice; null: it does not exist for this actor. */
const hold = async (door: CaseDoor, tx: Tx, actor: Actor, matterId: number): Promise<LockedCase | null> => {
  const j = actor.jurisdictionId;
  const locked = await lockCase(tx, await door.houseOf(tx, j), j, matterId);
  return locked === null || standings(locked.file, actor).size === 0 ? null : locked;
};

const journal = async (
  scene: { readonly tx: Tx; readonly actor: Actor; readonly at: Moment },
  { file, head }: LockedCase,
  command: string,
  entry: SideEntry,
): Promise<void> => {
  const { tx, actor, at } = scene;
  const matterId = file.matter.id;
  const line = { stream: `matter:${matterId}`, command, matterId, data: [entry] };
  if (head === null) await record(tx, actor, at, line);
  else recordAfter(tx, head, actor, at, line);
};

const readObjections = (door: CaseDoor): Route =>
  route(endpoints.assignmentObjections, async ({ tx, actor, at, params }) => {
    const file = await door.read(tx, actor, params.matterId);
    if (file === null) return no('not-found');
    const standing = standings(file, actor);
    if (!readers.some((one) => standing.has(one))) return no('not-found');
    const rows = await store.objectionsOf(tx, actor.jurisdictionId, params.matterId);
    const open = rows.some(({ state }) => state === 'open');
    const decides = standing.has('organ-office');
    return answer({
      until: objectionUntil(file),
      mayRaise: checkMayObject(file, actor, at.date, open) === null,
      items: rows.map(({ personId, ...row }) => ({
        ...row,
        mayDecide: decides && row.state === 'open',
        mayWithdraw: isHimself(actor, personId) && row.state === 'open',
      })),
    });
  });

const raise = (door: CaseDoor): Route =>
  route(endpoints.raiseObjection, async ({ tx, actor, at, params, body }) => {
    const held = await hold(door, tx, actor, params.matterId);
    if (held === null) return no('not-found');
    const { file } = held;
    const j = actor.jurisdictionId;
    const rows = await store.objectionsOf(tx, j, params.matterId);
    const facts = await unitFacts(tx, j, body.wantedUnitId === null ? [] : [body.wantedUnitId]);
    const wanted = body.wantedUnitId ?? 0;
    const refusal = firstRefusal(
      checkMayObject(
        file,
        actor,
        at.date,
        rows.some(({ state }) => state === 'open'),
      ),
      checkObjection(file, body, facts.units?.get(wanted)?.open === true),
    );
    if (refusal !== null) return { ok: false, refusal } as const;
    const hand = handOf(actor, at);
    const reason = body.reason.trim();
    const name = facts.unitNames?.get(wanted) ?? '';
    const { id: matterId, organId } = file.matter;
    const id = await store.insertObjection(tx, hand, { matterId, organId, reason, wanted: name });
    await journal({ tx, actor, at }, held, 'assignment.object', {
      on: 'side',
      event: { type: 'objectionRaised' },
      params: { proposer: actor.name, reason, ...(name === '' ? {} : { wanted: name }) },
      shownTo: 'all',
    });
    const recipients = [{ to: 'organOffice', organId } as const, { to: 'supervisors' } as const];
    tell(tx, hand, matterId, [{ kind: 'objectionRaised', recipients }]);
    return answer({ id });
  });

const decide = (door: CaseDoor): Route =>
  route(endpoints.decideObjection, async ({ tx, actor, at, params, body }) => {
    const found = await store.findObjection(tx, actor.jurisdictionId, params.objectionId);
    const held = found === undefined ? null : await hold(door, tx, actor, found.matterId);
    if (found === undefined || held === null || !standings(held.file, actor).has('organ-office'))
      return no('not-found');
    const rows = await store.objectionsOf(tx, actor.jurisdictionId, found.matterId);
    const open = rows.some(({ id, state }) => id === params.objectionId && state === 'open');
    const refusal = checkObjectionDecision(open, body.reason);
    if (refusal !== null) return { ok: false, refusal } as const;
    const hand = handOf(actor, at);
    const reason = body.reason.trim();
    await store.saveObjectionDecision(tx, hand, params.objectionId, body.decision, reason);
    await journal({ tx, actor, at }, held, 'assignment.decideObjection', {
      on: 'side',
      event: { type: 'objectionDecided' },
      params: { decision: body.decision, reason },
      shownTo: 'all',
    });
    tell(tx, hand, found.matterId, [
      { kind: 'objectionDecided', recipients: [{ to: 'person', personId: found.personId }] },
    ]);
    return answer({ id: params.objectionId });
  });

const withdraw = (door: CaseDoor): Route =>
  route(endpoints.withdrawObjection, async ({ tx, actor, at, params }) => {
    const j = actor.jurisdictionId;
    const found = await store.findObjection(tx, j, params.objectionId);
    if (found === undefined || !isHimself(actor, found.personId)) return no('not-found');
    const held = await hold(door, tx, actor, found.matterId);
    if (held === null) return no('not-found');
    const rows = await store.objectionsOf(tx, j, found.matterId);
    const open = rows.some(({ id, state }) => id === params.objectionId && state === 'open');
    const refusal = checkWithdrawObjection(open);
    if (refusal !== null) return { ok: false, refusal } as const;
    const hand = handOf(actor, at);
    await store.saveObjectionWithdrawal(tx, hand, params.objectionId);
    await journal({ tx, actor, at }, held, 'assignment.withdrawObjection', {
      on: 'side',
      event: { type: 'objectionWithdrawn' },
      params: { proposer: actor.name },
      shownTo: 'all',
    });
    const recipients = [{ to: 'organOffice', organId: found.organId } as const];
    tell(tx, hand, found.matterId, [{ kind: 'objectionWithdrawn', recipients }]);
    return answer({ id: params.objectionId });
  });

export const objectionRoutes = (door: CaseDoor): readonly Route[] => [
  readObjections(door),
  raise(door),
  decide(door),
  withdraw(door),
];
