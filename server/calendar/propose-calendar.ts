/** A change of the calendar as it is looked at first: read, checked, and counted in the background. */
import type { Actor } from '#core/access.ts';
import type { CalendarIssue, ReadYear } from '#core/clock/calendar-issue.ts';
import type { RegionalDay } from '#core/clock/calendar.ts';
import { checkReadYear } from '#core/clock/check-read-year.ts';
import { checkRegionalDays } from '#core/clock/check-regional-days.ts';
import type { Moment } from '#core/words.ts';
import { presets } from '#rulesets/preset.ts';
import { type HouseWithOverlay, readHouse } from '../case/house.store.ts';
import { countOpenMatters, followedClasses } from '../case/recompute.store.ts';
import { addJob } from '../platform/db/job.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { insertProposal, type Proposal, type ProposedChange } from './calendar.store.ts';

export const movesJob = 'calendar-moves';

export type Act = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

export type Proposed = { readonly change: ProposedChange | null; readonly issues: readonly CalendarIssue[] };

/** Another calendar or ruleset came into force since: what was counted holds no more. */
export const isOutdated = ({ basedOn, rulesetOn }: Proposal, house: HouseWithOverlay): boolean =>
  (house.calendarVersion.id ?? 0) !== basedOn || (rulesetOn !== null && rulesetOn !== house.rulesetId);

export const hasErrors = (issues: readonly CalendarIssue[]): boolean =>
  issues.some(({ severity }) => severity === 'error');

/** A year as it was read, checked against the calendar in force. `origin`: the file's name, or empty. */
export const proposeYear = (
  house: HouseWithOverlay,
  read: ReadYear,
  origin: string,
  at: Moment,
): Proposed => {
  const { year, issues } = checkReadYear(read, house.calendar, origin === '' ? at.date : origin);
  return { change: year === null ? null : { kind: 'year', year }, issues };
};

export const proposeRegional = (house: HouseWithOverlay, days: readonly RegionalDay[]): Proposed => {
  const { regional: _, ...national } = house.calendar;
  return { change: { kind: 'regional', regional: days }, issues: checkRegionalDays(days, national) };
};

/**
 * Keeps what was proposed and, unless it has errors, lets the worker count which dates it would move. Nothing else
 * changes. Answers with its id.
 */
export const keepProposal = async (
  { tx, actor, at }: Act,
  { change, issues }: Proposed,
  origin: string,
): Promise<number> => {
  const j = actor.jurisdictionId;
  const { calendarVersion, rulesetId, ruleset } = await readHouse(tx, j);
  const wrong = change === null || hasErrors(issues);
  const followed = followedClasses(ruleset, change?.kind === 'ruleset' ? presets[change.preset] : ruleset);
  const id = await insertProposal(tx, j, {
    createdBy: actor.personId,
    createdAt: at.instant,
    basedOn: calendarVersion.id ?? 0,
    rulesetOn: rulesetId,
    origin,
    change,
    issues,
    state: wrong ? 'wrong' : 'counting',
    total: wrong ? 0 : await countOpenMatters(tx, j, followed),
  });
  if (!wrong)
    await addJob(tx, {
      name: movesJob,
      payload: { jurisdictionId: j, proposalId: id },
      key: `${movesJob}:${j}:${id}`,
    });
  return id;
};
