import type { Endpoint } from '#contract/endpoint.ts';
import * as endpoints from '#contract/setup.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Scene } from '../platform/http.ts';
import { type Route, route } from '../platform/route.ts';
import { checkGrants } from './check-grants.ts';
import * as people from './person.store.ts';
import * as places from './setup.store.ts';
import { searchProposers, viewPeople, viewSetup, viewUnits } from './setup.views.ts';
import * as units from './unit.store.ts';

export type SetupDeps = {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
  /** Forgets what is kept in memory about a person, so that a change of roles acts at once. */
  readonly forget: (jurisdictionId: number, personId: number) => void;
};

type Writing = Pick<Scene<Endpoint>, 'tx' | 'actor' | 'at'>;

const journal = ({ tx, actor, at }: Writing, command: string, data: unknown): Promise<number> =>
  record(tx, actor, at, { stream: 'setup', command, matterId: null, data });

const organs: readonly Route[] = [
  route(endpoints.setupOverview, async ({ tx, actor }) => answer(await viewSetup(tx, actor))),
  route(endpoints.saveJurisdiction, async (scene) => {
    await places.renameJurisdiction(scene.tx, scene.body);
    await journal(scene, 'setup.jurisdiction', scene.body);
    return answer(undefined);
  }),
  route(endpoints.addOrgan, async (scene) => {
    const id = await places.insertOrgan(scene.tx, scene.actor.jurisdictionId, scene.body);
    if (id === null) return no('name-taken', { name: scene.body.name }, 'name');
    await journal(scene, 'setup.organ', { id, ...scene.body });
    return answer({ id });
  }),
  route(endpoints.addTerm, async (scene) => {
    const { tx, actor, body, params } = scene;
    if ((await places.findOrgan(tx, actor.jurisdictionId, params.organId)) === undefined)
      return no('not-found');
    const id = await places.insertTerm(tx, actor.jurisdictionId, params.organId, body);
    if (id === null) return no('name-taken', { name: String(body.number) }, 'number');
    await journal(scene, 'setup.term', { id, organId: params.organId, ...body });
    return answer({ id });
  }),
  route(endpoints.addSession, async (scene) => {
    const { tx, actor, body, params } = scene;
    const term = await places.findTerm(tx, actor.jurisdictionId, params.termId);
    if (term === undefined) return no('not-found');
    if (body.closesOn < body.opensOn) return no('field-invalid', { field: 'closesOn' }, 'closesOn');
    const id = await places.insertSession(
      tx,
      actor.jurisdictionId,
      { termId: term.id, organId: term.organId },
      body,
    );
    if (id === null) return no('name-taken', { name: String(body.number) }, 'number');
    await journal(scene, 'setup.session', { id, termId: term.id, ...body });
    return answer({ id });
  }),
];

const unitRoutes: readonly Route[] = [
  route(endpoints.listUnits, async ({ tx, actor }) => answer({ items: await viewUnits(tx, actor) })),
  route(endpoints.addUnit, async (scene) => {
    const { tx, actor, body } = scene;
    const j = actor.jurisdictionId;
    const { parentId, ...fields } = body;
    if (parentId !== null) {
      const parent = await units.findUnit(tx, actor, parentId);
      if (parent === undefined || parent.kind !== 'unit' || parent.state !== 'active')
        return no('unit-unknown', {}, 'parentId');
    }
    if (await units.unitNameTaken(tx, j, parentId, body.name, 0))
      return no('name-taken', { name: body.name }, 'name');
    const alias = await units.aliasTaken(tx, j, body.aliases, 0);
    if (alias !== null) return no('name-taken', { name: alias }, 'aliases');
    const id = await units.insertUnit(tx, j, parentId, fields);
    await journal(scene, 'setup.unit', { id, ...body });
    return answer({ id });
  }),
  route(endpoints.changeUnit, async (scene) => {
    const { tx, actor, body, params } = scene;
    const j = actor.jurisdictionId;
    const unit = await units.findUnit(tx, actor, params.unitId);
    if (unit === undefined) return no('not-found');
    if (unit.version !== scene.version) return no('stale', { current: unit.version });
    if (await units.unitNameTaken(tx, j, unit.parentId, body.name, unit.id))
      return no('name-taken', { name: body.name }, 'name');
    const alias = await units.aliasTaken(tx, j, body.aliases, unit.id);
    if (alias !== null) return no('name-taken', { name: alias }, 'aliases');
    const version = await units.updateUnit(tx, j, unit.id, body, scene.at.instant);
    await journal(scene, 'setup.unitChanged', { id: unit.id, ...body });
    return answer({ id: unit.id, version });
  }),
  route(endpoints.closeUnit, async (scene) => {
    const { tx, actor, params } = scene;
    const unit = await units.findUnit(tx, actor, params.unitId);
    if (unit === undefined) return no('not-found');
    const count = await units.countOpenDuties(tx, actor.jurisdictionId, unit.id);
    if (count > 0) return no('unit-has-open-duties', { count });
    const returning = await units.countMayReturn(tx, actor.jurisdictionId, unit.id);
    if (returning > 0) return no('unit-may-be-called-back', { count: returning });
    await units.setUnitClosed(tx, actor.jurisdictionId, unit.id);
    await journal(scene, 'setup.unitClosed', { id: unit.id });
    return answer(undefined);
  }),
];

const changePerson = (deps: SetupDeps): Route =>
  route(endpoints.changePerson, async (scene) => {
    const { tx, actor, body, params } = scene;
    const person = await people.findPersonRow(tx, actor, params.personId);
    if (person === undefined) return no('not-found');
    if (person.version !== scene.version) return no('stale', { current: person.version });
    const refusal = checkGrants(body.grants, await people.knownPlaces(tx, actor.jurisdictionId, body.grants));
    if (refusal !== null) return { ok: false, refusal };
    const stillAdmin = body.grants.some((grant) => grant.role === 'system-admin');
    if (!stillAdmin && (await people.otherAdministrators(tx, actor.jurisdictionId, person.id)) === 0)
      return no('last-administrator');
    const count = await people.countOrphaned(tx, actor.jurisdictionId, person.id, body.grants);
    if (count > 0) return no('person-has-open-duties', { count });
    const { phone, grants, ...fields } = body;
    const phoneSealed = phone === null || phone === '' ? null : deps.seal(phone);
    const version = await people.updatePersonRow(
      tx,
      actor.jurisdictionId,
      person.id,
      { ...fields, phoneSealed },
      grants,
      scene.at.instant,
    );
    await journal(scene, 'setup.personChanged', {
      id: person.id,
      ...fields,
      grants,
      phone: phoneSealed !== null,
    });
    deps.forget(actor.jurisdictionId, person.id);
    return answer({ id: person.id, version });
  });

const peopleRoutes = (deps: SetupDeps): readonly Route[] => [
  route(endpoints.listPeople, async ({ tx, actor, query }) =>
    answer(await viewPeople(tx, actor, query, deps.open)),
  ),
  route(endpoints.addPerson, async (scene) => {
    const { tx, actor, body } = scene;
    const refusal = checkGrants(body.grants, await people.knownPlaces(tx, actor.jurisdictionId, body.grants));
    if (refusal !== null) return { ok: false, refusal };
    const { phone, grants, ...fields } = body;
    const phoneSealed = phone === null || phone === '' ? null : deps.seal(phone);
    const id = await people.insertPersonRow(tx, actor.jurisdictionId, { ...fields, phoneSealed }, grants);
    await journal(scene, 'setup.person', { id, ...fields, grants, phone: phoneSealed !== null });
    return answer({ id });
  }),
  changePerson(deps),
  route(endpoints.closePerson, async (scene) => {
    const { tx, actor, params, at } = scene;
    const person = await people.findPersonRow(tx, actor, params.personId);
    if (person === undefined) return no('not-found');
    const count = await people.countOrphaned(tx, actor.jurisdictionId, person.id, []);
    if (count > 0) return no('person-has-open-duties', { count });
    if ((await people.otherAdministrators(tx, actor.jurisdictionId, person.id)) === 0)
      return no('last-administrator');
    await people.setPersonClosed(tx, actor.jurisdictionId, person.id, at.instant);
    await journal(scene, 'setup.personClosed', { id: person.id });
    deps.forget(actor.jurisdictionId, person.id);
    return answer(undefined);
  }),
  route(endpoints.findProposers, async ({ tx, actor, query }) =>
    answer({ items: await searchProposers(tx, actor, query.q) }),
  ),
];

export const setupRoutes = (deps: SetupDeps): readonly Route[] => [
  ...organs,
  ...unitRoutes,
  ...peopleRoutes(deps),
];
