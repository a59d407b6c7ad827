import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  InternalHyperlink,
  type Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { balancedLines } from './balanced-lines.ts';
import {
  brokenLines,
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
import { officialForm } from './official-form.ts';
import type { ReportPaper } from './report-paper.ts';

const { size, grid } = officialForm;
const pitch = exactly(28.6);
const center = { alignment: AlignmentType.CENTER } as const;
/** Two characters, by which a paragraph begins. */
const indent = { firstLine: twipsOfPoints(size.body * 2) };
const small = { size: 21 };

const anchorOf = (source: number): string => `source${source}`;

/** A figure leads to its rows where people reach the product by an address; else to its line in the list of sources. */
const linked = (text: TextRun, source: number | null, link: string | null): ParagraphChild => {
  if (link !== null) return new ExternalHyperlink({ link, children: [text] });
  return source === null ? text : new InternalHyperlink({ anchor: anchorOf(source), children: [text] });
};

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
};

type CellText = readonly ParagraphChild[];

/** A number stays on one line with its sign. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\d) (?=%)/g, '\u00A0');

/** `isNumber`: what stands at the right of its column, as numbers do. */
const tableOf = (
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly CellText[])[],
  isNumber: (row: number, column: number) => boolean,
): Table => {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const columns = widths.map((share) => Math.floor((twips(grid.width) * share) / whole));
  const row = (cells: readonly CellText[], rowAt: number | null): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: rowAt === null,
      children: cells.map(
        (children, at) =>
          new TableCell({
            width: { size: columns[at] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              paragraph(children, {
                spacing: exactly(15),
                alignment:
                  rowAt === null
                    ? AlignmentType.CENTER
                    : isNumber(rowAt, at)
                      ? AlignmentType.RIGHT
                      : AlignmentType.LEFT,
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      row(
        head.map((text) => [run(text, 'heiti', small)]),
        null,
      ),
      ...rows.map(row),
    ],
  });
};

type Block = ReportPaper['parts'][number]['blocks'][number];

const blockOf = (block: Block): (Paragraph | Table)[] => {
  if (block.kind === 'paragraph')
    return [
      paragraph(
        block.runs.map(({ text, source, link }) => linked(run(unbroken(text)), source, link)),
        { spacing: pitch, indent },
      ),
    ];
  return [
    paragraph([run(block.caption, 'heiti', small)], { ...center, spacing: exactly(24), keepNext: true }),
    tableOf(
      block.widths,
      block.head,
      block.rows.map((cells) => cells.map((text) => [run(unbroken(text), 'fangsong', small)])),
      (row, column) => /^(?:—|[+-]?\d[\d,.]*(?: %)?)$/.test(block.rows[row]?.[column] ?? ''),
    ),
    ...block.notes.map((text) => paragraph([run(text, 'fangsong', small)], { spacing: exactly(16) })),
    paragraph([], { spacing: exactly(8) }),
  ];
};

const sourcesOf = ({ sources }: ReportPaper): (Paragraph | Table)[] => [
  paragraph([run(sources.title, 'heiti')], { ...center, pageBreakBefore: true, spacing: pitch }),
  tableOf(
    sources.widths,
    sources.head,
    sources.rows.map(({ cells, link }, at) =>
      cells.map((text, column) => {
        const words = run(text, 'fangsong', { size: 18 });
        if (column === 0) return [new Bookmark({ id: anchorOf(at + 1), children: [words] })];
        return column === 2 ? [linked(words, null, link)] : [words];
      }),
    ),
    () => false,
  ),
  paragraph([], { spacing: exactly(1) }),
];

/** A report as .docx: each figure leads to its rows, or to its line in the list of sources at the end. */
export const reportDocxOf = (paper: ReportPaper): Promise<Uint8Array> => {
  const header = watermarkHeader(paper.watermark);
  const footer = pageFooter(paper.foot);
  const right = { alignment: AlignmentType.RIGHT, spacing: pitch } as const;
  return packDocx({ title: paper.title, author: paper.office, bodySize: size.body }, [
    {
      properties: { page: officialPage },
      headers: { default: header, even: header },
      footers: { default: footer, even: footer },
      children: [
        paragraph(brokenLines(balancedLines(paper.title, 19.5), 'biaosong', { size: size.title * 2 }), {
          ...center,
          spacing: { ...exactly(33), after: twipsOfPoints(8) },
        }),
        paragraph([run(paper.subtitle, 'kaiti')], {
          ...center,
          spacing: { ...pitch, after: twipsOfPoints(12) },
        }),
        ...paper.parts.flatMap(({ heading, blocks }) => [
          paragraph([run(heading, 'heiti')], { spacing: pitch, indent, keepNext: true, outlineLevel: 0 }),
          ...blocks.flatMap(blockOf),
        ]),
        paragraph([], { spacing: pitch }),
        paragraph([run(paper.office)], right),
        paragraph([run(paper.signedOn)], right),
        ...sourcesOf(paper),
      ],
    },
  ]);
};
