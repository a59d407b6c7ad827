import * as library from '@e965/xlsx';
import { sampleWorkbook, twoLevelSheet } from './catalogue-samples.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

export type HostileSample = { readonly name: string; readonly bytes: Uint8Array; readonly code: string };

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a minimal .xlsx around one sheet. */
export const workbookParts = (sheet: RawEntry['data'], change: Partial<RawEntry> = {}): RawEntry[] => [
  {
    name: '[Content_Types].xml',
    data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  },
  {
    name: '_rels/.rels',
    data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    data: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="s"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: 'xl/worksheets/sheet1.xml', data: sheet, ...change },
];

export const sheetXml = (rows: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

export const inlineCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

const small = sheetXml(`<row r="1">${inlineCell('A1', '标题')}</row>`);

const compound = (...streams: readonly string[]): Uint8Array => {
  const file = library.CFB.utils.cfb_new();
  for (const stream of streams) library.CFB.utils.cfb_add(file, stream, Buffer.alloc(600));
  return new Uint8Array(library.CFB.write(file, { type: 'buffer' }) as Buffer);
};

const xlsx = (): Uint8Array => sampleWorkbook([twoLevelSheet], 'xlsx');
const xls = (): Uint8Array => sampleWorkbook([twoLevelSheet], 'biff8');
const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

/** Two gigabytes of spaces in some kilobytes: what the directory says of it is enough to refuse. */
const declaredBomb = (): Uint8Array => rawZip(workbookParts(small, { declaredSize: 2_000_000_000 }));
/** The directory says a hundred bytes; there are five megabytes. */
const lyingBomb = (): Uint8Array => rawZip(workbookParts(Buffer.alloc(5_000_000, 32), { declaredSize: 100 }));
const manyEntries = (): Uint8Array =>
  rawZip(Array.from({ length: 20_000 }, (_, index) => ({ name: `a${index}`, data: '', store: true })));

const zipAttacks = (): HostileSample[] => [
  { name: 'declared-bomb.xlsx', bytes: declaredBomb(), code: 'workbook.bomb' },
  { name: 'lying-bomb.xlsx', bytes: lyingBomb(), code: 'workbook.bomb' },
  { name: 'many-entries.xlsx', bytes: manyEntries(), code: 'workbook.bomb' },
  {
    name: 'overlap.xlsx',
    bytes: rawZip([...workbookParts(small), { name: 'b', data: small }], true),
    code: 'workbook.damaged',
  },
  {
    name: 'slip.xlsx',
    bytes: rawZip([...workbookParts(small), { name: '../../etc/x', data: 'x' }]),
    code: 'workbook.damaged',
  },
  {
    name: 'absolute.xlsx',
    bytes: rawZip([...workbookParts(small), { name: '/etc/x', data: 'x' }]),
    code: 'workbook.damaged',
  },
  {
    name: 'two-names.xlsx',
    bytes: rawZip(workbookParts(small, { localName: 'xl/worksheets/sheet9.xml' })),
    code: 'workbook.damaged',
  },
  {
    name: 'twice.xlsx',
    bytes: rawZip([...workbookParts(small), ...workbookParts(small).slice(-1)]),
    code: 'workbook.damaged',
  },
  { name: 'checksum.xlsx', bytes: rawZip(workbookParts(small, { crc: 1 })), code: 'workbook.damaged' },
  { name: 'locked.xlsx', bytes: rawZip(workbookParts(small, { flags: 0x0801 })), code: 'workbook.encrypted' },
  { name: 'truncated.xlsx', bytes: xlsx().subarray(0, 3000), code: 'workbook.damaged' },
  { name: 'trailing.xlsx', bytes: joined(xlsx(), 'MZ and a program'), code: 'workbook.damaged' },
  {
    name: 'archive.xlsx',
    bytes: rawZip([{ name: '目录.csv', data: '案号,标题' }]),
    code: 'workbook.archive',
  },
];

const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const laughs = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

const contentAttacks = (): HostileSample[] => [
  {
    name: 'external-entity.xlsx',
    bytes: rawZip(workbookParts(sheetXml(`<row r="1">${inlineCell('A1', '&e;')}</row>`, entity))),
    code: 'workbook.unsafeXml',
  },
  { name: 'laughs.xlsx', bytes: rawZip(workbookParts(sheetXml('', laughs))), code: 'workbook.unsafeXml' },
  {
    name: 'far-row.xlsx',
    bytes: rawZip(workbookParts(sheetXml(`<row r="1048576">${inlineCell('A1048576', 'x')}</row>`))),
    code: 'workbook.tooManyCells',
  },
  {
    name: 'far-column.xlsx',
    bytes: rawZip(workbookParts(sheetXml(`<row r="1">${inlineCell('XFD1', 'x')}</row>`))),
    code: 'workbook.tooManyCells',
  },
  {
    name: 'unfinished.xlsx',
    bytes: rawZip(workbookParts('<worksheet><sheetData><row r="1"><c r="A1" t="')),
    code: 'workbook.damaged',
  },
  {
    name: 'not-text.xlsx',
    bytes: rawZip(workbookParts(new Uint8Array([0x3c, 0x61, 0xff, 0xff, 0xc0]))),
    code: 'workbook.damaged',
  },
  {
    name: 'macro.xlsx',
    bytes: rawZip([...workbookParts(small), { name: 'xl/vbaProject.bin', data: 'x' }]),
    code: 'workbook.macros',
  },
  {
    name: 'macro.xlsm',
    bytes: rawZip([...workbookParts(small), { name: 'xl/VBAProject.bin', data: 'x' }]),
    code: 'workbook.macros',
  },
  {
    name: 'macro.docx',
    bytes: rawZip([...workbookParts(small), { name: 'word/vbaData.xml', data: 'x' }]),
    code: 'workbook.macros',
  },
  {
    name: 'both.xlsx',
    bytes: rawZip([...workbookParts(small), { name: 'word/document.xml', data: '<a/>' }]),
    code: 'workbook.damaged',
  },
  { name: 'open-quote.csv', bytes: Buffer.from('案号,标题\r\n1,"关于'), code: 'workbook.openQuote' },
];

const oleFiles = (): HostileSample[] => [
  {
    name: 'password.xlsx',
    bytes: compound('/EncryptionInfo', '/EncryptedPackage'),
    code: 'workbook.encrypted',
  },
  { name: 'letter.doc', bytes: compound('/WordDocument'), code: 'workbook.oldWord' },
  { name: 'macro.xls', bytes: compound('/Workbook', '/_VBA_PROJECT_CUR/VBA/dir'), code: 'workbook.macros' },
  { name: 'slides.xls', bytes: compound('/PowerPoint Document'), code: 'workbook.otherFormat' },
  { name: 'hollow.xls', bytes: compound('/Workbook'), code: 'workbook.noTable' },
  { name: 'truncated.xls', bytes: xls().subarray(0, 900), code: 'workbook.damaged' },
  {
    name: 'xls-and-zip.xls',
    bytes: joined(xls(), rawZip([{ name: 'a', data: 'a' }])),
    code: 'workbook.damaged',
  },
];

const wrongTypes = (): HostileSample[] => [
  { name: 'empty.xlsx', bytes: new Uint8Array(), code: 'workbook.empty' },
  {
    name: 'scan.xlsx',
    bytes: joined(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'x'),
    code: 'workbook.picture',
  },
  { name: 'photo.csv', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]), code: 'workbook.picture' },
  { name: 'paper.xlsx', bytes: Buffer.from('%PDF-1.7\n'), code: 'workbook.pdf' },
  {
    name: 'pdf-and-zip.xlsx',
    bytes: joined('%PDF-1.7\n', rawZip([{ name: 'a', data: 'a' }])),
    code: 'workbook.pdf',
  },
  {
    name: 'csv-and-zip.csv',
    bytes: joined('案号,标题\r\n1,甲\r\n', rawZip([{ name: 'a', data: 'a', store: true }])),
    code: 'workbook.notATable',
  },
  { name: 'bundle.xlsx', bytes: Buffer.from('Rar!\u001a\u0007\u0000'), code: 'workbook.archive' },
  { name: 'packed.csv', bytes: new Uint8Array([0x1f, 0x8b, 8, 0]), code: 'workbook.archive' },
  { name: 'program.csv', bytes: joined('MZ', new Uint8Array([0x90, 0, 3, 0])), code: 'workbook.notATable' },
  { name: 'script.csv', bytes: Buffer.from('#!/bin/sh\nrm'), code: 'workbook.notATable' },
  { name: 'rich.doc', bytes: Buffer.from('{\\rtf1 x}'), code: 'workbook.otherFormat' },
  {
    name: 'page.csv',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    code: 'workbook.notATable',
  },
  {
    name: 'noise.csv',
    bytes: Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 251),
    code: 'workbook.notATable',
  },
  { name: 'catalogue.exe', bytes: xlsx(), code: 'workbook.wrongExtension' },
  { name: 'catalogue.xlsx.js', bytes: xlsx(), code: 'workbook.wrongExtension' },
  { name: 'catalogue.php', bytes: Buffer.from('案号,标题'), code: 'workbook.wrongExtension' },
  { name: 'blank.csv', bytes: Buffer.from('\r\n , \r\n'), code: 'workbook.noTable' },
];

/** Files that somebody might send by mistake or on purpose, and what the importer must say to each. */
export const hostileSamples = (): readonly HostileSample[] => [
  ...zipAttacks(),
  ...contentAttacks(),
  ...oleFiles(),
  ...wrongTypes(),
];
