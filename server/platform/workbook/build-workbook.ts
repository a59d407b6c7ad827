import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '#core/catalogue/sheet.ts';
import { looksLikeFormula } from './formula-guard.ts';
import { decimalStyle, linkStyle, style, stylesXml } from './workbook-styles.ts';
import type { PlainCell, WritableCell, WritableSheet } from './write-workbook.ts';

const longestCell = 32_767;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

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

const decimal = /^-?\d+(?:\.(\d+))?$/;

const plainXml = (strings: Strings, at: string, cell: PlainCell, linked: boolean): string => {
  if (cell === null || cell === '') return `<c r="${at}" s="${style.text}"/>`;
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`not a number for a cell: ${cell}`);
    return `<c r="${at}" s="${linked ? linkStyle.number : style.number}"><v>${cell}</v></c>`;
  }
  if (typeof cell !== 'string') {
    if ('date' in cell) return `<c r="${at}" s="${style.date}"><v>${dateSerial(cell.date)}</v></c>`;
    const found = decimal.exec(cell.decimal);
    if (found === null) throw new RangeError(`not a decimal: ${cell.decimal}`);
    return `<c r="${at}" s="${decimalStyle(found[1]?.length ?? 0, cell.percent, linked)}"><v>${cell.decimal}</v></c>`;
  }
  if (cell.length > longestCell)
    throw new RangeError(`a cell holds ${longestCell} characters, not ${cell.length}`);
  const styles = linked ? linkStyle : style;
  const guarded = looksLikeFormula(cell) ? styles.guarded : styles.text;
  return `<c r="${at}" s="${guarded}" t="s"><v>${stringIndex(strings, cell)}</v></c>`;
};

/** Where the cells of a sheet lead: in the order in which they were written. */
type Links = { readonly at: string; readonly to: string | Place }[];
type Place = { readonly sheet: number; readonly row: number };

/** What spreadsheet programs open of an address, and how many of them on one sheet; what is beyond stays plain. */
const longestLink = 2_000;
const mostLinks = 65_000;

const cellXml = (strings: Strings, links: Links, at: string, cell: WritableCell): string => {
  if (typeof cell !== 'object' || cell === null || !('to' in cell)) return plainXml(strings, at, cell, false);
  const { to, shows } = cell;
  const linked =
    to !== null && (typeof to !== 'string' || to.length <= longestLink) && links.length < mostLinks;
  if (linked) links.push({ at, to });
  return plainXml(strings, at, shows, linked);
};

/** Links out of the workbook stand as relations of their sheet, those inside it name a tab and a cell. */
const linksXml = (links: Links, tabs: readonly string[]): { readonly xml: string; readonly rels: string } => {
  const outside: string[] = [];
  const items = links.map(({ at, to }) => {
    if (typeof to !== 'string') {
      const tab = (tabs[to.sheet] ?? '').replaceAll("'", "''");
      return `<hyperlink ref="${at}" location="${escapeXml(`'${tab}'!A${to.row + 2}`)}"/>`;
    }
    const id = `rId${outside.length + 1}`;
    outside.push(
      `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${escapeXml(to)}" TargetMode="External"/>`,
    );
    return `<hyperlink ref="${at}" r:id="${id}"/>`;
  });
  return {
    xml: items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`,
    rels:
      outside.length === 0
        ? ''
        : `<Relationships xmlns="${packaged}/relationships">${outside.join('')}</Relationships>`,
  };
};

const sheetXml = (
  strings: Strings,
  sheet: WritableSheet,
  tabs: readonly string[],
): { readonly xml: string; readonly rels: string } => {
  const links: Links = [];
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
    const cells = row.map((cell, column) =>
      cellXml(strings, links, `${columnLetters(column)}${index + 2}`, cell),
    );
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>`;
  const columns = widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`;
  const filter = sheet.header.length === 0 ? '' : `<autoFilter ref="A1:${last}${sheet.rows.length + 1}"/>`;
  const linked = linksXml(links, tabs);
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">${view}<sheetFormatPr defaultRowHeight="15"/>${columns}<sheetData><row r="1" ht="24" customHeight="1">${header.join('')}</row>${lines.join('')}</sheetData>${filter}${linked.xml}</worksheet>`;
  return { xml, rels: linked.rels };
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

const packageParts = (tabs: readonly string[]): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/>${tabs.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${tabs.map((tab, index) => `<sheet name="${escapeXml(tab)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${tabs.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${tabs.length + 1}" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId${tabs.length + 2}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': stylesXml,
});

/** Builds the bytes of an .xlsx; see `writeWorkbook`. */
export const buildWorkbook = (sheets: readonly WritableSheet[]): Uint8Array => {
  const strings: Strings = { index: new Map(), count: 0 };
  const tabs = tabNames(sheets);
  const parts = packageParts(tabs);
  for (const [index, sheet] of sheets.entries()) {
    const { xml, rels } = sheetXml(strings, sheet, tabs);
    parts[`xl/worksheets/sheet${index + 1}.xml`] = xml;
    if (rels !== '') parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = rels;
  }
  const items = [...strings.index.keys()].map(
    (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
  );
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${strings.count}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]));
  // A fixed time makes the bytes depend on the content alone.
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
};
