import {
  AlignmentType,
  Bookmark,
  InternalHyperlink,
  PageBreak,
  PageReference,
  type Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import type { Booklet } from './booklet.ts';
import {
  emptyFooter,
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

const { size } = officialForm;
const pitch = exactly(28.6);
const center = { alignment: AlignmentType.CENTER } as const;
/** Two characters, by which a paragraph begins. */
const indent = { firstLine: twipsOfPoints(size.body * 2) };
const space = (points: number): Paragraph => paragraph([], { spacing: { before: twipsOfPoints(points) } });

type Entry = Booklet['entries'][number];

const titlePage = (book: Booklet): Paragraph[] => [
  paragraph([run(book.mark, 'heiti', { size: size.small * 2 })], { alignment: AlignmentType.RIGHT }),
  space(120),
  paragraph([run(book.session, 'biaosong', { size: size.title * 2 })], center),
  paragraph([run(book.title, 'biaosong', { size: 72 })], {
    ...center,
    spacing: { before: twipsOfPoints(17), after: twipsOfPoints(34) },
  }),
  ...book.notes.map((words) => paragraph([run(words, 'fangsong', { size: size.small * 2 })], center)),
  space(150),
  paragraph([run(book.office, 'kaiti')], center),
  paragraph([run(book.printedOn, 'kaiti')], center),
];

const anchorOf = (at: number): string => `entry${at + 1}`;

const contents = (book: Booklet): Paragraph[] => [
  paragraph([new PageBreak(), run(book.contentsTitle, 'biaosong', { size: size.title * 2 })], {
    ...center,
    spacing: { after: twipsOfPoints(12) },
  }),
  ...book.entries.map(({ caseNo, title }, at) =>
    paragraph(
      [
        new InternalHyperlink({
          anchor: anchorOf(at),
          children: [run(`${caseNo}　${title}`, 'fangsong', { size: 24 })],
        }),
        new TextRun({ children: ['\t'] }),
        new PageReference(anchorOf(at)),
      ],
      {
        alignment: AlignmentType.LEFT,
        spacing: exactly(20),
        indent: { left: twipsOfPoints(72), hanging: twipsOfPoints(72) },
        tabStops: [{ type: TabStopType.RIGHT, position: twips(officialForm.grid.width), leader: 'dot' }],
      },
    ),
  ),
];

const entryOf = (book: Booklet, one: Entry, at: number): Paragraph[] => {
  const text = (children: readonly ParagraphChild[]): Paragraph =>
    paragraph(children, { spacing: pitch, indent });
  return [
    paragraph([run(one.caseNo, 'kaiti')], { pageBreakBefore: true, spacing: pitch, keepNext: true }),
    paragraph(
      [
        new Bookmark({
          id: anchorOf(at),
          children: [run(one.title, 'biaosong', { size: size.title * 2 })],
        }),
      ],
      {
        ...center,
        keepNext: true,
        outlineLevel: 0,
        spacing: { ...exactly(33), before: twipsOfPoints(17), after: twipsOfPoints(17) },
      },
    ),
    ...one.facts.map(({ label, text: words }) =>
      paragraph([run(`${label}：${words}`, 'kaiti', { size: size.small * 2 })], { spacing: exactly(23) }),
    ),
    space(8),
    ...(one.instead === '' ? [] : [paragraph([run(one.instead)], { ...center, spacing: pitch })]),
    ...one.paragraphs.map((words) => text([run(words)])),
    ...(one.asks.length === 0
      ? []
      : [
          paragraph([run(book.asksTitle, 'heiti')], { spacing: pitch, indent, keepNext: true }),
          ...one.asks.map((words, no) => text([run(`${no + 1}. ${words}`)])),
        ]),
  ];
};

/** A booklet as .docx: the contents link to the entries, and Word fills in their page numbers when it opens it. */
export const bookletDocxOf = (book: Booklet): Promise<Uint8Array> => {
  const header = watermarkHeader(null);
  const footer = pageFooter(book.foot);
  return packDocx({ title: `${book.session}${book.title}`, author: book.office, bodySize: size.body }, [
    {
      properties: { page: officialPage, titlePage: true },
      headers: { default: header, even: header, first: header },
      footers: { default: footer, even: footer, first: emptyFooter() },
      children: [
        ...titlePage(book),
        ...contents(book),
        ...book.entries.flatMap((one, at) => entryOf(book, one, at)),
      ],
    },
  ]);
};
