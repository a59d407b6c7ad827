import * as library from '@e965/xlsx';
import { encodeGb18030 } from './gb18030.ts';
import { rawZip } from './raw-zip.ts';

/** Invented catalogues of the invented city 云川市, laid out the way offices do it. */

type Cell = string | number | null;
export type SampleSheet = {
  readonly name: string;
  readonly cells: readonly (readonly Cell[])[];
  /** A1 ranges. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
};

/** An .xlsx or .xls from an independent writer. */
export const sampleWorkbook = (sheets: readonly SampleSheet[], type: 'xlsx' | 'biff8'): Uint8Array => {
  const book = library.utils.book_new();
  for (const { name, cells, merges } of sheets) {
    const sheet = library.utils.aoa_to_sheet(cells.map((row) => [...row]));
    sheet['!merges'] = (merges ?? []).map((range) => library.utils.decode_range(range));
    library.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(library.write(book, { type: 'array', bookType: type }) as ArrayBuffer);
};

export const twoLevelSheet: SampleSheet = {
  name: '建议交办表',
  cells: [
    ['云川市第七届人民代表大会第三次会议代表建议交办目录', null, null, null, null, null, null, null],
    ['填报单位：市政府督查室', null, null, null, null, null, '2024年3月20日', null],
    ['序号', '建议\n编号', '建 议 标 题', '领衔代表', '承 办 单 位', null, null, '备注'],
    [null, null, null, null, '主办', '分办', '会办', null],
    [
      1,
      '20240001',
      '关于增设社区食堂的建议',
      '林　溪等5名代表',
      '市民政局',
      null,
      '市财政局、市住房和城乡建设局',
      null,
    ],
    [2, '20240002', '关于完善公交接驳的建议', '江晓帆', null, '市交通运输局、市公安局', null, '分别答复'],
    [null, null, null, null, null, null, null, null],
    ['序号', '建议\n编号', '建 议 标 题', '领衔代表', '主办', '分办', '会办', '备注'],
    [3, '第0003号', '关于河道清淤的建议', '欧阳山', '市水务局和市农业农村局', null, null, null],
    ['合计', '3件', null, null, 2, 1, 1, null],
    ['注：以上建议请于三个月内答复。', null, null, null, null, null, null, null],
  ],
  merges: ['A1:H1', 'E3:G3', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'H3:H4', 'A11:H11'],
};

/** One matter over several lines by merged cells, one line a unit. */
export const mergedMatterSheet: SampleSheet = {
  name: '明细',
  cells: [
    ['提案号', '案由', '提案者', '承办单位', '办理方式'],
    ['第二十三号', '关于加强古树保护的提案', '民革云川市委员会', '市林业局', '主办'],
    [null, null, null, '市财政局', '会办'],
    [null, null, null, '市文化和旅游局', '会办'],
    ['第二十四号', '关于盲道整治的提案', '沈一诺', '市城市管理局', '独办'],
  ],
  merges: ['A2:A4', 'B2:B4', 'C2:C4'],
};

export const noticeSheet: SampleSheet = {
  name: '说明',
  cells: [['填表说明'], ['请勿改动表头'], ['序号', '要求']],
};
export const statisticsSheet: SampleSheet = {
  name: '统计',
  cells: [
    ['单位', '主办件数', '会办件数'],
    ['市民政局', 3, 4],
    ['市财政局', 0, 9],
  ],
};

export const roleMarkedCsv = [
  '提案号,案由,第一提案人,附议人,承办单位,界别,交办日期',
  '第001号,"关于校园周边停车的提案",林溪,"江晓帆、沈一诺","市公安局（主办） 市教育局（会办）",教育,2024年3月15日',
  '第002号,"关于“夜间经济”的提案,含三点",江晓帆,,"主办：市商务局；会办：市住房和城乡建设局、市文化和旅游局",经济,2024/3/15',
  '第003号,关于老旧电梯的提案,沈一诺,,"市市场监督管理局主办，市财政局、市住房和城乡建设局会办",医卫,二〇二四年三月十五日',
  '',
].join('\r\n');

export const gb18030Csv = (): Uint8Array => encodeGb18030(roleMarkedCsv);
export const utf8BomCsv = (): Uint8Array => Buffer.from(`\ufeff${roleMarkedCsv}`);
export const utf16Tsv = (): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(roleMarkedCsv.replaceAll(',', '\t'), 'utf16le')]),
  );

/** What many office systems export under the name .xls. */
export const htmlTable = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body>
<table border=1><tr><td colspan=5>政协云川市七届三次会议提案目录</td></tr>
<tr><th>案&nbsp;号<th>案由<th>提案者<th>主办单位<th>会办单位</tr>
<tr><td>14-3-1<td>关于噪声治理<br>的提案</td><td>林&nbsp;溪</td><td rowspan=2>市生态环境局</td><td>市公安局</td></tr>
<tr><td>14-3-2</td><td>关于扬尘治理的提案 &lt;一&gt;</td><td>江晓帆</td><td></td></tr></table></body></html>`;

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const wordCell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const wordRow = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

/** A .docx around the given body. */
const wordDocument = (body: string): Uint8Array =>
  rawZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ]);

/** Two-level heading by gridSpan and vMerge, a unit cell merged over two matters, removed text, two paragraphs in a cell. */
export const wordTable = (): Uint8Array =>
  wordDocument(
    paragraph('政协云川市第七届委员会第三次会议') +
      paragraph('提案交办目录') +
      '<w:tbl>' +
      wordRow(
        wordCell('案号', '<w:vMerge w:val="restart"/>'),
        wordCell('案由', '<w:vMerge w:val="restart"/>'),
        wordCell('承办单位', '<w:gridSpan w:val="2"/>'),
      ) +
      wordRow(wordCell('', '<w:vMerge/>'), wordCell('', '<w:vMerge/>'), wordCell('主办'), wordCell('会办')) +
      wordRow(
        wordCell('14-3-1'),
        `<w:tc><w:p><w:r><w:t>关于社区</w:t></w:r><w:del><w:r><w:delText>旧的</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>食堂的提案</w:t></w:r></w:p></w:tc>`,
        wordCell('市民政局', '<w:vMerge w:val="restart"/>'),
        wordCell('市财政局'),
      ) +
      wordRow(wordCell('14-3-2'), wordCell('关于护工培训的提案'), wordCell('', '<w:vMerge/>'), wordCell('')) +
      '</w:tbl>',
  );
