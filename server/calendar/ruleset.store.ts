/** The rulesets of a jurisdiction: the newest is in force, the ones before stay on record. */
import { type PresetId, presets } from '#rulesets/preset.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** A preset by its id; null: there is none. */
export const presetOf = (id: string): PresetId | null =>
  Object.hasOwn(presets, id) ? (id as PresetId) : null;

/** Of two people who take a ruleset into use at once the second waits, and then sees the first one's. */
export const holdRuleset = async (tx: Tx, j: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('ruleset:' || ${j}::text, 0))`.execute(tx);
};

/** Takes a preset into use from now on. Answers with its number. */
export const insertRuleset = async (tx: Tx, j: number, preset: PresetId, at: string): Promise<number> => {
  const { id } = await tx
    .insertInto('ruleset_in_force')
    .values({ jurisdiction_id: j, preset, data: JSON.stringify(presets[preset]), since: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
