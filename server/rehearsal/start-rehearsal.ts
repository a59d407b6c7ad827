import type { BodyOf } from '#contract/endpoint.ts';
import type { startRehearsal } from '#contract/rehearsal.ts';
import type { Actor } from '#core/access.ts';
import { changeOverlay, emptyOverlay, overlayCalendar } from '#core/clock/overlay-calendar.ts';
import type { WorkCalendar } from '#core/clock/calendar.ts';
import { changeRules } from '#core/rehearsal/change-rules.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { Moment } from '#core/words.ts';
import { type PresetId, presets } from '#rulesets/preset.ts';
import { findProposal } from '../calendar/calendar.store.ts';
import { type HouseWithOverlay, readHouse, shippedCalendar } from '../case/house.store.ts';
import { no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { addJob } from '../platform/db/job.store.ts';
import { insertRehearsal } from './rehearsal.store.ts';
import { mayAll, ownOrgans } from './rehearsal.views.ts';
import { rehearsalJob } from './run-rehearsal.ts';

type Asked = BodyOf<typeof startRehearsal>;
type Tried<T> = { readonly ok: true; readonly value: T } | ReturnType<typeof no>;

const rulesOf = (house: HouseWithOverlay, { rules }: Asked): Tried<Ruleset> => {
  switch (rules.kind) {
    case 'inForce':
      return { ok: true, value: house.ruleset };
    case 'preset':
      return Object.hasOwn(presets, rules.preset)
        ? { ok: true, value: presets[rules.preset as PresetId] }
        : no('field-invalid', { field: 'preset' }, 'rules.preset');
    case 'changed': {
      const changed = changeRules(house.ruleset, rules);
      if (changed.ok) return { ok: true, value: changed.ruleset };
      const at = changed.problems[0]?.at ?? 'rules';
      return no('field-invalid', { field: at }, at);
    }
    default: {
      const forgotten: never = rules;
      return forgotten;
    }
  }
};

const calendarOf = async (
  tx: Tx,
  actor: Actor,
  house: HouseWithOverlay,
  ruleset: Ruleset,
  { calendar }: Asked,
): Promise<Tried<WorkCalendar>> => {
  const shipped = shippedCalendar(ruleset);
  if (calendar.kind === 'inForce') return { ok: true, value: overlayCalendar(shipped, house.overlay) };
  if (calendar.kind === 'shipped') return { ok: true, value: overlayCalendar(shipped, emptyOverlay) };
  // Changes of the calendar that are only looked at are the supervisor's.
  const proposal = mayAll(actor) ? await findProposal(tx, actor.jurisdictionId, calendar.proposalId) : null;
  return proposal === null || proposal.change === null || proposal.change.kind === 'ruleset'
    ? no('field-invalid', { field: 'proposalId' }, 'calendar.proposalId')
    : { ok: true, value: overlayCalendar(shipped, changeOverlay(house.overlay, proposal.change)) };
};

/**
 * Keeps a rehearsal with the rules as they are at this moment and lets the worker replay the matters. Refusals:
 * `field-invalid` at the field (`rules.preset`, `deadlines[3].amount`, `calendar.proposalId`), `not-found` for an
 * organ whose matters are not the actor's.
 */
export const keepRehearsal = async (
  { tx, actor, at }: { readonly tx: Tx; readonly actor: Actor; readonly at: Moment },
  asked: Asked,
) => {
  const mine =
    asked.organId === null ? mayAll(actor) : mayAll(actor) || ownOrgans(actor).includes(asked.organId);
  if (!mine) return no('not-found');
  const j = actor.jurisdictionId;
  const house = await readHouse(tx, j);
  const ruleset = rulesOf(house, asked);
  if (!ruleset.ok) return ruleset;
  const calendar = await calendarOf(tx, actor, house, ruleset.value, asked);
  if (!calendar.ok) return calendar;
  const id = await insertRehearsal(tx, actor, {
    name: asked.name,
    year: asked.year,
    organId: asked.organId,
    asked,
    rules: {
      now: { ruleset: house.ruleset, calendar: house.calendar },
      tried: { ruleset: ruleset.value, calendar: calendar.value },
    },
    today: at.date,
    at: at.instant,
  });
  await record(tx, actor, at, {
    stream: 'rehearsal',
    command: 'rehearsal.start',
    matterId: null,
    data: { id, ...asked },
  });
  await addJob(tx, {
    name: rehearsalJob,
    payload: { jurisdictionId: j, rehearsalId: id },
    key: `${rehearsalJob}:${j}:${id}`,
  });
  return { ok: true, body: { id } } as const;
};
