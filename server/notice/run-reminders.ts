import { bounds, isReminderDay, tellFrom } from '#core/reminder/reminder.ts';
import type { Instant, Moment } from '#core/words.ts';
import type { HouseOf } from '../case/house.ts';
import type { House } from '../case/load-case.store.ts';
import type { Db, Tx } from '../platform/db/database.ts';
import { localTimeOf, instantAt } from '../platform/moment.ts';
import {
  holdRun,
  type Ladder,
  remindAfter,
  remindDuties,
  remindMatters,
  remindRequests,
  tellNext,
} from './reminder.store.ts';

/** Rows of one transaction: few enough that a killed run loses a moment's work, many enough that a city takes seconds. */
export type BatchSizes = { readonly duties: number; readonly people: number };
const usualSizes: BatchSizes = { duties: 5_000, people: 500 };

const ladderOf = ({ ruleset, calendar }: House, at: Moment): Ladder => ({
  steps: ruleset.reminders.steps,
  bounds: bounds(ruleset.reminders, at.date, calendar),
});

/** When the notices of a run may leave the app; null: at once. */
const notBefore = ({ ruleset, calendar }: House, at: Moment): Instant | null => {
  const from = tellFrom(localTimeOf(at), ruleset.reminders, calendar);
  return from === null ? null : instantAt(from);
};

/** One transaction's worth; false when the run of that day is done. */
const step = async (tx: Tx, j: number, house: House, at: Moment, sizes: BatchSizes): Promise<boolean> => {
  const run = await holdRun(tx, j, at.date);
  switch (run.phase) {
    case 'duties':
      await remindDuties(tx, j, run, ladderOf(house, at), sizes.duties);
      return true;
    case 'disclosures':
      await remindAfter(tx, j, run, ladderOf(house, at), sizes.duties, 'disclose');
      return true;
    case 'reports':
      await remindAfter(tx, j, run, ladderOf(house, at), sizes.duties, 'followUp');
      return true;
    case 'requests':
      await remindRequests(tx, j, run, ladderOf(house, at), sizes.duties);
      return true;
    case 'matters':
      await remindMatters(tx, j, run, ladderOf(house, at), sizes.duties);
      return true;
    case 'telling':
      await tellNext(tx, j, run, { at: at.instant, notBefore: notBefore(house, at), size: sizes.people });
      return true;
    case 'done':
      return false;
    default: {
      const forgotten: never = run.phase;
      return forgotten;
    }
  }
};

/**
 * Reminds everyone of what has reached a step of the ladder, once a working day. Killed at any moment it goes on where
 * it was; run twice, or by two workers at once, it tells nobody twice. On a day off it does nothing: what falls on it
 * is told on the next working day, for a step once reached stays reached. Answers with whether there was a run.
 */
export const runReminders = async (
  db: Db,
  houseOf: HouseOf,
  jurisdictionId: number,
  at: Moment,
  sizes: BatchSizes = usualSizes,
  stopped: () => boolean = () => false,
): Promise<boolean> => {
  const house = await db.read(jurisdictionId, (tx) => houseOf(tx, jurisdictionId));
  if (house.ruleset.reminders.steps.length === 0 || !isReminderDay(at.date, house.calendar)) return false;
  let more = true;
  while (more && !stopped())
    more = await db.write(jurisdictionId, async (tx) => ({
      keep: true,
      value: await step(tx, jurisdictionId, house, at, sizes),
    }));
  return true;
};
