import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable, figureValues } from '#contract/figures.ts';
import type { Actor } from '#core/access.ts';
import type { Dimension } from '#core/figures/columns.ts';
import type { FieldFilters } from '#core/report/report.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';

export type ReportScene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

/** What reports ask of the figures: the values and tables that the pages of figures show, in the same shape. */
export type FigureReader = {
  /** Whether every matter of the jurisdiction has its facts; until then its numbers are those of a part of it. */
  readonly ready: (tx: Tx, j: number) => Promise<boolean>;
  /**
   * For each question one value for each name, in their order; what is asked together is counted together. Throws where
   * a figure cannot be asked for: that is checked before.
   */
  readonly values: (
    scene: ReportScene,
    asked: readonly {
      readonly figures: readonly string[];
      readonly filters: FieldFilters;
      readonly asOf: LocalDate;
      readonly decimals: number | null;
      readonly compareYear: number | null;
      /** The day of that year at whose end it is compared; null where no year is. */
      readonly compareAsOf: LocalDate | null;
    }[],
  ) => Promise<readonly ResponseOf<typeof figureValues>['items'][]>;
  readonly table: (
    scene: ReportScene,
    asked: {
      readonly figure: string;
      readonly rows: Dimension;
      readonly filters: FieldFilters;
      readonly asOf: LocalDate;
    },
  ) => Promise<ResponseOf<typeof figureCrossTable>>;
};
