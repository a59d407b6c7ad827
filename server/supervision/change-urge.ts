import type { Actor } from '#core/access.ts';
import { noticesForUrge } from '#core/case/notify-supervision.ts';
import { refuse } from '#core/refusal.ts';
import { decideUrge, type UrgeCommand } from '#core/supervision/decide.ts';
import { evolveUrge } from '#core/supervision/evolve.ts';
import type { Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { tell } from '../case/trace.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { journalSupervision } from './journal-supervision.ts';
import { contextOfSlip, urgeOf } from './urge-row.ts';
import { saveSlip } from './urge.store.ts';
import { holdSlip } from './urge.views.ts';

/** Acknowledges a slip, or takes it back. The slip is held meanwhile: of two who press at once, one is told so. */
export const changeUrge = async (
  door: CaseDoor,
  scene: { readonly tx: Tx; readonly actor: Actor; readonly at: Moment; readonly version: number },
  id: number,
  command: Exclude<UrgeCommand, { type: 'urge' }>,
) => {
  const { tx, actor, at, version } = scene;
  const row = await holdSlip(tx, actor, id);
  if (row === null) return { ok: false, refusal: refuse('not-found') } as const;
  if (row.version !== version)
    return { ok: false, refusal: refuse('stale', { current: row.version }) } as const;
  const house = await door.houseOf(tx, actor.jurisdictionId);
  const before = urgeOf(row);
  const decision = decideUrge(command, before, contextOfSlip(row, actor, at, house));
  if (!decision.ok) return decision;
  const hand = { jurisdictionId: actor.jurisdictionId, personId: actor.personId, at };
  const after = decision.events.reduce(evolveUrge, before);
  for (const event of decision.events) if (event.type !== 'urged') saveSlip(tx, hand, after, event);
  const { assignmentId, slipNo, level, matterId } = before;
  for (const event of decision.events)
    await journalSupervision(scene, [matterId], `urge.${command.type}`, {
      on: 'urge',
      id,
      assignmentId,
      slipNo,
      level,
      event,
    });
  const about = { unitId: before.unitId, issuedById: row.issuedById, handlerId: row.handlerId };
  tell(
    tx,
    hand,
    before.matterId,
    decision.events.map((event) => noticesForUrge(event, about)),
  );
  return { ok: true, body: { id, version: row.version + 1, state: after.state } } as const;
};
