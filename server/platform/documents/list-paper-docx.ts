import {
  AlignmentType,
  BorderStyle,
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
import {
  exactly,
  officialPage,
  packDocx,
  pageFooter,
  paragraph,
  run,
  twips,
  twipsOfPoints,
  watermarkHeader,
} from './docx-form.ts';
import type { ListPaper } from './list-paper.ts';
import { officialForm } from './official-form.ts';

const size = 11;
const side = 20;
const width = twips(210 - side - side);
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
};

const line = (runs: readonly TextRun[], center = false): Paragraph =>
  paragraph(runs, {
    spacing: exactly(16),
    alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
  });

const table = (columns: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...columns],
    layout: TableLayoutType.FIXED,
    borders,
    rows: [...rows],
  });

const cell = (children: readonly Paragraph[], cellWidth: number): TableCell =>
  new TableCell({
    width: { size: cellWidth, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    children: [...children],
  });

const columnsOf = (widths: readonly number[]): number[] => {
  const total = widths.reduce((sum, share) => sum + share, 0);
  return widths.map((share) => Math.floor((width * share) / total));
};

const groupOf = (paper: ListPaper, group: ListPaper['groups'][number]): (Paragraph | Table)[] => {
  const columns = columnsOf(paper.widths);
  const row = (texts: readonly string[], head: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: head,
      children: texts.map((text, at) =>
        cell(
          text.split('\n').map((part) => line([head ? run(part, 'heiti') : run(part)], head)),
          columns[at] ?? 0,
        ),
      ),
    });
  const heading =
    group.heading === ''
      ? []
      : [
          paragraph([run(group.heading, 'heiti')], {
            spacing: { ...exactly(18), before: twipsOfPoints(8) },
            keepNext: true,
          }),
        ];
  // A branch of which all stand further down is a heading alone.
  if (group.rows.length === 0 && group.heading !== '') return heading;
  return [
    ...heading,
    table(columns, [row(paper.head, true), ...group.rows.map((texts) => row(texts, false))]),
    // Two tables that touch become one.
    paragraph([], { spacing: exactly(6) }),
  ];
};

const boxesOf = ({ boxes }: ListPaper): Table[] => {
  if (boxes.length === 0) return [];
  const columns = columnsOf(boxes.map(() => 1));
  const cells = boxes.map((box, at) =>
    cell(
      [line([run(box.label, 'heiti')]), ...box.lines.flatMap((text) => [line([]), line([run(text)])])],
      columns[at] ?? 0,
    ),
  );
  return [table(columns, [new TableRow({ cantSplit: true, children: cells })])];
};

/** A printed list as .docx: tables that can be filled in, the heading repeated on every page. */
export const listPaperDocxOf = (paper: ListPaper): Promise<Uint8Array> => {
  const header = watermarkHeader(null);
  const footer = pageFooter(paper.foot, { spacing: exactly(16) });
  const margin = {
    ...officialPage.margin,
    top: twips(20),
    bottom: twips(20),
    left: twips(side),
    right: twips(side),
    footer: twips(11),
  };
  return packDocx({ title: paper.title, author: paper.office, bodySize: size }, [
    {
      properties: { page: { ...officialPage, margin } },
      headers: { default: header, even: header },
      footers: { default: footer, even: footer },
      children: [
        paragraph([run(paper.office, 'fangsong', { size: officialForm.size.small * 2 })], {
          alignment: AlignmentType.CENTER,
        }),
        paragraph([run(paper.title, 'biaosong', { size: officialForm.size.title * 2 })], {
          alignment: AlignmentType.CENTER,
          spacing: { ...exactly(33), after: twipsOfPoints(6) },
        }),
        paragraph([run(paper.left), new TextRun({ children: ['\t'] }), run(paper.right)], {
          tabStops: [{ type: TabStopType.RIGHT, position: width }],
          spacing: { ...exactly(17), after: twipsOfPoints(3) },
        }),
        ...paper.intro.map((text) => line([run(text)])),
        ...paper.groups.flatMap((group) => groupOf(paper, group)),
        ...boxesOf(paper),
        paragraph([], { spacing: exactly(1) }),
      ],
    },
  ]);
};
