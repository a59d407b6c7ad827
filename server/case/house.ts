import type { Instant } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import type { House } from './load-case.store.ts';

/** Which version of the work calendar counted a date; `id` null: the table that the product ships, alone. */
export type CalendarVersion = {
  readonly id: number | null;
  readonly since: Instant | null;
  readonly note: string;
};

/** The ruleset and calendar in force in a jurisdiction. */
export type HouseOf = (tx: Tx, jurisdictionId: number) => Promise<House>;
