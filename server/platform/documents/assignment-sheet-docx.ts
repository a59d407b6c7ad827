import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeightRule,
  type IParagraphOptions,
  type ITableCellOptions,
  PageNumber,
  type Paragraph,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { AssignmentSheetView, SheetBox, SheetRow } from './assignment-sheet-view.ts';
import {
  brokenLines,
  docxFont,
  exactly,
  officialPage,
  packDocx,
  paragraph,
  run,
  twips,
  twipsOfPoints,
  watermarkHeader,
} from './docx-form.ts';
import { officialForm } from './official-form.ts';

const formSize = 12;
const width = twips(officialForm.grid.width);
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const thick = { style: BorderStyle.SINGLE, size: 10, color: '000000' };

const line = (runs: readonly TextRun[], more: IParagraphOptions = {}): Paragraph =>
  paragraph(runs, { spacing: exactly(17), ...more });

const cell = (
  children: readonly Paragraph[],
  cellWidth: number,
  more: Partial<ITableCellOptions> = {},
): TableCell =>
  new TableCell({
    width: { size: cellWidth, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 120, right: 120 },
    ...more,
    children: [...children],
  });

/** Twips of the column of labels, and of a 24th of the room beside it: the columns that every row shares. */
type Columns = { readonly label: number; readonly part: number };
const parts = 24;

const columnsOf = (view: AssignmentSheetView): Columns => {
  const label = twips(view.labelWidth);
  return { label, part: Math.floor((width - label) / parts) };
};

const headLine = (text: string): Paragraph => line([run(text, 'heiti')], { alignment: AlignmentType.CENTER });

const labelCell = (columns: Columns, text: string, more: Partial<ITableCellOptions> = {}): TableCell =>
  cell([headLine(text)], columns.label, more);

const partCell = (columns: Columns, lines: readonly Paragraph[], columnSpan: number): TableCell =>
  cell(lines, columns.part * columnSpan, { columnSpan });

/** The shares of a row's columns as whole parts that make up the row. */
const spansOf = (widths: readonly number[]): number[] => {
  const total = widths.reduce((sum, share) => sum + share, 0);
  const spans = widths.slice(0, -1).map((share) => Math.max(1, Math.round((share / total) * parts)));
  return [...spans, parts - spans.reduce((sum, span) => sum + span, 0)];
};

const rowOf = (columns: Columns, row: SheetRow): TableRow[] => {
  if (row.kind !== 'table') {
    const texts = row.kind === 'text' ? row.lines : [row.names.join('')];
    const lines = texts.map((text) => line([run(text)]));
    return [new TableRow({ children: [labelCell(columns, row.label), partCell(columns, lines, parts)] })];
  }
  const spans = spansOf(row.widths);
  const cellOf = (words: Paragraph, index: number): TableCell =>
    partCell(columns, [words], spans[index] ?? 1);
  const left = (text: string): Paragraph => line([run(text)], { alignment: AlignmentType.LEFT });
  const label = labelCell(columns, row.label, { rowSpan: row.rows.length + 1 });
  return [
    new TableRow({ cantSplit: true, children: [label, ...row.head.map(headLine).map(cellOf)] }),
    ...row.rows.map((texts) => new TableRow({ cantSplit: true, children: texts.map(left).map(cellOf) })),
  ];
};

const pairRow = (columns: Columns, view: AssignmentSheetView): TableRow => {
  const [first, second] = view.pair;
  return new TableRow({
    children: [
      labelCell(columns, first.label),
      partCell(columns, [line([run(first.text)])], 6),
      partCell(columns, [headLine(second.label)], 4),
      partCell(columns, [line([run(second.text)])], parts - 10),
    ],
  });
};

const boxCell = (box: SheetBox, boxWidth: number, columnSpan: number): TableCell => {
  const say = (text: string): Paragraph => line([run(text)]);
  const children = [
    line([run(box.label, 'heiti'), run(box.seal)]),
    say(box.name),
    say(''),
    ...box.blanks.map(say),
    line([run(box.date)], { alignment: AlignmentType.RIGHT }),
  ];
  return cell(children, boxWidth, { columnSpan, verticalAlign: VerticalAlignTable.TOP });
};

const boxRow = (columns: Columns, view: AssignmentSheetView): TableRow => {
  const [first, second] = view.boxes;
  const half = Math.round((width / 2 - columns.label) / columns.part);
  return new TableRow({
    cantSplit: true,
    height: { value: twips(36), rule: HeightRule.ATLEAST },
    children: [
      boxCell(first, columns.label + columns.part * half, half + 1),
      boxCell(second, columns.part * (parts - half), parts - half),
    ],
  });
};

const formTable = (view: AssignmentSheetView): Table => {
  const columns = columnsOf(view);
  return new Table({
    width: { size: columns.label + columns.part * parts, type: WidthType.DXA },
    columnWidths: [columns.label, ...Array.from({ length: parts }, () => columns.part)],
    layout: TableLayoutType.FIXED,
    borders: {
      top: thick,
      bottom: thick,
      left: thick,
      right: thick,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows: [pairRow(columns, view), ...view.rows.flatMap((row) => rowOf(columns, row)), boxRow(columns, view)],
  });
};

const foot = (view: AssignmentSheetView): Footer => {
  const name = docxFont.songti;
  const words = view.foot.page.split(/(\{page\}|\{total\})/).map((piece) => {
    if (piece === '{page}') return PageNumber.CURRENT;
    return piece === '{total}' ? PageNumber.TOTAL_PAGES : piece;
  });
  const children = new TextRun({
    children: [view.foot.caseNo, '\t', ...words],
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name },
    size: officialForm.size.note * 2,
  });
  return new Footer({
    children: [line([children], { tabStops: [{ type: TabStopType.RIGHT, position: width }] })],
  });
};

/** The assignment sheet as .docx: one table that can be filled in, A4, the margins of official papers at the sides. */
export const assignmentSheetDocxOf = (view: AssignmentSheetView): Promise<Uint8Array> => {
  const header = watermarkHeader(view.watermark);
  const footer = foot(view);
  const margin = { ...officialPage.margin, top: twips(20), bottom: twips(20), footer: twips(11) };
  return packDocx({ title: view.title, author: view.author, bodySize: formSize }, [
    {
      properties: { page: { ...officialPage, margin } },
      headers: { default: header, even: header },
      footers: { default: footer, even: footer },
      children: [
        paragraph([run(view.office, 'fangsong', { size: officialForm.size.small * 2 })], {
          alignment: AlignmentType.CENTER,
        }),
        paragraph(brokenLines(view.headingLines, 'biaosong', { size: officialForm.size.title * 2 }), {
          alignment: AlignmentType.CENTER,
          spacing: { ...exactly(33), after: twipsOfPoints(9) },
        }),
        line([run(view.number), new TextRun({ children: ['\t'] }), run(view.issued)], {
          tabStops: [{ type: TabStopType.RIGHT, position: width }],
          spacing: { ...exactly(17), after: twipsOfPoints(3) },
        }),
        formTable(view),
        paragraph([], { spacing: exactly(1) }),
      ],
    },
  ]);
};
