import type { Actor } from '#core/access.ts';
import { refuse } from '#core/refusal.ts';
import { recordAct, strikeAct, type SupervisionAct } from '#core/supervision/supervision-act.ts';
import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import { insertAct, strike, takeUpForAct } from './act.store.ts';
import { holdAct, mayStrike, organsOfMatters } from './act.views.ts';
import { journalSupervision } from './journal-supervision.ts';
import { organsOf, supervises } from './supervision-reach.views.ts';
import { unitsNamed } from './urge.views.ts';

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

/** Of which organ alone an act is: that of its matters; without matters, that of the organ's office which did it. */
const organOf = (actor: Actor, matterOrgans: readonly number[]): number | null => {
  const organs = [...new Set(matterOrgans)];
  if (organs.length > 0) return organs.length === 1 ? (organs[0] ?? null) : null;
  return supervises(actor) ? null : (organsOf(actor)[0] ?? null);
};

/** Records what a supervising office did. Refusals: of the core; `not-found` for a matter or unit that is not there for him. */
export const recordSupervision = async (scene: Scene, act: SupervisionAct) => {
  const { tx, actor, at } = scene;
  const decision = recordAct(act, at);
  if (!decision.ok) return decision;
  const matterIds = [...new Set(act.matterIds)];
  const unitIds = [...new Set(act.unitIds)];
  const [matters, units] = await Promise.all([
    organsOfMatters(tx, actor, matterIds),
    unitsNamed(tx, actor.jurisdictionId, unitIds),
  ]);
  if (matters.length < matterIds.length || units.size < unitIds.length)
    return { ok: false, refusal: refuse('not-found') } as const;
  const organId = organOf(
    actor,
    matters.map((matter) => matter.organId),
  );
  const id = await insertAct(tx, actor, at, act, organId);
  if (!(await takeUpForAct(tx, actor, id, act.fileIds)))
    return { ok: false, refusal: refuse('file-missing', {}, 'fileIds') } as const;
  for (const event of decision.events)
    await journalSupervision(scene, matterIds, 'supervisionAct.record', { on: 'supervisionAct', id, event });
  return { ok: true, body: { id, version: 1, state: 'recorded' } } as const;
};

/** Strikes out an act entered by mistake. It is held meanwhile. */
export const strikeSupervision = async (
  scene: Scene & { readonly version: number },
  id: number,
  reason: string,
) => {
  const { tx, actor, at, version } = scene;
  const row = await holdAct(tx, actor, id);
  if (row === null) return { ok: false, refusal: refuse('not-found') } as const;
  if (!mayStrike(actor, row.organId))
    return { ok: false, refusal: refuse('not-yours', { action: 'strikeAct' }) } as const;
  if (row.version !== version)
    return { ok: false, refusal: refuse('stale', { current: row.version }) } as const;
  const decision = strikeAct(reason, row.struckReason !== null);
  if (!decision.ok) return decision;
  await strike(tx, actor, at, id, reason.trim());
  const matterIds = row.matters.map((matter) => matter.id);
  for (const event of decision.events)
    await journalSupervision(scene, matterIds, 'supervisionAct.strike', { on: 'supervisionAct', id, event });
  return { ok: true, body: { id, version: version + 1, state: 'struck' } } as const;
};
