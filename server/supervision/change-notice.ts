import type { Actor } from '#core/access.ts';
import { noticesForNotice } from '#core/case/notify-supervision.ts';
import { refuse } from '#core/refusal.ts';
import { decideNotice, type SupervisionNoticeCommand } from '#core/supervision/decide-notice.ts';
import { evolveNotice } from '#core/supervision/evolve.ts';
import type { Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { tell } from '../case/trace.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { journalSupervision } from './journal-supervision.ts';
import { saveNotice } from './notice.store.ts';
import { findNotice } from './notice.views.ts';
import { contextOfNotice, noticeOf } from './notice-row.ts';

/** Every step of a notice after its issue. The notice is held meanwhile; each of its matters journals the step. */
export const changeNotice = async (
  door: CaseDoor,
  scene: { readonly tx: Tx; readonly actor: Actor; readonly at: Moment; readonly version: number },
  id: number,
  command: Exclude<SupervisionNoticeCommand, { type: 'serveNotice' }>,
) => {
  const { tx, actor, at, version } = scene;
  const row = await findNotice(tx, actor, id, 'hold');
  if (row === null) return { ok: false, refusal: refuse('not-found') } as const;
  if (row.version !== version)
    return { ok: false, refusal: refuse('stale', { current: row.version }) } as const;
  const house = await door.houseOf(tx, actor.jurisdictionId);
  const before = noticeOf(row);
  const decision = decideNotice(command, before, contextOfNotice(row, actor, at, house));
  if (!decision.ok) return decision;
  const hand = { jurisdictionId: actor.jurisdictionId, personId: actor.personId, at };
  const after = decision.events.reduce(evolveNotice, before);
  for (const event of decision.events) {
    saveNotice(tx, hand, after, event);
    await journalSupervision(scene, before.matterIds, `notice.${command.type}`, {
      on: 'notice',
      id,
      unitId: before.unitId,
      documentNo: before.documentNo,
      event,
    });
    const about = { unitId: before.unitId, issuedById: row.issuedById };
    tell(tx, hand, before.matterIds[0] ?? 0, [noticesForNotice(event, about)]);
  }
  return { ok: true, body: { id, version: row.version + 1, state: after.state } } as const;
};
