import {
  AlignmentType,
  Footer,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  type IFrameOptions,
  ImageRun,
  type IParagraphOptions,
  PageNumber,
  type Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { widthOf } from './balanced-lines.ts';
import {
  brokenLines,
  characterPitch,
  docxFont,
  emptyFooter,
  exactly,
  officialGrid,
  officialPage,
  packDocx,
  paragraph,
  run,
  tightness,
  twips,
  twipsOfPoints,
  watermarkHeader,
} from './docx-form.ts';
import { doubleLine, doubleLineHeight } from './double-line.ts';
import type { LetterParagraph, LetterView } from './letter-view.ts';
import { officialForm, pointsPerMm } from './official-form.ts';

const { letter: form, size, page, margin, grid, red } = officialForm;
const linePitch = (grid.height * pointsPerMm) / grid.lines;
const firstLine = twipsOfPoints(2 * characterPitch);
const emusPerMm = 36_000;

/**
 * Where the ink of a Chinese character lies in a line of exact height, in shares of the type size: Word sets the
 * base line at four fifths of the line; the ink reaches 0.84 above and 0.08 below it.
 */
const inkAbove = 0.84;
const inkBelow = 0.08;
const roomy = 1.2;
const inkTopIn = (lineHeight: number, typeSize: number): number => lineHeight * 0.8 - typeSize * inkAbove;

/** Heights of the head in points from the paper's top edge. */
const headOf = (view: LetterView) => {
  const { lines, size: markSize } = view.mark;
  const lineHeight = markSize * roomy;
  const markTop = form.markTop * pointsPerMm;
  const frameTop = markTop - inkTopIn(lineHeight, markSize);
  const markBottom = frameTop + lineHeight * (lines.length - 0.2) + markSize * inkBelow;
  const doubleLineTop = markBottom + form.lineGap * pointsPerMm;
  const numberTop = doubleLineTop + doubleLineHeight + (size.body * 7) / 8;
  return { lineHeight, frameTop, doubleLineTop, frameBottom: numberTop - inkTopIn(linePitch, size.body) };
};

const onPage = { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE } as const;

const classMark = (view: LetterView): Paragraph[] => {
  if (view.classMark === null) return [];
  const frame: IFrameOptions = {
    type: 'absolute',
    position: { x: twips(margin.left), y: twips(14.5) },
    width: twips(grid.width),
    height: 0,
    rule: HeightRule.AUTO,
    wrap: FrameWrap.AROUND,
    anchor: onPage,
  };
  const { label, name } = view.classMark;
  const line = (text: TextRun, height: number): Paragraph =>
    paragraph([text], { frame, alignment: AlignmentType.RIGHT, spacing: exactly(height) });
  return [
    line(run(label, 'heiti'), size.body * roomy),
    ...(name === '' ? [] : [line(run(name, 'fangsong', { size: size.note * 2 }), size.note * 1.4)]),
  ];
};

/** The mark in a frame of its own that reaches down to the document number, so that the text begins there. */
const mark = (view: LetterView): Paragraph => {
  const head = headOf(view);
  const look = {
    size: Math.round(view.mark.size * 2),
    color: red,
    characterSpacing: twipsOfPoints(view.mark.tracking),
  };
  const frame: IFrameOptions = {
    type: 'absolute',
    position: { x: twips((page.width - form.lineWidth) / 2), y: twipsOfPoints(head.frameTop) },
    width: twips(form.lineWidth),
    height: twipsOfPoints(head.frameBottom - head.frameTop),
    rule: HeightRule.EXACT,
    wrap: FrameWrap.NOT_BESIDE,
    anchor: onPage,
  };
  return paragraph(brokenLines(view.mark.lines, 'biaosong', look), {
    frame,
    alignment: AlignmentType.CENTER,
    spacing: exactly(head.lineHeight),
  });
};

/** A red double line as a picture, placed by the page. `top` in points from the paper's top edge. */
const redLine = (thickFirst: boolean, top: number): ImageRun => {
  const { svg, png } = doubleLine(thickFirst);
  const pixel = 96 / 72;
  return new ImageRun({
    type: 'svg',
    data: svg,
    fallback: { type: 'png', data: png },
    transformation: {
      width: form.lineWidth * pointsPerMm * pixel,
      height: doubleLineHeight * pixel,
    },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.PAGE,
        offset: Math.round(((page.width - form.lineWidth) / 2) * emusPerMm),
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.PAGE,
        offset: Math.round((top / pointsPerMm) * emusPerMm),
      },
      wrap: { type: TextWrappingType.NONE },
      behindDocument: true,
      lockAnchor: true,
    },
    altText: { name: thickFirst ? 'head line' : 'foot line', description: '' },
  });
};

const numberAndLines = (view: LetterView): Paragraph =>
  paragraph(
    [
      redLine(true, headOf(view).doubleLineTop),
      redLine(false, (page.height - form.lineBottom) * pointsPerMm - doubleLineHeight),
      run(view.documentNo),
    ],
    { alignment: AlignmentType.RIGHT, spacing: exactly(linePitch) },
  );

const title = (view: LetterView): Paragraph =>
  paragraph(brokenLines(view.titleLines, 'biaosong', { size: size.title * 2, characterSpacing: 0 }), {
    alignment: AlignmentType.CENTER,
    spacing: {
      ...exactly(linePitch * 1.15),
      before: twipsOfPoints(2 * linePitch),
      after: twipsOfPoints(linePitch),
    },
  });

const runsOf = (piece: LetterParagraph): TextRun[] => {
  switch (piece.kind) {
    case 'text':
      return [run(piece.text)];
    case 'heading':
      return [run(piece.text, 'heiti')];
    case 'subheading':
      return [run(piece.text, 'kaiti')];
    case 'ruling':
      return [run(piece.label, 'kaiti'), run(piece.text)];
    default:
      return piece satisfies never;
  }
};

const bodyParagraph = (piece: LetterParagraph, more: IParagraphOptions = {}): Paragraph => {
  const heading = piece.kind === 'heading' || piece.kind === 'subheading';
  return paragraph(runsOf(piece), {
    indent: { firstLine, firstLineChars: 200 },
    ...(heading ? { keepNext: true, outlineLevel: piece.kind === 'heading' ? 0 : 1 } : {}),
    ...more,
  });
};

/** The last paragraph and the signature hold on to each other; the name stands over the middle of the date. */
const signature = (view: LetterView): Paragraph[] => {
  const { unitLines, date } = view.signature;
  const widest = Math.max(...unitLines.map(widthOf));
  const fromRight = (characters: number) => ({ right: twipsOfPoints(characters * characterPitch) });
  const keep = { keepNext: true, keepLines: true } as const;
  const blank = (): Paragraph => paragraph([], keep);
  const nameRight = Math.max(0, 4 + (widthOf(date) - widest) / 2);
  return [
    ...(view.ending === null ? [] : [bodyParagraph(view.ending, { keepNext: true })]),
    blank(),
    blank(),
    ...unitLines.map((line) =>
      paragraph([run(line)], {
        ...keep,
        alignment: AlignmentType.RIGHT,
        indent: fromRight(nameRight + (widest - widthOf(line)) / 2),
      }),
    ),
    paragraph([run(date)], { ...keep, alignment: AlignmentType.RIGHT, indent: fromRight(4) }),
  ];
};

/** 公开属性 and 抄送 in a frame at the foot of the type area of the page on which the text ends. */
const filing = (view: LetterView): Paragraph[] => {
  const frame: IFrameOptions = {
    type: 'alignment',
    alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
    width: twips(grid.width),
    height: 0,
    rule: HeightRule.AUTO,
    wrap: FrameWrap.NOT_BESIDE,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  };
  const small = { size: size.small * 2, characterSpacing: 0 };
  const side = twipsOfPoints(size.small);
  const line = (runs: readonly TextRun[], hanging: number): Paragraph =>
    paragraph(runs, {
      frame,
      spacing: exactly(22),
      indent: { left: side + hanging, right: side, hanging },
    });
  const { copies, disclosure } = view;
  const label = copies === null ? 0 : twipsOfPoints(widthOf(copies.label) * size.small);
  return [
    ...(disclosure === null ? [] : [line([run(disclosure, 'fangsong', small)], 0)]),
    ...(copies === null
      ? []
      : [line([run(copies.label, 'fangsong', small), run(copies.text, 'fangsong', small)], label)]),
  ];
};

const contact = (view: LetterView): Paragraph[] =>
  view.contact === null
    ? []
    : [paragraph([run(view.contact)], { indent: { firstLine, firstLineChars: 200 } })];

const pageNumber = (side: 'left' | 'right'): Footer => {
  const font = docxFont.songti;
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
    size: size.small * 2,
  });
  return new Footer({
    children: [
      paragraph([number], {
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: twipsOfPoints(size.small) },
        spacing: exactly(size.small),
      }),
    ],
  });
};

/** The letter as .docx in the letter form of GB/T 9704-2012, to be edited, sealed or filed by other programs. */
export const letterDocxOf = (view: LetterView): Promise<Uint8Array> => {
  const header = watermarkHeader(view.watermark);
  const author = view.signature.unitLines.join('');
  const look = { bodySize: size.body, characterSpacing: tightness };
  return packDocx({ title: view.title, author, ...look }, [
    {
      properties: { page: officialPage, grid: officialGrid, titlePage: true },
      headers: { default: header, even: header, first: header },
      footers: { default: pageNumber('right'), even: pageNumber('left'), first: emptyFooter() },
      children: [
        ...classMark(view),
        mark(view),
        numberAndLines(view),
        title(view),
        paragraph([run(view.addressee)]),
        ...view.body.map((piece) => bodyParagraph(piece)),
        ...signature(view),
        ...contact(view),
        ...filing(view),
        // What a frame is tied to: the paragraph after it.
        paragraph([], { spacing: exactly(1) }),
      ],
    },
  ]);
};
