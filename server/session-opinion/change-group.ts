import type { Actor } from '#core/access.ts';
import { checkText, deny, refuse } from '#core/refusal.ts';
import type { Moment } from '#core/words.ts';
import { handOf } from '../case/hand.ts';
import { tell } from '../case/trace.store.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { holdGroup, insertGroup, organOfSession, renameGroup, setRecorders } from './group.store.ts';
import { organsOf } from './session-reach.views.ts';

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };
type Group = { readonly name: string; readonly recorderIds: readonly number[] };

const appoint = async (scene: Scene, groupId: number, { name, recorderIds }: Group, command: string) => {
  const { tx, actor, at } = scene;
  const appointed = await setRecorders(tx, actor, groupId, recorderIds);
  const data = [{ on: 'sessionGroup', id: groupId, name, recorderIds }];
  await record(tx, actor, at, { stream: 'session-opinions', command, matterId: null, data });
  tell(
    tx,
    handOf(actor, at),
    null,
    appointed.map((personId) => ({
      kind: 'sessionRecorderAppointed',
      recipients: [{ to: 'person', personId } as const],
    })),
  );
};

/** Adds a group to a session of one's own organ. Refusals: `not-found`, `name-taken`, an empty name. */
export const addGroup = async (scene: Scene, sessionId: number, given: Group) => {
  const { tx, actor } = scene;
  const organId = await organOfSession(tx, actor.jurisdictionId, sessionId);
  if (organId === null || !organsOf(actor).includes(organId)) return deny(refuse('not-found'));
  const name = given.name.trim();
  const bad = checkText(name, 'name', 100);
  if (bad !== null) return deny(bad);
  const id = await insertGroup(tx, actor.jurisdictionId, { organId, sessionId, name });
  if (id === null) return deny(refuse('name-taken', { name }, 'name'));
  await appoint(scene, id, { ...given, name }, 'sessionGroup.add');
  return { ok: true, body: { id, version: 1, state: 'active' } } as const;
};

/** Renames a group and says who records for it. */
export const changeGroup = async (scene: Scene & { readonly version: number }, id: number, given: Group) => {
  const { tx, actor, version } = scene;
  const group = await holdGroup(tx, actor.jurisdictionId, id);
  if (group === null || !organsOf(actor).includes(group.organId)) return deny(refuse('not-found'));
  if (group.version !== version) return deny(refuse('stale', { current: group.version }));
  const name = given.name.trim();
  const bad = checkText(name, 'name', 100);
  if (bad !== null) return deny(bad);
  if (!(await renameGroup(tx, actor.jurisdictionId, group, name)))
    return deny(refuse('name-taken', { name }, 'name'));
  await appoint(scene, id, { ...given, name }, 'sessionGroup.change');
  return { ok: true, body: { id, version: version + 1, state: 'active' } } as const;
};
