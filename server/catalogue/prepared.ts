import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import type { Indexer } from '../platform/search.ts';
import type { Choices } from './choices.ts';
import type { AnalysedRow, OpenName, RowResult } from './import-row.ts';
import type { TableSummary } from './read-table.ts';
import type { RunEnd } from './run-summary.ts';

export type ImportDeps = {
  readonly door: CaseDoor;
  readonly indexer: Indexer;
  readonly seal: (text: string) => string;
  readonly openSeal: (sealed: string) => string;
};

/** Who imports what, when, in which transaction. */
export type ImportScene = {
  readonly tx: Tx;
  readonly house: House;
  readonly actor: Actor;
  readonly at: Moment;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly choices: Choices;
};

export type WriteOrder = {
  readonly importId: number;
  readonly soundRowsOnly: boolean;
  readonly progress: (done: number) => Promise<void>;
};

export type Written =
  | {
      readonly ok: true;
      readonly end: Omit<RunEnd, 'seconds'>;
      /** For rows with which something was done, or was refused. */
      readonly results: readonly { readonly n: number; readonly result: RowResult }[];
    }
  | { readonly ok: false; readonly refusal: AnyRefusal };

/** A file read and compared; `write` does what the rows say, in the same transaction. */
export type Prepared = {
  /** Null: no table; `failure` says why. */
  readonly table: TableSummary | null;
  readonly failure: AnyRefusal | null;
  readonly rows: readonly AnalysedRow[];
  readonly openUnits: readonly OpenName[];
  readonly openPeople: readonly OpenName[];
  /** Hash over what every row comes to. */
  readonly digest: string;
  readonly write: (order: WriteOrder) => Promise<Written>;
};

export type Prepare = (deps: ImportDeps, scene: ImportScene) => Promise<Prepared>;

/** A file of which nothing can be said but why. */
export const unreadable = (failure: AnyRefusal, table: TableSummary | null = null): Prepared => ({
  table,
  failure,
  rows: [],
  openUnits: [],
  openPeople: [],
  digest: '',
  write: async () => ({ ok: false, refusal: failure }),
});

/** A sheet list without a table yet: what a person chooses from. */
export const noTable = (sheets: TableSummary['sheets'], fields: readonly string[]): TableSummary => ({
  sheets,
  sheet: 0,
  headerRows: null,
  titleLines: [],
  columns: [],
  fields,
  sections: 'ignored',
  defaults: {},
  confidence: 0,
  remembered: false,
  leftOut: [],
  issues: [],
  fingerprint: '',
  mapping: { version: 1, columns: [], headerRows: null, firstDataRow: 0, sections: 'ignored', defaults: {} },
});
