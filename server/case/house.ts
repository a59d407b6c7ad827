import type { Tx } from '../platform/db/database.ts';
import type { House } from './load-case.store.ts';

/** The ruleset and calendar in force in a jurisdiction. */
export type HouseOf = (tx: Tx, jurisdictionId: number) => Promise<House>;
