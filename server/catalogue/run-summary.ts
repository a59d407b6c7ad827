/** What a run knows about itself beside its rows. */
import type { AnyRefusal } from '../platform/problem.ts';
import type { OpenName } from './import-row.ts';
import type { TableSummary } from './read-table.ts';

export type Counts = {
  readonly total: number;
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly wrong: number;
};

export type RunEnd = {
  readonly created: number;
  readonly changed: number;
  readonly assigned: number;
  readonly same: number;
  readonly skipped: number;
  readonly refused: number;
  readonly peopleCreated: number;
  readonly seconds: number;
};

export type RunSummary = {
  readonly counts: Counts;
  /** Null: the file holds no table that could be read; `failure` says why. */
  readonly table: TableSummary | null;
  readonly openUnits: readonly OpenName[];
  readonly openPeople: readonly OpenName[];
  /** Hash over what every row comes to: a confirmed run does what the dry run said, or nothing. */
  readonly digest: string;
  readonly failure: AnyRefusal | null;
  readonly ended: RunEnd | null;
  /** Set when it was confirmed. */
  readonly confirmed: { readonly by: number; readonly soundRowsOnly: boolean } | null;
};
