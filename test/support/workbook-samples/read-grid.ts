/** Reads a table that a test writes as texts, and says what came of it in few words. */
import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import { readRows, type ReadResult } from '#core/catalogue/read-rows.ts';
import { recogniseTable } from '#core/catalogue/recognise-table.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { gridSheet } from './grid-sheet.ts';

export type Cells = readonly (readonly (string | null)[])[];

export const read = (
  cells: Cells,
  more: Partial<Sheet> = {},
  defaultYear: number | null = 2024,
  history = false,
): ReadResult => {
  const sheet = gridSheet(cells, more);
  const table = recogniseTable([sheet]).tables[0];
  if (table === undefined) throw new Error('no table');
  return readRows(sheet, table, { defaultYear, isKnownUnit: () => false, history });
};

export const one = (
  header: readonly string[],
  row: readonly (string | null)[],
  defaultYear: number | null = 2024,
): CatalogueRow => {
  const found = read(
    [
      ['提案号', '案由', ...header],
      ['第5号', '关于社区食堂建设的提案', ...row],
    ],
    {},
    defaultYear,
  ).rows[0];
  if (found === undefined) throw new Error('no row');
  return found;
};

export const said = (row: CatalogueRow | undefined): (string | null)[][] =>
  (row?.issues ?? []).map(({ code, cell }) => [code, cell]);
export const units = (row: CatalogueRow | undefined): string[] =>
  (row?.units ?? []).map(({ role, name }) => `${role} ${name}`);
