import type { DutyKind, Ruleset } from '#core/ruleset.ts';
import { calendars, type PresetId, presets } from '#rulesets/preset.ts';
import type { HouseOf } from './house.ts';
import type { House } from './load-case.store.ts';

const lifetime = 5_000;

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
  return {
    ...base,
    ...stored,
    deadlines: [...(stored.deadlines ?? []), ...unknown(base.deadlines)],
    undatedDuties: [...(stored.undatedDuties ?? []), ...unknown(base.undatedDuties)],
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
    const row = await tx
      .selectFrom('ruleset_in_force')
      .select(['data', 'preset'])
      .where('jurisdiction_id', '=', jurisdictionId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) throw new Error(`Jurisdiction ${jurisdictionId} has no ruleset in force`);
    const ruleset = completeRuleset(row.data as Partial<Ruleset>, row.preset);
    const calendar = calendars[ruleset.region];
    if (calendar === undefined) throw new Error(`No work calendar for region ${ruleset.region}`);
    const house = { ruleset, calendar };
    kept.set(jurisdictionId, { house, until: now() + lifetime });
    return house;
  };
};
