import type { Sheet } from '#core/catalogue/sheet.ts';
import { type Budget, createGrid, type Grid, newBudget } from './grid.ts';
import { type FormatOther, type NumberFormat, numberFormat, numberText } from './number-format.ts';
import { scanPart } from './scan-part.ts';
import { workbookLimits } from './workbook-limits.ts';
import { UnreadableWorkbook } from './workbook-refusal.ts';
import { attribute } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string }>;
type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly part: string };
type Book = { readonly sheets: readonly SheetEntry[]; readonly date1904: boolean };

const resolvePart = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
};

const readRelations = (zip: ZipArchive, part: string): Relations => {
  const slash = part.lastIndexOf('/');
  const file = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
  const relations = new Map<string, { type: string; target: string }>();
  if (!zip.has(file)) return relations;
  scanPart(zip, file, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const id = attribute(attributes, 'Id') ?? '';
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      relations.set(id, { type, target: resolvePart(part, attribute(attributes, 'Target') ?? '') });
    },
    close: () => {},
    text: () => {},
  });
  return relations;
};

const readBook = (zip: ZipArchive, part: string, relations: Relations): Book => {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  scanPart(zip, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const id = /[\w.-]+:id\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
      const relation = relations.get(id?.[1] ?? id?.[2] ?? '');
      if (relation?.type !== 'worksheet' || !zip.has(relation.target)) return;
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part: relation.target });
    },
    close: () => {},
    text: () => {},
  });
  return { sheets, date1904 };
};

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
const unescapeString = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const readStrings = (zip: ZipArchive, part: string | undefined, budget: Budget): readonly string[] => {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  let room = budget.characters;
  scanPart(zip, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        room -= text.length + 8;
        if (room < 0) throw new UnreadableWorkbook('workbook.tooComplex');
        strings.push(unescapeString(Buffer.from(text, 'utf16le').toString('utf16le')));
      }
    },
    text: (run) => {
      if (inText) text += run;
    },
  });
  return strings;
};

const readFormats = (zip: ZipArchive, part: string | undefined): readonly NumberFormat[] => {
  const formats: NumberFormat[] = [];
  if (part === undefined) return formats;
  const codes = new Map<number, string>();
  let inCells = false;
  scanPart(zip, part, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        formats.push(numberFormat(id, codes.get(id) ?? null));
        if (formats.length > 100_000) throw new UnreadableWorkbook('workbook.tooComplex');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => {},
  });
  return formats;
};

type Reference = { readonly row: number; readonly column: number };

const columnIndex = (letters: string): number => {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
};

/** How nearly every writer orders a cell's attributes; the general way takes four times as long. */
const usualCell = /^ r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?\/?$/;

const readReference = (text: string): Reference | null => {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!found) return null;
  return { row: Number(found[2]) - 1, column: columnIndex((found[1] ?? '').toUpperCase()) };
};

type Context = {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
  readonly formatOther: FormatOther;
};

const general: NumberFormat = { kind: 'general' };

const cellText = (type: string, style: number, value: string, context: Context): string => {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
      return unescapeString(value);
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
    case 'e':
      return value;
    default:
      return value.trim() === ''
        ? ''
        : numberText(Number(value), context.formats[style] ?? general, context.date1904, context.formatOther);
  }
};

const readSheet = (zip: ZipArchive, part: string, grid: Grid, context: Context): void => {
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let reading = false;
  let phonetic = 0;
  let cells = 0;
  const openCell = (attributes: string): void => {
    value = '';
    cells += 1;
    if (cells > workbookLimits.emptyCells) throw new UnreadableWorkbook('workbook.tooComplex');
    const usual = usualCell.exec(attributes);
    if (usual !== null) {
      column = columnIndex(usual[1] ?? '');
      row = Number(usual[2]) - 1;
      style = usual[3] === undefined ? 0 : Number(usual[3]);
      type = usual[4] ?? 'n';
      return;
    }
    const reference = readReference(attribute(attributes, 'r') ?? '');
    column = reference?.column ?? column + 1;
    row = reference?.row ?? row;
    type = attribute(attributes, 't') ?? 'n';
    style = Number(attribute(attributes, 's') ?? 0);
  };
  scanPart(zip, part, {
    open: (name, attributes) => {
      if (name === 'c') openCell(attributes);
      else if (name === 'v') reading = true;
      else if (name === 't') reading = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 2) - 1;
        cells += 1;
        column = -1;
        if (!Number.isInteger(row) || row < 0) throw new UnreadableWorkbook('workbook.damaged');
        if (/^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? '')) grid.hideRow(row);
      } else if (name === 'mergeCell') {
        const [from, to] = (attribute(attributes, 'ref') ?? '').split(':').map(readReference);
        if (from && to) grid.merge({ r1: from.row, c1: from.column, r2: to.row, c2: to.column });
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c') grid.put(Math.max(0, row), column, cellText(type, style, value, context));
    },
    text: (text) => {
      if (reading) value += text;
    },
  });
};

/** The main part, by the package's relations, as a reader should find it. */
const mainPart = (zip: ZipArchive): string => {
  const target = [...readRelations(zip, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  return target !== undefined && zip.has(target) ? target : 'xl/workbook.xml';
};

/** Formats that need the library's formatter; it is loaded only for them. */
const loadFormatter = async (formats: readonly NumberFormat[]): Promise<FormatOther> => {
  if (!formats.some(({ kind }) => kind === 'other')) return (_, value) => String(value);
  const { SSF } = await import('@e965/xlsx');
  return (code, value) => {
    try {
      return String(SSF.format(code, value));
    } catch {
      return String(value);
    }
  };
};

/** Reads all sheets of an .xlsx: displayed values, merges, hidden sheets and rows. Formulas are left where they are. */
export const readXlsx = async (zip: ZipArchive): Promise<readonly Sheet[]> => {
  const budget = newBudget();
  const part = mainPart(zip);
  const relations = readRelations(zip, part);
  const partOf = (type: string): string | undefined => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target !== undefined && zip.has(target) ? target : undefined;
  };
  const book = readBook(zip, part, relations);
  const strings = readStrings(zip, partOf('sharedStrings'), budget);
  const formats = readFormats(zip, partOf('styles'));
  const context = { strings, formats, date1904: book.date1904, formatOther: await loadFormatter(formats) };
  return book.sheets.map((entry) => {
    const grid = createGrid(entry.name, entry.hidden, budget);
    readSheet(zip, entry.part, grid, context);
    return grid.finish();
  });
};
