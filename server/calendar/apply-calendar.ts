import { changeOverlay, type CalendarChange } from '#core/clock/overlay-calendar.ts';
import { readHouse } from '../case/house.store.ts';
import { askRecompute } from '../case/recompute-due.ts';
import { no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import { insertVersion, lockProposal, updateProposal } from './calendar.store.ts';
import { type Act, isOutdated } from './propose-calendar.ts';

/** What a version changed, as its list names it: a year, or the days of the place. */
const changedOf = (change: CalendarChange): string =>
  change.kind === 'year' ? String(change.year.year) : 'regional';

/**
 * Takes a counted change into use: the next version, its journal entry and the order to compute all stored dates
 * anew, in one transaction. Refusals: `not-found`, `calendar-has-errors`, `calendar-not-counted`,
 * `calendar-applied`, `calendar-changed` (another version came first).
 */
export const applyProposal = async (
  { tx, actor, at }: Act,
  order: { readonly proposalId: number; readonly note: string },
) => {
  const j = actor.jurisdictionId;
  const proposal = await lockProposal(tx, j, order.proposalId);
  if (proposal === null || proposal.change?.kind === 'ruleset') return no('not-found');
  const { change, state } = proposal;
  if (state === 'wrong' || change === null) return no('calendar-has-errors');
  if (state === 'applied') return no('calendar-applied');
  const house = await readHouse(tx, j);
  if (isOutdated(proposal, house)) return no('calendar-changed');
  if (state !== 'counted') return no('calendar-not-counted');
  const n = proposal.basedOn + 1;
  const inserted = await insertVersion(tx, j, {
    n,
    since: at.instant,
    by: { id: actor.personId, name: actor.name },
    note: order.note,
    changed: changedOf(change),
    data: changeOverlay(house.overlay, change),
  });
  if (!inserted) return no('calendar-changed');
  await updateProposal(tx, j, { ...proposal, state: 'applied', versionN: n });
  const { movedMatters, movedDuties, origin } = proposal;
  await record(tx, actor, at, {
    stream: 'setup',
    command: 'setup.calendar',
    matterId: null,
    data: { version: n, note: order.note, origin, change, movedMatters, movedDuties },
  });
  const recomputeId = await askRecompute(tx, actor, at, { reason: 'calendar', reference: n });
  return { ok: true, body: { versionId: n, recomputeId } } as const;
};
