import { fieldsNamed, headerKey, type NamedField } from './field-names.ts';
import { oneLine } from './plain-text.ts';
import { cellAt, indexMerges, type MergeIndex, type Sheet } from './sheet.ts';

export type HeaderRows = { readonly first: number; readonly last: number };
export type FoundHeader = HeaderRows & {
  /** One a column, levels parted by `/`, '' where the heading is empty. */
  readonly headers: readonly string[];
  /** Sum of the confidences of the different fields that the headings name; comparable between sheets. */
  readonly score: number;
};

/** Headings stand near the top; a longer preamble than this is not a catalogue. */
const searchedRows = 60;
const deepestHeader = 3;
/** A longer text is no heading, and hostile files hold megabytes in a cell. */
const longestHeading = 200;
/** Nobody's catalogue is wider; hostile files are. */
const widest = 200;

const headerText = (sheet: Sheet, merges: MergeIndex, row: number, column: number): string => {
  const merge = merges.at(row, column);
  const text = cellAt(sheet, merge?.r1 ?? row, merge?.c1 ?? column) ?? '';
  return oneLine(text.slice(0, longestHeading)).replaceAll('/', '／');
};

/** In files without merges (CSV, some exports) a parent heading stands over its first child only. */
const inheritParent = (levels: readonly (readonly string[])[]): string[][] =>
  levels.map((level, depth) => {
    let parent = '';
    return level.map((text, column) => {
      const hasChild = levels.slice(depth + 1).some((lower) => (lower[column] ?? '') !== '');
      if (text !== '') parent = text;
      else if (!hasChild || depth === levels.length - 1) parent = '';
      return text === '' && hasChild && depth < levels.length - 1 ? parent : text;
    });
  });

const joinLevels = (parts: readonly string[]): string =>
  parts.filter((part, index) => part !== '' && part !== parts[index - 1]).join('/');

/** The joined headings of some rows, one a column. A slash inside a heading is kept apart as a full-width one. */
export const joinHeaders = (
  sheet: Sheet,
  rows: HeaderRows,
  merges: MergeIndex = indexMerges(sheet),
): readonly string[] => {
  const width = Math.min(sheet.columns, widest);
  const levels: string[][] = [];
  for (let row = rows.first; row <= rows.last; row += 1)
    levels.push(Array.from({ length: width }, (_, column) => headerText(sheet, merges, row, column)));
  const filled = inheritParent(levels);
  return Array.from({ length: width }, (_, column) => joinLevels(filled.map((level) => level[column] ?? '')));
};

const filledIn = (sheet: Sheet, row: number): number => {
  let count = 0;
  for (let column = 0; column < Math.min(sheet.columns, widest); column += 1)
    if (cellAt(sheet, row, column) !== null) count += 1;
  return count;
};

/** A row into which merged cells reach from above cannot be the heading's first. */
const beginsAbove = (sheet: Sheet, merges: MergeIndex, row: number): boolean => {
  for (let column = 0; column < Math.min(sheet.columns, widest); column += 1)
    if ((merges.at(row, column)?.r1 ?? row) < row) return true;
  return false;
};

type LookUp = (header: string) => readonly NamedField[];

/** The same texts come up again for every depth and row; a search asks for each once. */
const rememberingLookUp = (): LookUp => {
  const known = new Map<string, readonly NamedField[]>();
  return (header) => {
    const found = known.get(header) ?? fieldsNamed(header);
    known.set(header, found);
    return found;
  };
};

/** Sums the best confidence of each field that is named; headings as long as sentences are no headings. */
const scoreHeaders = (headers: readonly string[], lookUp: LookUp): number => {
  const fields = new Map<string, number>();
  let ignored = 0;
  let strange = 0;
  for (const header of headers) {
    if (header === '') continue;
    const best = lookUp(header)[0];
    if (best === undefined) strange += header.length > 24 || /\d{3,}/.test(header) ? 1 : 0.1;
    else if (best.field === 'ignored') ignored += 0.25 * best.confidence;
    else fields.set(best.field, Math.max(best.confidence, fields.get(best.field) ?? 0));
  }
  return [...fields.values()].reduce((sum, value) => sum + value, 0) + Math.min(1, ignored) - strange;
};

/** A further level must bring headings of its own, not the first row of data. */
const deepens = (sheet: Sheet, rows: HeaderRows, merges: MergeIndex, lookUp: LookUp): boolean => {
  let named = 0;
  let filled = 0;
  for (let column = 0; column < Math.min(sheet.columns, widest); column += 1) {
    const merge = merges.at(rows.last, column);
    if (merge !== null && merge.r1 < rows.last) continue;
    const text = cellAt(sheet, rows.last, column)?.slice(0, longestHeading);
    if (text === undefined) continue;
    filled += 1;
    if (headerKey(text).length <= 14 && !/\d{2,}/.test(text) && lookUp(text).length > 0) named += 1;
  }
  return filled > 0 && named / filled >= 0.5;
};

const candidatesAt = (sheet: Sheet, merges: MergeIndex, first: number, lookUp: LookUp): FoundHeader[] => {
  const found: FoundHeader[] = [];
  for (let depth = 1; depth <= deepestHeader && first + depth <= sheet.rows; depth += 1) {
    const rows = { first, last: first + depth - 1 };
    if (depth > 1 && !deepens(sheet, rows, merges, lookUp)) break;
    const headers = joinHeaders(sheet, rows, merges);
    found.push({ ...rows, headers, score: scoreHeaders(headers, lookUp) });
  }
  return found;
};

/**
 * Finds the heading among title lines and notes: the row, or the two or three rows, whose texts name the most
 * fields of a catalogue.
 * @returns null when no row names at least two fields, one of which could be a title or a number.
 */
export const findHeader = (sheet: Sheet, merges: MergeIndex = indexMerges(sheet)): FoundHeader | null => {
  const lookUp = rememberingLookUp();
  let best: FoundHeader | null = null;
  const last = Math.min(sheet.rows, searchedRows);
  for (let row = 0; row < last; row += 1) {
    if (filledIn(sheet, row) < 2 || beginsAbove(sheet, merges, row)) continue;
    for (const found of candidatesAt(sheet, merges, row, lookUp)) {
      const named = new Set(found.headers.flatMap((header) => lookUp(header).map(({ field }) => field)));
      const useful = named.has('title') || named.has('caseNo');
      if (!useful || found.score < 1.5) continue;
      // A deeper or later candidate must be clearly better: the heading repeats at later pages. But the same
      // heading without the lines above it is the better one.
      const tighter = best !== null && found.last === best.last && found.score >= best.score - 0.05;
      if (best === null || tighter || found.score > best.score + 0.3) best = found;
    }
  }
  return best;
};
