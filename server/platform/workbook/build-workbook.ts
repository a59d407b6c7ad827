import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '#core/catalogue/sheet.ts';
import { looksLikeFormula } from './formula-guard.ts';
import type { WritableCell, WritableSheet } from './write-workbook.ts';

const longestCell = 32_767;

// Lone halves of surrogate pairs and control characters cannot stand in XML; OOXML writes them as _xHHHH_.
const unwritable = /[^\P{Cc}\t\n]|[\ufffe\uffff]|\p{Cs}/gu;

const code = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const escapeXml = (text: string): string =>
  text
    .replace(/_x([\da-fA-F]{4})_/g, '_x005F_x$1_')
    .replace(unwritable, code)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Indexes into `cellXfs` of the styles part below. */
const style = { header: 1, text: 2, guarded: 3, date: 4, number: 5 } as const;

const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F7"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFBFC7D1"/></left><right style="thin"><color rgb="FFBFC7D1"/></right><top style="thin"><color rgb="FFBFC7D1"/></top><bottom style="thin"><color rgb="FFBFC7D1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Every text once; cells point to it. */
type Strings = { readonly index: Map<string, number>; count: number };

const stringIndex = (strings: Strings, text: string): number => {
  strings.count += 1;
  const known = strings.index.get(text);
  if (known !== undefined) return known;
  strings.index.set(text, strings.index.size);
  return strings.index.size - 1;
};

const dateSerial = (date: string): number => {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(time))
    throw new RangeError(`not a LocalDate: ${date}`);
  return Math.round(time / 86_400_000) + 25_569;
};

const cellXml = (strings: Strings, at: string, cell: WritableCell): string => {
  if (cell === null || cell === '') return `<c r="${at}" s="${style.text}"/>`;
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`not a number for a cell: ${cell}`);
    return `<c r="${at}" s="${style.number}"><v>${cell}</v></c>`;
  }
  if (typeof cell !== 'string') return `<c r="${at}" s="${style.date}"><v>${dateSerial(cell.date)}</v></c>`;
  if (cell.length > longestCell)
    throw new RangeError(`a cell holds ${longestCell} characters, not ${cell.length}`);
  const guarded = looksLikeFormula(cell) ? style.guarded : style.text;
  return `<c r="${at}" s="${guarded}" t="s"><v>${stringIndex(strings, cell)}</v></c>`;
};

const sheetXml = (strings: Strings, sheet: WritableSheet): string => {
  const last = columnLetters(Math.max(0, sheet.header.length - 1));
  const widths = sheet.header.map(
    (_, column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${sheet.widths?.[column] ?? 12}" customWidth="1"/>`,
  );
  const header = sheet.header.map(
    (text, column) =>
      `<c r="${columnLetters(column)}1" s="${style.header}" t="s"><v>${stringIndex(strings, text)}</v></c>`,
  );
  const lines = sheet.rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(strings, `${columnLetters(column)}${index + 2}`, cell));
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>`;
  const columns = widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`;
  const filter = sheet.header.length === 0 ? '' : `<autoFilter ref="A1:${last}${sheet.rows.length + 1}"/>`;
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${view}<sheetFormatPr defaultRowHeight="15"/>${columns}<sheetData><row r="1" ht="24" customHeight="1">${header.join('')}</row>${lines.join('')}</sheetData>${filter}</worksheet>`;
};

/** Names of tabs: at most 31 characters, none of `[]:*?/\`, each once whatever the case. */
const tabNames = (sheets: readonly WritableSheet[]): string[] => {
  const used = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `Sheet${index + 1}`;
    let tab = plain;
    for (let copy = 2; used.has(tab.toLowerCase()); copy += 1)
      tab = `${plain.slice(0, 31 - String(copy).length - 1)} ${copy}`;
    used.add(tab.toLowerCase());
    return tab;
  });
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const packageParts = (tabs: readonly string[]): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/>${tabs.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${tabs.map((tab, index) => `<sheet name="${escapeXml(tab)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${tabs.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${tabs.length + 1}" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId${tabs.length + 2}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': styles,
});

/** Builds the bytes of an .xlsx; see `writeWorkbook`. */
export const buildWorkbook = (sheets: readonly WritableSheet[]): Uint8Array => {
  const strings: Strings = { index: new Map(), count: 0 };
  const parts = packageParts(tabNames(sheets));
  for (const [index, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(strings, sheet);
  const items = [...strings.index.keys()].map(
    (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
  );
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${strings.count}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]));
  // A fixed time makes the bytes depend on the content alone.
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
};
