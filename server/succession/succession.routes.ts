import * as endpoints from '#contract/succession.ts';
import { handOf } from '../case/hand.ts';
import type { CaseDoor } from '../case/door.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import { type Route, route } from '../platform/route.ts';
import { preview, succeed } from './succeed.ts';
import * as store from './succession.store.ts';

export type SuccessionDeps = {
  readonly door: CaseDoor;
  /** Forgets what is kept in memory about a person, so that a change of roles acts at once. */
  readonly forget: (jurisdictionId: number, personId: number) => void;
};

/** The form under which an alias is compared: no spaces, full-width made plain, lower case. */
const aliasKey = (alias: string): string => alias.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const rename: Route = route(endpoints.renameUnit, async ({ tx, actor, at, params, body, version }) => {
  const j = actor.jurisdictionId;
  const unit = (await store.unitsOf(tx, j, [params.unitId], true)).get(params.unitId);
  if (unit === undefined || unit.kind !== 'unit') return no('not-found');
  if (unit.version !== version) return no('stale', { current: unit.version });
  if (!unit.open) return no('unit-closed', { unit: unit.name });
  if (body.effectiveOn > at.date) return no('succession-in-future', {}, 'effectiveOn');
  if (await store.nameTaken(tx, j, body.name, params.unitId))
    return no('name-taken', { name: body.name }, 'name');
  const { effectiveOn, reason, ...names } = body;
  const plan = { unitId: unit.id, from: [unit.name], to: [names.name] };
  const id = await store.insertSuccession(tx, handOf(actor, at), {
    kind: 'rename',
    effectiveOn,
    reason,
    plan,
  });
  await store.keepPastName(tx, j, unit.id, effectiveOn, id);
  await store.addAlias(tx, j, unit.id, unit.name, aliasKey(unit.name));
  const now = await store.setName(tx, j, unit.id, names);
  await record(tx, actor, at, {
    stream: 'setup',
    command: 'setup.unitRenamed',
    matterId: null,
    data: { id: unit.id, from: unit.name, ...body },
  });
  return answer({ id: unit.id, version: now });
});

/** Units renamed, merged and split. */
export const successionRoutes = ({ door, forget }: SuccessionDeps): readonly Route[] => [
  rename,
  route(endpoints.previewSuccession, (scene) => preview(scene, scene.body)),
  route(endpoints.succeedUnits, async (scene) => {
    const done = await succeed(door, scene, scene.body);
    if (!done.ok) return done;
    for (const personId of done.people) forget(scene.actor.jurisdictionId, personId);
    return answer(done.body);
  }),
  route(endpoints.successions, async ({ tx, actor }) =>
    answer({ items: await store.listSuccessions(tx, actor.jurisdictionId) }),
  ),
];
