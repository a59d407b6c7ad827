import * as endpoints from '#contract/hand-back-hearing.ts';
import { addWorkdays } from '#core/clock/calendar.ts';
import { checkText, firstRefusal, refuse } from '#core/refusal.ts';
import { handOf } from '../case/hand.ts';
import type { House } from '../case/load-case.store.ts';
import { tell } from '../case/trace.store.ts';
import type { SideEntry } from '#core/case/side-entry.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import { type Route, route } from '../platform/route.ts';
import { findHearings, saveHearing } from './hearing.store.ts';

/** Until when a named unit is heard; null: the ruleset sets no date. */
export const hearingUntil = ({ ruleset, calendar }: House, today: string): string | null => {
  const { hearing } = ruleset.handBack;
  return hearing === undefined ? null : addWorkdays(today, hearing.workdays, calendar).date;
};

export const hearingRoutes = (): readonly Route[] => [
  route(endpoints.handBackHearings, async ({ tx, actor, query }) => {
    const own = actor.grants.flatMap(({ role, unitId }) => (role === 'unit-office' ? (unitId ?? []) : []));
    const rows = await findHearings(tx, actor, { matterId: query.matterId });
    return answer({
      items: rows.map(({ open, ...row }) => ({
        ...row,
        mayAnswer: open && row.answer === null && own.includes(row.unit.id),
      })),
    });
  }),
  route(endpoints.answerHearing, async ({ tx, actor, at, params, body }) => {
    const [hearing] = await findHearings(tx, actor, { hearingId: params.hearingId });
    const own = actor.grants.some(
      ({ role, unitId }) => role === 'unit-office' && unitId === hearing?.unit.id,
    );
    if (hearing === undefined || !own) return no('not-found');
    const refusal = firstRefusal(
      hearing.open && hearing.answer === null ? null : refuse('hearing-over'),
      body.answer === 'declined' ? checkText(body.reason, 'reason', 2_000) : null,
    );
    if (refusal !== null) return { ok: false, refusal } as const;
    const hand = handOf(actor, at);
    await saveHearing(tx, hand, hearing.id, body.answer, body.reason.trim());
    const { matterId, organId, unit } = hearing;
    const entry: SideEntry = {
      on: 'side',
      event: { type: 'namedUnitHeard' },
      params: {
        unit: unit.name,
        answer: body.answer,
        ...(body.reason.trim() === '' ? {} : { reason: body.reason.trim() }),
      },
      shownTo: 'house',
    };
    await record(tx, actor, at, {
      stream: `matter:${matterId}`,
      command: 'assignment.hear',
      matterId,
      data: [entry],
    });
    tell(tx, hand, matterId, [
      { kind: 'handBackHeard', recipients: [{ to: 'supervisors' }, { to: 'organOffice', organId }] },
    ]);
    return answer({ id: hearing.id });
  }),
];
