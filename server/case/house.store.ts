import { type CalendarOverlay, emptyOverlay, overlayCalendar } from '#core/clock/overlay-calendar.ts';
import type { WorkCalendar } from '#core/clock/calendar.ts';
import type { DutyKind, Ruleset } from '#core/ruleset.ts';
import { calendars, type PresetId, presets } from '#rulesets/preset.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { CalendarVersion, HouseOf } from './house.ts';
import type { House } from './load-case.store.ts';

/** How long a process may go on with the ruleset and calendar that it knows, in milliseconds. */
export const houseLifetime = 5_000;

type Version = Omit<CalendarVersion, 'id'> & { readonly id: number; readonly data: CalendarOverlay };
type Row = {
  readonly data: Partial<Ruleset>;
  readonly preset: string;
  readonly version: Version | null;
  readonly id: number;
};

export type HouseWithOverlay = House & { readonly overlay: CalendarOverlay; readonly rulesetId: number };

/** The table that the product ships for a ruleset's region. Throws when there is none. */
export const shippedCalendar = (ruleset: Ruleset): WorkCalendar => {
  const calendar = calendars[ruleset.region];
  if (calendar === undefined) throw new Error(`No work calendar for region ${ruleset.region}`);
  return calendar;
};

/**
 * A ruleset as stored, with what rulesets did not know yet when it was taken into use: from its own preset, the
 * national one where that is gone. What is stored is never changed by this.
 */
const completeRuleset = (stored: Partial<Ruleset>, preset: string): Ruleset => {
  const base: Ruleset = presets[preset as PresetId] ?? presets.national;
  const ruled = new Set(
    [...(stored.deadlines ?? []), ...(stored.undatedDuties ?? [])].map(({ duty }) => duty),
  );
  const unknown = <T extends { readonly duty: DutyKind }>(rules: readonly T[]): readonly T[] =>
    rules.filter(({ duty }) => !ruled.has(duty));
  const intake = stored.intake ?? base.intake;
  return {
    ...base,
    ...stored,
    intake: {
      suggestion: { ...base.intake.suggestion, ...intake.suggestion },
      proposal: { ...base.intake.proposal, ...intake.proposal },
    },
    deadlines: [...(stored.deadlines ?? []), ...unknown(base.deadlines)],
    undatedDuties: [...(stored.undatedDuties ?? []), ...unknown(base.undatedDuties)],
  };
};

/**
 * The ruleset and calendar in force, read now, in one query. The calendar is the shipped one with the newest version
 * of the jurisdiction over it. Throws when a jurisdiction has no ruleset: it was not set up.
 */
export const readHouse = async (tx: Tx, jurisdictionId: number): Promise<HouseWithOverlay> => {
  const { rows } = await sql<Row>`
    select r.id, r.data, r.preset, (select json_build_object('id', v.n, 'since', v.since, 'note', v.note, 'data', v.data)
      from calendar_version v where v.jurisdiction_id = r.jurisdiction_id order by v.n desc limit 1) as version
    from ruleset_in_force r where r.jurisdiction_id = ${jurisdictionId} order by r.id desc limit 1`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Jurisdiction ${jurisdictionId} has no ruleset in force`);
  const overlay = row.version?.data ?? emptyOverlay;
  const { id, since, note } = row.version ?? { id: null, since: null, note: '' };
  const ruleset = completeRuleset(row.data, row.preset);
  return {
    ruleset,
    calendar: overlayCalendar(shippedCalendar(ruleset), overlay),
    calendarVersion: { id, since, note },
    overlay,
    rulesetId: row.id,
  };
};

/**
 * The ruleset in force and its calendar, kept for five seconds a process: a change is in force everywhere at once
 * for people, and no command has to read it anew. Throws when a jurisdiction has none: it was not set up.
 */
export const houseReader = (now: () => number = Date.now): HouseOf => {
  const kept = new Map<number, { house: House; until: number }>();
  return async (tx, jurisdictionId) => {
    const known = kept.get(jurisdictionId);
    if (known !== undefined && known.until > now()) return known.house;
    const { overlay: _, rulesetId: __, ...house } = await readHouse(tx, jurisdictionId);
    kept.set(jurisdictionId, { house, until: now() + houseLifetime });
    return house;
  };
};
