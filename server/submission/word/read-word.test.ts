/** Word documents as people send them, and as nobody should. */
import { recogniseForm, toBlocks } from '#core/submission/recognise-form.ts';
import { deflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from './clean-picture.ts';
import { parseWord } from './parse-word.ts';
import { readWord } from './read-word.ts';

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

const docx = (body: string, more: Record<string, Uint8Array> = {}, head = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${head}<w:document xmlns:w="w" xmlns:r="r" xmlns:a="a"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  });

const p = (text: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const item = (text: string, num = '1'): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${num}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('tEXt', Buffer.from('Author\0Somebody')),
  chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
  Buffer.from('a second file behind the end'),
]);

const read = (bytes: Uint8Array) => {
  const reading = parseWord(bytes);
  if (!reading.ok) throw new Error(reading.code);
  return reading;
};
const formOf = (bytes: Uint8Array) => recogniseForm(read(bytes).blocks);

describe('the parts of the form', () => {
  test('by their headings, with numbered asks', () => {
    const form = formOf(
      docx(
        [
          p('关于完善老旧小区充电设施的建议'),
          p('一、基本情况'),
          p('全市老旧小区有四百二十个。'),
          p('二、存在的问题'),
          p('充电桩不足。'),
          p('三、建议'),
          p('为此，建议：'),
          p('（一）在每个小区增设集中充电棚。'),
          p('由街道选址。'),
          p('（二）对飞线充电开展夜间巡查。'),
        ].join(''),
      ),
    );
    expect(form.title).toBe('关于完善老旧小区充电设施的建议');
    expect(form.facts).toEqual([{ type: 'paragraph', text: '全市老旧小区有四百二十个。' }]);
    expect(form.analysis).toEqual([{ type: 'paragraph', text: '充电桩不足。' }]);
    expect(form.asks).toEqual(['在每个小区增设集中充电棚。\n由街道选址。', '对飞线充电开展夜间巡查。']);
  });

  test('by labels with a colon, and with the numbers that Word itself counts', () => {
    const form = formOf(
      docx(
        [
          p('案由：关于增设公厕的提案'),
          p('情况：公厕少。'),
          p('建议：'),
          item('在东湖公园增设公厕'),
          item('延长开放时间'),
        ].join(''),
      ),
    );
    expect(form).toMatchObject({ title: '关于增设公厕的提案', asks: ['在东湖公园增设公厕', '延长开放时间'] });
    expect(form.facts).toEqual([{ type: 'paragraph', text: '公厕少。' }]);
  });

  test('in a printed form of one table', () => {
    const cell = (text: string): string =>
      `<w:tc>${text
        .split('\n')
        .map((line) => p(line))
        .join('')}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const form = formOf(
      docx(
        `<w:tbl>${row('题目', '关于校门口拥堵的提案')}${row('情况', '上下学时堵车。')}${row('建议', '1.错峰上下学\n2.增设临时停车位')}</w:tbl>`,
      ),
    );
    expect(form).toMatchObject({ title: '关于校门口拥堵的提案', asks: ['错峰上下学', '增设临时停车位'] });
  });

  test('without any, everything stands with the situation', () => {
    const form = formOf(docx([p('第一段，说明情况。'), p('第二段，说明原因。')].join('')));
    expect(form).toMatchObject({ title: '', asks: [] });
    expect(form.facts).toHaveLength(2);
  });
});

describe('what is kept, and what is left out', () => {
  test('lists, tables and pictures are kept in their order; a picture loses what it says of its maker', () => {
    const body = [
      p('现状'),
      item('甲', '2'),
      item('乙', '2'),
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>',
    ].join('');
    const reading = read(
      docx(body, {
        'word/numbering.xml': strToU8(
          '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
        ),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId1" Target="media/image1.png"/></Relationships>',
        ),
        'word/media/image1.png': png,
      }),
    );
    const blocks = toBlocks(recogniseForm(reading.blocks).facts, () => 5);
    expect(blocks).toEqual([
      { type: 'list', ordered: false, items: ['甲', '乙'] },
      {
        type: 'table',
        rows: [
          ['合计', ''],
          ['一', '二'],
        ],
      },
      { type: 'picture', fileId: 5, caption: '' },
    ]);
    const cleaned = Buffer.from(cleanPicture(reading.images[0]?.bytes ?? new Uint8Array())?.bytes ?? []);
    expect(cleaned.includes('Somebody')).toBe(false);
    expect(cleaned.includes('second file')).toBe(false);
    expect(cleaned.subarray(-8, -4).toString('latin1')).toBe('IEND');
  });

  test('changes are accepted; comments, fields, hidden words, objects and outside pictures are left out and told of', () => {
    const body = [
      '<w:p><w:r><w:t>留下</w:t></w:r><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>',
      '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:object><w:t>对象</w:t></w:object></w:r>',
      '<w:r><w:drawing><a:blip r:link="rId9"/></w:drawing></w:r></w:p>',
    ].join('');
    const { blocks, left, images } = read(
      docx(body, {
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId9" Target="http://127.0.0.1/x.png" TargetMode="External"/><Relationship Id="rId8" Target="../../etc/passwd"/></Relationships>',
        ),
      }),
    );
    expect(blocks).toEqual([{ type: 'paragraph', text: '留下新增' }]);
    expect(left).toMatchObject({ tracked: 2, hiddenText: 1, comments: 1, objects: 1 });
    expect(left['links']).toBeGreaterThan(0);
    expect(images).toEqual([]);
  });
});

describe('hostile and wrong files', () => {
  const oleHead = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  test.each([
    ['nothing', new Uint8Array(), 'word.empty'],
    ['an old .doc', Buffer.concat([oleHead, Buffer.alloc(600)]), 'word.oldWord'],
    [
      'a password',
      Buffer.concat([oleHead, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(600)]),
      'word.encrypted',
    ],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'word.otherFormat'],
    [
      'a workbook',
      zipSync({ '[Content_Types].xml': strToU8(types), 'xl/workbook.xml': strToU8('<x/>') }),
      'word.otherFormat',
    ],
    ['macros', docx(p('甲'), { 'word/vbaProject.bin': new Uint8Array([1]) }), 'word.macros'],
    [
      'an external entity',
      docx(p('&x;'), {}, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'word.unsafeXml',
    ],
    ['a bomb', docx(p('甲'), { 'word/media/a.png': new Uint8Array(60_000_000) }), 'word.bomb'],
    ['100,000 paragraphs', docx(p('甲').repeat(100_000)), 'word.tooLong'],
    ['a torn file', docx(p('甲')).subarray(0, 300), 'word.damaged'],
  ])('%s is refused by its name', (_, bytes, code) => {
    expect(parseWord(new Uint8Array(bytes))).toEqual({ ok: false, code });
  });

  test('the helper answers as the reader does', async () => {
    expect(await readWord(docx(p('甲')))).toMatchObject({ ok: true, blocks: [{ text: '甲' }] });
    expect(await readWord(new Uint8Array())).toEqual({ ok: false, code: 'word.empty' });
  });
});
