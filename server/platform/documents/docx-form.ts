import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  ImportedXmlComponent,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { officialForm, pointsPerMm } from './official-form.ts';

/** The official fonts by the names that Word and WPS know; a machine without them shows its own. */
export const docxFont = {
  fangsong: '仿宋_GB2312',
  biaosong: '方正小标宋简体',
  heiti: '黑体',
  kaiti: '楷体_GB2312',
  songti: '宋体',
} as const;

/** What a machine takes that lacks a font: Windows has 仿宋 and 楷体, not their _GB2312 editions. */
const alternatives: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  方正小标宋简体: '方正小标宋_GBK',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

/** Millimetres, and points, as the twentieths of a point that Word counts in. */
export const twips = (mm: number): number => Math.round(mm * pointsPerMm * 20);
export const twipsOfPoints = (points: number): number => Math.round(points * 20);

const { grid, size, margin, page } = officialForm;
/** One character of the grid, in points. */
export const characterPitch = (grid.width * pointsPerMm) / grid.characters;

type Font = keyof typeof docxFont;

/** Text in an official font. All three font slots carry it, so that “ ” and figures keep Chinese widths. */
export const run = (text: string, font: Font = 'fangsong', more: IRunOptions = {}): TextRun => {
  const name = docxFont[font];
  return new TextRun({ ...more, text, font: { ascii: name, hAnsi: name, eastAsia: name, cs: name } });
};

/** Runs with a line break between every two lines. */
export const brokenLines = (lines: readonly string[], font: Font, more: IRunOptions = {}): TextRun[] =>
  lines.map((line, index) => run(line, font, index === 0 ? more : { ...more, break: 1 }));

/** Exact line spacing of so many points: the line is as high whatever font a machine has. */
export const exactly = (points: number) => ({ line: twipsOfPoints(points), lineRule: LineRuleType.EXACT });

export const paragraph = (children: readonly ParagraphChild[], more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...more, children: [...children] });

/** The type area and the grid of 22 lines of 28 characters, as 文档网格 in Word's page set-up. */
export const officialPage = {
  size: { width: twips(page.width), height: twips(page.height) },
  margin: {
    top: twips(margin.top),
    left: twips(margin.left),
    right: twips(margin.right),
    bottom: twips(margin.bottom),
    header: twips(15),
    footer: twips(margin.bottom - officialForm.pageNumberGap) - twipsOfPoints(size.small / 2),
  },
} as const;

/**
 * The line grid. The characters are not put on a grid but set tighter (`tightness`): programs disagree about a
 * character grid whose cells are narrower than the type, and LibreOffice then gives every character two cells.
 */
export const officialGrid = {
  type: DocumentGridType.LINES,
  // Rounded down: 22 lines must fit.
  linePitch: Math.floor((grid.height * pointsPerMm * 20) / grid.lines),
} as const;

/** Twentieths of a point added after each character, less than 0: 28 of them then fit the line and fill it. */
export const tightness = Math.floor((characterPitch - size.body) * 20);

const watermarkXml = (words: string): string =>
  `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape type="#_x0000_t136" alt="${words}" style="position:absolute;width:360pt;height:160pt;rotation:320;z-index:-251658240;mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page" fillcolor="#eeeeee" stroked="f"><v:textpath style="font-family:&quot;${docxFont.songti}&quot;;font-weight:bold" string="${words}"/></v:shape></w:pict></w:r>`;

/** A header that holds nothing but the words across the page; `words` is a text of the product, not a user's. */
export const watermarkHeader = (words: string | null): Header => {
  const header = new Paragraph({ spacing: exactly(1) });
  if (words !== null) header.addChildElement(ImportedXmlComponent.fromXmlString(watermarkXml(words)));
  return new Header({ children: [header] });
};

export const emptyFooter = (): Footer => new Footer({ children: [new Paragraph({ spacing: exactly(1) })] });

/** A footer of one line in the middle; `{page}` and `{total}` in its words become fields. */
export const pageFooter = (foot: string, more: IParagraphOptions = {}): Footer => {
  const name = docxFont.songti;
  const words = foot.split(/(\{page\}|\{total\})/).map((piece) => {
    if (piece === '{page}') return PageNumber.CURRENT;
    return piece === '{total}' ? PageNumber.TOTAL_PAGES : piece;
  });
  const text = new TextRun({
    children: words,
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name },
    size: size.note * 2,
  });
  return new Footer({ children: [paragraph([text], { alignment: AlignmentType.CENTER, ...more })] });
};

/** No punctuation beyond the margin, no extra space between Chinese and Latin letters or figures. */
const spacing = '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

const edit = (files: Record<string, Uint8Array>, path: string, change: (xml: string) => string): void => {
  const file = files[path];
  if (file === undefined) throw new Error(`The document has no ${path}`);
  files[path] = strToU8(change(strFromU8(file)));
};

/**
 * What the library cannot write: for each font the one to take where it is missing; lines of exact height off
 * the grid, which would double them in LibreOffice; the spacing of the official form.
 */
const finished = (docx: Uint8Array): Uint8Array => {
  const files = unzipSync(docx);
  const fonts = Object.entries(alternatives).map(
    ([name, instead]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/></w:font>`,
  );
  edit(files, 'word/fontTable.xml', (xml) => {
    const root = /^[\s\S]*?<w:fonts[^>]*?(?=\/?>)/.exec(xml)?.[0];
    if (root === undefined) throw new Error('The font table has no root');
    return `${root}>${fonts.join('')}</w:fonts>`;
  });
  edit(files, 'word/styles.xml', (xml) =>
    xml
      .replace('<w:pPrDefault><w:pPr>', `$&${spacing}`)
      .replace(
        /(<w:style [^>]*w:styleId="Normal"[^>]*>(?:(?!<w:rPr>|<\/w:style>).)*)<w:rPr>/,
        `$1<w:pPr>${spacing}</w:pPr><w:rPr>`,
      ),
  );
  for (const path of Object.keys(files).filter((name) =>
    /^word\/(document|header\d|footer\d)\.xml$/.test(name),
  )) {
    edit(files, path, (xml) =>
      xml.replace(/<w:spacing [^>]*w:lineRule="exact"\/>/g, '<w:snapToGrid w:val="0"/>$&'),
    );
  }
  return zipSync(files, { level: 6 });
};

/** Packs sections into a .docx whose Normal style is 仿宋_GB2312 of `bodySize` points. */
export const packDocx = async (
  meta: {
    readonly title: string;
    readonly author: string;
    readonly bodySize: number;
    readonly characterSpacing?: number;
  },
  sections: readonly ISectionOptions[],
): Promise<Uint8Array> => {
  const name = docxFont.fangsong;
  const look = {
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name },
    size: meta.bodySize * 2,
  };
  const document = new Document({
    title: meta.title,
    creator: meta.author,
    lastModifiedBy: meta.author,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { ...look, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { alignment: AlignmentType.BOTH },
        },
      },
      // In Normal itself: not every program looks at the document defaults.
      paragraphStyles: [
        {
          id: 'Normal',
          name: 'Normal',
          quickFormat: true,
          run: { ...look, characterSpacing: meta.characterSpacing ?? 0 },
        },
      ],
    },
    sections: [...sections],
  });
  return finished(new Uint8Array(await Packer.toBuffer(document)));
};
