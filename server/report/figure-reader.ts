import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureCrossTable, figureValues } from '#contract/figures.ts';
import type { Actor } from '#core/access.ts';
import type { Dimension } from '#core/figures/columns.ts';
import type { FieldFilters } from '#core/report/report.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import type { Language } from '#core/report/render.ts';
import type { Tx } from '../platform/db/database.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';

/** The rows behind several numbers on one sheet. */
export type ListedRows = {
  readonly sheet: WritableSheet;
  /** The cell that leads to the rows of the number at a place, where the sheet of rows has this number, from 0. */
  readonly cellAt: (at: number, sheetNo: number) => WritableCell;
  /** What of them is not listed, as a sentence; null: nothing. */
  readonly cut: string | null;
};

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
  /** What numbers count, as this person sees it now. `count`: how many rows that should be; 0: they are not asked for. */
  readonly rows: (
    scene: ReportScene,
    asked: readonly {
      readonly name: string;
      readonly figure: string;
      readonly filters: FieldFilters;
      readonly asOf: LocalDate;
      readonly count: number;
    }[],
    how: { readonly language: Language; readonly publicUrl: string | null },
  ) => Promise<ListedRows>;
};
