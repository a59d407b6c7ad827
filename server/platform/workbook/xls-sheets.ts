import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { type Budget, createGrid, newBudget } from './grid.ts';
import { numberFormat, numberText } from './number-format.ts';
import { workbookLimits } from './workbook-limits.ts';
import { UnreadableWorkbook } from './workbook-refusal.ts';

type Library = typeof import('@e965/xlsx');

/** What an OLE file is shows in the names of its streams. */
const refuseOthers = (paths: readonly string[]): void => {
  const names = paths.map(
    (path) =>
      path
        .split('/')
        .filter((part) => part !== '')
        .at(-1)
        ?.toLowerCase() ?? '',
  );
  if (names.some((name) => name === 'encryptedpackage')) throw new UnreadableWorkbook('workbook.encrypted');
  if (paths.some((path) => /_VBA_PROJECT|\/Macros\//i.test(path)))
    throw new UnreadableWorkbook('workbook.macros');
  if (names.includes('worddocument')) throw new UnreadableWorkbook('workbook.oldWord');
  if (!names.includes('workbook') && !names.includes('book'))
    throw new UnreadableWorkbook('workbook.otherFormat', { format: 'OLE' });
};

const cellText = (library: Library, cell: CellObject, date1904: boolean): string => {
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const code = typeof cell.z === 'string' ? cell.z : 'General';
    return numberText(cell.v, numberFormat(0, code), date1904, (other, value) => {
      try {
        return String(library.SSF.format(other, value));
      } catch {
        return String(value);
      }
    });
  }
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return cell.w ?? '';
  return cell.v === undefined || cell.v === null ? '' : String(cell.v);
};

const readSheet = (
  library: Library,
  sheet: WorkSheet,
  name: string,
  hidden: boolean,
  date1904: boolean,
  budget: Budget,
): Sheet => {
  const grid = createGrid(name, hidden, budget);
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  for (const [row, cells] of data.entries())
    for (const [column, cell] of (cells ?? []).entries())
      if (cell !== undefined) grid.put(row, column, cellText(library, cell, date1904));
  for (const { s, e } of sheet['!merges'] ?? []) grid.merge({ r1: s.r, c1: s.c, r2: e.r, c2: e.c });
  for (const [row, info] of (sheet['!rows'] ?? []).entries()) if (info?.hidden === true) grid.hideRow(row);
  return grid.finish();
};

/** Reads an old binary workbook (.xls, .et; BIFF5 and BIFF8). */
export const readXls = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  if (bytes.length > workbookLimits.xlsBytes)
    throw new UnreadableWorkbook('workbook.tooLarge', { limit: workbookLimits.xlsBytes / 1024 / 1024 });
  const library = await import('@e965/xlsx');
  try {
    const { FullPaths } = library.CFB.read(bytes, { type: 'buffer' });
    refuseOthers(FullPaths);
    // BIFF5 texts are in the machine's code page, which for these files is GBK.
    const isOld = !FullPaths.some((path: string) => /\/Workbook$/i.test(path));
    if (isOld) library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
    const book = library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellStyles: true,
      sheetRows: workbookLimits.rows + 1,
      ...(isOld ? { codepage: 936 } : {}),
    });
    const date1904 = book.Workbook?.WBProps?.date1904 === true;
    const budget = newBudget();
    return book.SheetNames.flatMap((name, index) => {
      const sheet = book.Sheets[name];
      const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      return sheet === undefined ? [] : [readSheet(library, sheet, name, hidden, date1904, budget)];
    });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    // The library tells its failures apart only by words.
    const words = error instanceof Error ? error.message : '';
    throw new UnreadableWorkbook(/password|encrypt/i.test(words) ? 'workbook.encrypted' : 'workbook.damaged');
  }
};
